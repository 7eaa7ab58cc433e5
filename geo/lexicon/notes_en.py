"""English words of bulletins and logs: what they call themselves, their columns and labels."""

from __future__ import annotations

__all__ = ["BULLETINS", "COLUMNS", "LABELS", "STANDING", "UNTOLD"]

BULLETINS = (
    "sitrep sitreps situation sit daily weekly bulletin digest log update summary overview notes "
    "note incidents incident events table tracker chronology roundup flash brief report intsum "
    "opsum spotrep logbook diary warning advisory"
)
"""Words of a title by which what follows happened up to the day that the title names."""

STANDING = frozenset({"as of", "as at", "situation at", "sit at", "until", "up to", "to"})
"""What leads to the day up to which a bulletin goes."""

COLUMNS: dict[str, str] = {
    word: kind
    for kind, words in {
        "place": "location place town village city district province governorate area site where",
        "day": "date day when",
        "dead": "kia killed dead deaths fatalities fatality",
        "hurt": "wia wounded injured injuries",
    }.items()
    for word in words.split()
}
"""Heads of columns, by what stands under them."""

UNTOLD = (
    "not confirmed, unconfirmed, unverified, not verified, rumour, rumours, rumor, rumors, false, "
    "not true, untrue, fake, denied, outlook, forecast, expected, next, next 24h, next 48h, "
    "next 72h, prognosis, scenario, inject, exercise, drill"
)
"""Labels over what did not happen, is not known to have, or has not yet."""

LABELS = (
    "comment comments outlook assessment note notes nb what who when where why how response "
    "background summary source sources context analysis next prev previous prior update updates "
    "latest warning advisory advice caution general overview status remarks remark humanitarian "
    "human access displacement idps refugees weather threat threats risk casualties loss losses "
    "claim claims denied denial denials rumour rumours rumor rumors unconfirmed confirmed "
    "unverified verified false true correction corrections start end day night morning evening "
    "politics political economy diplomatic diplomacy military civil civilian security health "
    "logistics legal sanctions economic media social operations ops intel intelligence land sea "
    "air maritime ground naval actions action forces own friendly enemy hostile neutral other "
    "others misc miscellaneous routeing routing recommendations recommendation conclusion "
    "conclusions key points headline headlines title subject re ref reference references time "
    "date location type incident position vessel description effect effects result results "
    "totals total toll damage killed wounded dead missing picture photo video map link breaking "
    "urgent alert flash reminder question answer update exercise scenario inject earlier later "
    "today yesterday tonight tomorrow meanwhile elsewhere separately also see contact end"
)
"""Words before a colon that head a part of a bulletin and are no place."""
