"""Feature classes: the words that name them, and how far each reaches by default."""

from __future__ import annotations

import math
from collections.abc import Mapping
from types import MappingProxyType

from gazetteer.model import FeatureClass
from gazetteer.names import fold

__all__ = ["DEFAULT_EXTENT_M", "TYPE_WORDS", "default_extent_m"]

_F = FeatureClass

# Words that stand before or after a name and say what it is. Each group: English first,
# then the languages of the regions that reports come from, as gazetteers romanise them,
# then other scripts.
_WORDS: Mapping[FeatureClass, str] = {
    _F.COUNTRY: "country; republic; kingdom; emirate; federation; pays; pais; جمهورية; республика",
    _F.ADMIN1: (
        "province; provinces; governorate; governorates; state; states; oblast; oblasts; region; "
        "regions; muhafazat; muhafazah; muhafaza; mohafazat; mohafaza; vilayet; velayat; wilaya; "
        "wilayah; wilayat; ostan; viloyat; departement; departamento; estado; provincia; "
        "provincie; kray; krai; republic of; federal state; autonomous region; "
        "autonomous republic; emirate; canton; governorat; gouvernorat; prefecture; prefectures; "
        "région; provinz; bundesland; land; "
        "obl; prov; gov; "
        "محافظة; ولاية; استان; область; області; области; край; республика; kilil; kilel; 省; 州"
    ),
    _F.ADMIN2: (
        "district; districts; county; counties; raion; rayon; raions; rajon; subdistrict; "
        "sub-district; qada; qadaa; qaza; caza; kaza; cercle; cercles; commune; communes; "
        "municipality; municipalities; municipio; municipios; sub-prefecture; subprefecture; "
        "tehsil; taluka; upazila; woreda; zone; locality; mantika; mintaqa; mantiqat; nahiya; "
        "nahiyah; nahia; township; townships; lga; local government area; department; departments; "
        "territoire; territory; chiefdom; agency; tribal area; shahristan; shahrestan; ilce; "
        "arrondissement; arrondissements; payam; ward; sub-county; subcounty; city council; dist; "
        "distr; okrug; uezd; bakhsh; dehestan; woliswali; markaz; mudiriyah; muderiah; hromada; "
        "gmina; okres; kecamatan; kabupaten; regency; "
        "قضاء; مديرية; ناحية; منطقة; район; района; раион; громада"
    ),
    _F.POPULATED_PLACE: (
        "village; villages; town; towns; city; cities; settlement; settlements; hamlet; hamlets; "
        "suburb; suburbs; neighborhood; neighbourhood; neighborhoods; neighbourhoods; quarter; "
        "urban-type settlement; capital; port city; ville; villages de; ciudad; pueblo; vereda; "
        "corregimiento; aldea; barrio; ville de; cité; aul; kishlak; qishlaq; selo; posyolok; "
        "poselok; derevnya; misto; smt; gorod; stanitsa; qarya; qaryat; qaryah; madinat; madinah; "
        "medina; kent; köy; koy; köyü; mahalle; deh; dorf; stadt; borough; "
        "vill; pos; pgt; kampong; khutir; khutor; "
        "قرية; بلدة; مدينة; حي; село; села; деревня; посёлок; поселок; город; місто; смт; селище"
    ),
    _F.AIRPORT: (
        "airport; airports; airfield; airfields; airstrip; international airport; aerodrome; "
        "aeroport; aeropuerto; matar; aerodrom; heliport; مطار; аэропорт; аеропорт; аэродром"
    ),
    _F.MILITARY_BASE: (
        "base; bases; air base; air bases; airbase; airbases; military base; military bases; "
        "military airport; naval base; barracks; garrison; outpost; military camp; military post; "
        "cantonment; cantt; army base; training camp; base militaire; base militar; "
        "base aerienne; base aerea; "
        "قاعدة; معسكر; база; авиабаза"
    ),
    _F.FACILITY: (
        "refinery; oil field; oilfield; oil fields; gas field; gas fields; power plant; "
        "power station; nuclear plant; nuclear power plant; dam; barrage; port; harbour; harbor; "
        "terminal; factory; plant; depot; hospital; school; university; mosque; church; prison; "
        "jail; market; bridge; embassy; consulate; mine; quarry; farm; junction; roundabout; "
        "stadium; hotel; station; سد; جسر; مستشفى; سجن; ТЭС; завод"
    ),
    _F.CAMP: (
        "camp; camps; refugee camp; refugee camps; idp camp; idp camps; displacement camp; "
        "displaced persons camp; mukhayyam; camp de refugies; مخيم"
    ),
    _F.BORDER_CROSSING: (
        "border crossing; border crossings; crossing; border post; checkpoint; border gate; "
        "frontier post; port of entry; معبر; منفذ"
    ),
    _F.REGION: "valley; plain; plains; plateau; basin; countryside; delta; peninsula; wadi; oasis",
    _F.MOUNTAINS: (
        "mountain; mountains; mount; mountain range; range; hills; hill; jabal; jebel; djebel; "
        "jibal; gebel; koh; kuh; dagh; dagi; dağı; dağları; tepe; sierra; cordillera; massif; "
        "montagne; monte; جبل; جبال; гора; горы"
    ),
    _F.DESERT: "desert; badia; badiya; badiyat; sahra; صحراء; بادية; пустыня",
    _F.RIVER: "river; rivers; nahr; rud; rio; fleuve; riviere; creek; canal; نهر; река; річка",
    _F.LAKE: "lake; lakes; reservoir; buhayrat; lac; lago; بحيرة; озеро",
    _F.ISLAND: (
        "island; islands; isle; archipelago; atoll; jazirat; isla; ile; islas; جزيرة; остров"
    ),
    _F.SEA: "sea; ocean; gulf; bay; bahr; mer; mar; golfe; golfo; بحر; خليج; море; океан",
    _F.STRAIT: "strait; straits; channel; detroit; estrecho; مضيق; пролив",
}


def _type_words() -> dict[str, FeatureClass]:
    words: dict[str, FeatureClass] = {}
    for feature_class, listed in _WORDS.items():
        for word in listed.split(";"):
            # the first class that claims a word keeps it: broader units before narrower
            words.setdefault(fold(word), feature_class)
    return words


TYPE_WORDS: Mapping[str, FeatureClass] = MappingProxyType(_type_words())
"""Folded type word to the class that it names."""

DEFAULT_EXTENT_M: Mapping[FeatureClass, float] = MappingProxyType(
    {
        # Radius of a disc of the median area; for what has a polygon the polygon rules.
        _F.COUNTRY: 300_000.0,
        _F.ADMIN1: 60_000.0,
        _F.ADMIN2: 20_000.0,
        _F.POPULATED_PLACE: 2_000.0,
        _F.AIRPORT: 2_500.0,
        _F.MILITARY_BASE: 3_000.0,
        _F.FACILITY: 1_500.0,
        _F.CAMP: 1_500.0,
        _F.BORDER_CROSSING: 1_000.0,
        _F.BORDER: 20_000.0,
        _F.REGION: 60_000.0,
        _F.CONTINENT: 2_500_000.0,
        _F.SEA: 300_000.0,
        _F.STRAIT: 40_000.0,
        _F.RIVER: 10_000.0,
        _F.LAKE: 20_000.0,
        _F.MOUNTAINS: 50_000.0,
        _F.DESERT: 150_000.0,
        _F.ISLAND: 15_000.0,
    }
)
"""Radius in metres of a place of which nothing but the class is known.

Orders of magnitude, set by this project and not fitted: a runway is 2 to 4 km long, a
second-order unit of the countries that UCDP codes most is some 1,000 km2. Where the
store holds a polygon or a population, those are used instead.
"""


def default_extent_m(feature_class: FeatureClass, population: int = 0) -> float:
    """Radius in metres of a place of this class.

    A populated place grows with the root of its inhabitants at 4,000 to the square
    kilometre, a usual density of built-up areas (Angel et al. 2012, Atlas of Urban
    Expansion, give 2,000 to 10,000).

    Examples
    --------
    >>> default_extent_m(FeatureClass.POPULATED_PLACE, 1_000_000) > 8_000
    True
    >>> default_extent_m(FeatureClass.POPULATED_PLACE) == 500.0
    True
    """
    if feature_class is not FeatureClass.POPULATED_PLACE:
        return DEFAULT_EXTENT_M[feature_class]
    return max(500.0, math.sqrt(population / 4_000 / math.pi) * 1_000)
