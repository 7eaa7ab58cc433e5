"""Made-up rows for the benchmark of maps: a vocabulary written for it, and nothing of anybody's.

Sentences are words drawn by rank, the first of the list the most often, as words are in any
prose; they mean nothing. numpy alone is needed, so that every contender can read them.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["ACTORS", "KINDS", "REPORTS", "Rows", "made_rows"]

KINDS = ("airstrike", "shelling", "drone_attack", "ied", "armed_clash", "abduction", "arson")
ACTORS = tuple(f"Actor {letter}" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
REPORTS = 50
TEXT_LENGTH = 200
FIRST_DAY, DAYS = 16_800, 1_800
"""From the first day of 2016 on, days since 1970."""

VOCABULARY = """
the of in and to a on were was by at from that near with after for said killed wounded two
three several people forces an village had one their it its been road which area residents
into who during late early morning night he they attack fire four town when shells others
five houses no reported about not more than between city hours also was hit left fighters
official officials market north south east west hospital before according least some civilians
soldiers struck over heavy six children women later families district outskirts bridge least
river damaged destroyed patrol vehicle vehicles car bomb explosion rockets rocket mortar
convoy checkpoint gunmen unknown armed men group groups army police local sources witnesses
medical staff rescue workers school camp farm field fields hill hills valley border crossing
station power water plant pipeline depot warehouse base barracks airport runway port harbour
ship boat bus truck lorry motorcycle drone drones aircraft jet jets helicopter artillery tank
tanks missile missiles mine mines device devices roadside suicide bomber ambush raid raids
clash clashes shelling bombardment strike strikes assault advance retreat siege blockade
ceasefire truce talks agreement statement spokesman ministry governor mayor elder elders
council tribe tribal militia faction rebels insurgents commander officer officers guard guards
prisoner prisoners detained abducted kidnapped released ransom missing bodies body found
buried grave burned burning smoke flames collapsed rubble roof wall walls window windows
shop shops mosque church temple shrine bakery clinic ambulance doctor nurse teacher student
students farmer farmers driver drivers passengers trader traders shepherd fisherman workers
labourers engineer journalist photographer displaced fled returned shelter tents aid food
grain wheat flour livestock cattle sheep crops harvest orchard olive date palm well wells
canal dam reservoir flood drought winter summer spring autumn january february march april
may june july august september october november december monday tuesday wednesday thursday
friday saturday sunday week weeks month months year years yesterday today tonight midnight
noon dawn dusk evening afternoon again still already nearly almost close far away around
across along behind under above inside outside toward towards through within without against
because while since until although however therefore meanwhile instead together alone first
second third last next same other another many few most both each every any none such only
just even then there here where why how what this these those his her she him them our we
you i my me us your would could should may might must can will shall do does did done has
have having be being am is are seven eight nine ten eleven twelve twenty thirty forty fifty
hundred thousand dozens scores number toll casualties deaths injuries losses damage claim
claimed denied blamed accused responsible responsibility confirmed unconfirmed disputed
conflicting accounts reports footage images satellite photographs video showed shown seen
heard loud blasts blast crater craters fragments shrapnel debris launched fired dropped
planted detonated exploded intercepted shot down crashed landed opened exchanged continued
resumed stopped began ended lasted spread reached entered captured seized recaptured lost
held controlled surrounded besieged evacuated transferred transported treated died survived
escaped hid waited gathered protested demanded refused agreed signed met spoke warned urged
called asked told added noted described explained denied declined comment details further
investigation inquiry court law order curfew emergency security situation tension tensions
violence conflict war front line lines position positions trench trenches tower hilltop ridge
pass plain desert steppe forest wood marsh coast shore island islands gulf bay strait cape
northern southern eastern western central upper lower inner outer old new large small main
narrow wide long short deep high low open closed empty crowded busy quiet remote nearby
adjacent distant different similar several various certain possible likely unlikely clear
unclear former current recent previous following earlier final temporary permanent partial
complete severe serious slight minor major critical fatal direct indirect deliberate accidental
mistaken apparent alleged suspected wanted armoured unarmed masked uniformed foreign regional
national provincial municipal rural urban civilian military naval private public religious
ethnic political economic humanitarian international joint coalition allied hostile neutral
electricity fuel oil gas diesel generator transformer cable antenna radio telephone internet
network signal supply supplies ammunition rifle rifles grenade grenades launcher cannon
machine gun guns cache stockpile shipment cargo container crate tunnel tunnels cave caves
kilometre kilometres metre metres mile miles south-east north-west half quarter couple pair
family mother father son daughter brother sister wife husband baby infant boy girl youth
grandfather neighbour neighbours relatives mourners funeral wedding festival prayer prayers
feast holiday parade ceremony meeting gathering crowd queue ration distribution visit search
operation campaign offensive manoeuvre deployment withdrawal rotation reinforcement relief
observer observers monitor monitors mission mandate envoy delegation negotiator mediator
"""
"""By rank: the earlier a word stands here, the more often it is drawn."""


@dataclass(frozen=True, slots=True)
class Rows:
    """What a contender may draw of each row."""

    lng: NDArray[np.float64]
    lat: NDArray[np.float64]
    radius_deg: NDArray[np.float64]
    """Of each region, as `lng` and `lat` are."""
    region: NDArray[np.int64]
    """Which region each row has."""
    kind: NDArray[np.int64]
    day: NDArray[np.int64]
    actor: NDArray[np.int64]
    report: NDArray[np.int64]
    names: tuple[str, ...]
    """Of each region; empty where rows have no texts."""
    texts: tuple[str, ...]

    def points(self) -> list[tuple[float, float, str]]:
        """Longitude, latitude and text of each row, for those who draw no more."""
        texts = self.texts or ("",) * len(self.region)
        lng, lat = self.lng[self.region].tolist(), self.lat[self.region].tolist()
        return list(zip(lng, lat, texts, strict=True))


def made_rows(count: int, regions: int, *, text: bool = True) -> Rows:
    """`count` rows in `regions` distinct regions; equal for equal arguments."""
    rng = np.random.default_rng(11)
    words = list(dict.fromkeys(VOCABULARY.split()))
    chance = 1.0 / (np.arange(len(words)) + 2.7)
    chance /= chance.sum()
    names: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    if text:
        pairs = rng.integers(0, len(words), (regions, 2)).tolist()
        names = tuple(f"{words[a].title()} {words[b].title()}" for a, b in pairs)
        drawn = rng.choice(len(words), p=chance, size=(count, 60))
        texts = tuple(_sentence(words, row) for row in drawn.tolist())
    return Rows(
        rng.uniform(35, 48, regions),
        rng.uniform(30, 37, regions),
        rng.choice((0.01, 0.03, 0.1, 0.3), regions),
        rng.integers(0, regions, count),
        rng.integers(0, len(KINDS), count),
        FIRST_DAY + rng.integers(0, DAYS, count),
        rng.integers(0, len(ACTORS), count),
        rng.integers(0, REPORTS, count),
        names,
        texts,
    )


def _sentence(words: list[str], drawn: list[int]) -> str:
    whole = " ".join(map(words.__getitem__, drawn))
    return f"{whole[: whole.rindex(' ', 0, TEXT_LENGTH)]}."
