"""English words around a place name that belong to what the text calls the place.

`gazetteer.grammar` reads such phrases; these tables only say how far one reaches in
running text. Type words are grouped by how small the thing is that they name.
"""

from __future__ import annotations

__all__ = ["DIRECTIONS", "FACILITIES", "NEAR", "PARTS", "TYPE_RANK", "UNITS"]

DIRECTIONS = (
    "north, south, east, west, northern, southern, eastern, western, northeast, "
    "northwest, southeast, southwest, northeastern, northwestern, southeastern, "
    "southwestern, north-east, central, upper, lower, far, mid, greater, downtown, "
    "rural, inner, coastal, northernmost, southernmost, easternmost, westernmost"
)
PARTS = (
    "outskirts, suburbs, suburb, edge, centre, center, countryside, coast, part, parts, "
    "north, south, east, west, northeast, northwest, southeast, southwest, heart, "
    "vicinity, area, shores, banks, side, entrance, periphery, environs, direction, "
    "border, gulf, strait, straits, sea, bay, island, port, valley, mountains, "
    "peninsula, horn, river, surroundings, airspace, waters"
)
NEAR = (
    "near, outside, around, between, along, off, inside, opposite, beside, toward, "
    "towards, close, adjacent, bordering, surrounding"
)
UNITS = (
    "km, kms, kilometers, kilometres, kilometer, kilometre, miles, mile, mi, metres, "
    "meters, m, nm, nautical, yards"
)

# Rank of the thing named: 7 a building or site, 6 a settlement, 5 a district, 4 a province
# or a region.
TYPE_RANK: dict[int, str] = {
    7: (
        "airport, airfield, airbase, base, refinery, bridge, hospital, school, market, "
        "square, street, avenue, barracks, camp, university, station, mosque, church, "
        "crossing, checkpoint, junction, farm, ranch, hotel, prison, port, "
        "terminal, dam, plant, embassy, stadium, mine, depot, crossroads, palace, cathedral, "
        "headquarters, academy, intersection, ministry, monastery, mall, tunnel, harbour, "
        "harbor, pass, residence, park, cemetery, theatre, theater, supermarket, building, "
        "complex, outpost, compound, shipyard, field, post, garrison, gorge, canyon, "
        "monument, shrine, "
        "temple, factory, clinic, kindergarten, library, courthouse, roundabout, roadblock, bar, "
        "cafe, restaurant, nightclub, casino, bakery, warehouse, quarry, synagogue, orphanage, "
        "bazaar, seminary, convent, mill, pier, substation, club"
    ),
    6: (
        "village, town, city, hamlet, settlement, neighbourhood, neighborhood, suburb, "
        "quarter, township, capital, kibbutz, moshav, locality, colony, canton, borough, "
        "ward, jurisdiction, creek, stream, hill, barrio, vereda"
    ),
    5: (
        "highway, road, axis, "
        "motorway, district, county, municipality, territory, commune, cercle, "
        "subdistrict, tehsil, "
        "woreda, raion, department's, parish, locality, sub-district, lga, payam, upazila, "
        "taluk, circle, zone, sector, chiefdom, kebele, boma, sub-county, arrondissement"
    ),
    4: (
        "province, governorate, state, region, oblast, department, prefecture, area, valley, "
        "mountains, island, peninsula, desert, forest, strait, gulf, sea, river, coast, "
        "lake, border, frontier, highlands, plateau, canal, corridor, islands, belt, basin, "
        "hills, bay, ocean, heights, delta, strip, krai, republic, emirate, panhandle, "
        "waters, steppe, jungle, lakes, reserve"
    ),
}
FACILITIES = (
    "bases, base, airfields, airfield, airbases, airbase, airports, airport, outposts, "
    "outpost, ports, port, refineries, refinery, oilfields, positions, cities, villages, "
    "towns, territory, soil, waters, airspace, coast, border, capital, embassy, "
    "consulate, barracks, camps, camp, facilities, installations, checkpoints, power "
    "stations, depots, ships, hospitals, side, city, town, village, prison, region, "
    "province, port city, border town, oil facilities, military bases, air bases, "
    "military base, air base, army base, naval base, military positions"
)

# Words that begin and letters that end the names of places and seldom those of people, by the
# languages that give them.
NAME_OPENERS = (
    # Arabic, Hebrew, Somali, Hausa, Fulani, Berber
    "kafr, kfar, kufr, deir, dayr, tal, tall, tel, tell, ain, ayn, bir, wadi, oued, umm, jabal, "
    "jebel, khirbet, beit, bayt, beyt, ras, mazraat, nahr, givat, maale, kibbutz, moshav, bordj, "
    "hassi, ksar, souk, goz, wad, ceel, buulo, bulo, buur, unguwan, tudun, rafin, garin, dutsen, "
    "ouro, tin, "
    # Amharic, Tigrinya, Persian, Pashto, Urdu, Sindhi
    "addis, debre, adi, enda, qala, qalat, deh, kala, dasht, kotal, goth, killi, kili, dera, "
    "chak, basti, kot, "
    # Burmese, Thai, Vietnamese, Malay, Tagalog
    "ban, mae, khao, khlong, nong, nyaung, kyauk, ywa, barangay, brgy, sitio, purok, kampung, "
    "kampong, desa, pulau, tanjung, tanjong, sungai, bukit, xom, "
    # Romance and Germanic
    "san, santa, santo, são, los, las, el, la, villa, puerto, nueva, nuevo, nova, novo, vila, "
    "pueblo, monte, cerro, río, rio, quebrada, hacienda, rancho, ciudad, campo, saint, sainte, "
    "mont, pont, port, carrefour, savane, fort, camp, new, old, upper, lower, mount, lake, "
    # Slavic, Albanian
    "stara, stare, staro, novi, nove, novy, novaya, donji, donje, donja, gornji, gornje, gornja, "
    "velika, velyka, mala, malyi, nizhny, verkhny, verkhnia, selo"
)
NAME_ENDINGS = (
    "abad, pur, pura, nagar, gaon, palli, gudem, garh, grad, ivka, ivtsi, ivske, ovka, ivsk, ansk, "
    "insk, ville, town, burg, kent, dougou, khel, dagh, tepe"
)
