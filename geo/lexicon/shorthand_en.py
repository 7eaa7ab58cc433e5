"""What the shorthand of situation reports, logs and messages stands for.

Military and police abbreviations in general use (NATO AAP-15 and the notes of UN and NGO
security offices), those of the clock and the calendar, and the clippings of chat. Each
stands for one word, by which all other tables know it; a form that is also a word of its
own ("sat", "mar", "sun") is in `MONTHS` or `WEEKDAYS` and counts only beside a number.
"""

from __future__ import annotations

__all__ = ["CAPITALS", "COMPASS", "FIRED", "MONTHS", "SHORTHAND", "WEEKDAYS"]

SHORTHAND: dict[str, str] = {
    # people and forces
    "tps": "troops", "trps": "troops", "sldr": "soldier", "sldrs": "soldiers",
    "govt": "government", "gvt": "government", "gov't": "government", "mil": "military",
    "civ": "civilian", "civs": "civilians", "pax": "people", "ppl": "people", "kids": "children",
    "cdr": "commander", "comdr": "commander", "bn": "battalion", "bde": "brigade",
    "div": "division", "regt": "regiment", "coy": "company", "plt": "platoon",
    "offr": "officer", "offrs": "officers", "pol": "police", "spox": "spokesman",
    "mins": "minutes",
    # things
    "veh": "vehicle", "vehs": "vehicles", "bldg": "building", "bldgs": "buildings",
    "mkt": "market", "hosp": "hospital", "sta": "station", "stn": "station",
    "hwy": "highway", "a/c": "aircraft", "acft": "aircraft", "helo": "helicopter",
    "helos": "helicopters", "heli": "helicopter", "vsl": "vessel",
    "vsls": "vessels", "m/v": "vessel", "m/t": "vessel", "s/v": "vessel", "f/v": "vessel",
    "m/y": "vessel", "xing": "crossing",
    "posn": "position", "posns": "positions", "ckpt": "checkpoint",
    "chkpt": "checkpoint", "fob": "base",
    # weapons
    "arty": "artillery", "mtrs": "mortars", "msl": "missile",
    "msls": "missiles", "rkt": "rocket", "rkts": "rockets", "rds": "rounds",
    "uav": "drone", "uavs": "drones", "uas": "drone", "usv": "drone",
    # how, where, when
    "w/": "with", "w/o": "without", "ivo": "near", "vic": "near", "nr": "near",
    "approx": "about", "abt": "about", "incl": "including", "acc": "according",
    "unk": "unknown", "ui": "unidentified", "u/i": "unidentified", "unid": "unidentified",
    "susp": "suspected", "reptd": "reported", "rptd": "reported", "unconf": "unconfirmed",
    "inj": "injured", "cas": "casualties", "frm": "from", "neg": "no", "btw": "between",
    "btwn": "between",
}  # fmt: skip

FIRED: dict[str, str] = {"mtr": "mortar", "rckt": "rocket", "tk": "tank"}
"""Only before what is fired, or in small letters: an underground railway is an MTR too."""

CAPITALS: dict[str, str] = {
    "TB": "taliban", "TBN": "taliban", "HEZB": "hezbollah", "HZB": "hezbollah",
}  # fmt: skip
"""Groups known by their letters; only in capitals."""

COMPASS: dict[str, str] = {
    "N": "north", "NNE": "northeast", "NE": "northeast", "ENE": "northeast",
    "E": "east", "ESE": "southeast", "SE": "southeast", "SSE": "southeast",
    "S": "south", "SSW": "southwest", "SW": "southwest", "WSW": "southwest",
    "W": "west", "WNW": "northwest", "NW": "northwest", "NNW": "northwest",
}  # fmt: skip
"""Points of the compass, to the eighth that the tables know; in capitals, before a name,
a part or "of"."""

MONTHS: dict[str, str] = {
    "jan": "january", "feb": "february", "mar": "march", "apr": "april", "jun": "june",
    "jul": "july", "aug": "august", "sep": "september", "sept": "september",
    "oct": "october", "nov": "november", "dec": "december",
}  # fmt: skip

WEEKDAYS: dict[str, str] = {
    "mon": "monday", "tue": "tuesday", "tues": "tuesday", "wed": "wednesday",
    "thu": "thursday", "thur": "thursday", "thurs": "thursday", "fri": "friday",
    "sat": "saturday", "sun": "sunday",
}  # fmt: skip
