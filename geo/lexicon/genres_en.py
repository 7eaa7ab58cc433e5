"""Words of reports that are about something else and speak of it in the words of war.

A match report has attacks and shots, a review has bombs and sieges, a market report has
raids, an exercise has all of them, and a gas explosion kills. A report counts as of a genre
if enough different words of it stand there; words that a report of an attack also needs
(stadium, fans, match, bank, film maker) are left out. Chosen from the sections of any
newspaper.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import NamedTuple

__all__ = ["GENRES", "Genre", "genre_of", "is_speech"]


class Genre(NamedTuple):
    """Words of a genre and how many different ones make a report one of its kind."""

    words: frozenset[str]
    enough: int


def _words(cell: str) -> frozenset[str]:
    return frozenset(cell.split())


GENRES: dict[str, Genre] = {
    "sport": Genre(
        _words(
            "goal goals scored scorer header penalty penalties midfielder striker goalkeeper "
            "defender defenders equaliser equalizer half-time halftime kick-off kickoff referee "
            "coach qualifier hat-trick wicket wickets innings bowler batsman semi-final "
            "semifinal quarter-final standings fixture playoff playoffs quarterback touchdown "
            "inning homer rebound teammates squad club box substitute cup league season title "
            "minute restart offside tournament champions championship"
        ),
        4,
    ),
    "art": Genre(
        _words(
            "film films movie movies director screenplay box-office audience audiences cinema "
            "cinemas actor actress actors starring soundtrack premiere sequel novel novelist "
            "theatre theater plot trailer studio hollywood episode playwright memoir "
            "publisher exhibition gallery stalls blockbuster score album concert orchestra "
            "opera choreography reviewer reviewers critics remake thriller"
        ),
        4,
    ),
    "markets": Genre(
        _words(
            "currency currencies exchange pound dollar euro franc yen lira shares stocks bonds "
            "investors traders speculators inflation rates interest index earnings profits "
            "profit revenue quarterly shareholders takeover bidder bid chancellor treasury "
            "reserves percent cent lenders brokers markets devaluation trading miners nickel "
            "copper tumbled rallied surged airlines gains prices barrel"
        ),
        6,
    ),
    "policy": Genre(
        _words(
            "sanctions embargo package adopted exports imports tariffs tariff list entities "
            "companies diplomats unanimity draft measures loophole circumvention blacklist "
            "asset assets freeze freezes member adopts"
        ),
        6,
    ),
    "civil law": Genre(
        _words(
            "arbitration arbitrators plaintiff plaintiffs damages lawsuit patent copyright "
            "boundary "
            "delimitation equidistance royalties drilling contract licence shareholders appeal "
            "tribunal lawyers chamber"
        ),
        5,
    ),
    "accident": Genre(
        _words(
            "accident accidents accidental accidentally leak leaked electrical fault faulty boiler "
            "short-circuit cylinder fireworks firecracker derailed derailment collided overturned "
            "brakes capsized overloaded miners firedamp methane ammonium nitrate negligence "
            "ventilation malfunction malfunctioned spark ignited inspectors"
        ),
        3,
    ),
    "disaster": Genre(
        _words(
            "earthquake quake aftershock aftershocks tremor tremors magnitude richter epicentre "
            "epicenter tsunami hurricane typhoon cyclone landslide landslides mudslide floods "
            "floodwaters volcano eruption lava wildfire wildfires avalanche monsoon"
        ),
        2,
    ),
    "drill": Genre(
        _words(
            "exercise exercises drill drills manoeuvres maneuvers simulated simulation scenario "
            "interoperability participating participants rehearsal wargame live-fire annual "
            "training observers personnel programme readiness disembarkation amphibious "
            "multinational trainees instructors"
        ),
        4,
    ),
}


def genre_of(words: Set[str]) -> str:
    """The genre that a report with these casefolded words is of, or "" for none.

    Examples
    --------
    >>> genre_of({"goal", "midfielder", "referee", "penalty", "attack"})
    'sport'
    >>> genre_of({"attack", "stadium", "match", "killed"})
    ''
    """
    for name, genre in GENRES.items():
        if len(genre.words & words) >= genre.enough:
            return name
    return ""


_OFTEN = 2.5
"""Times in a thousand code points that whoever speaks for somebody says "we"."""


def is_speech(words: Sequence[str], length: int) -> bool:
    """Whether casefolded words of `length` code points in all are a speech or a statement.

    Examples
    --------
    >>> is_speech("we say to our people that we shall win and that our cause is just".split(), 70)
    True
    >>> is_speech("we lost our goats in the raid said one herder".split(), 900)
    False
    """
    said = sum(word in _OURS for word in words)
    return said > _OFTEN * max(1.0, length / 1000)


_OURS = frozenset({"we", "our", "ours"})
