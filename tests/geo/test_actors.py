"""Who did it, to whom, how many fell, and who says so."""

from __future__ import annotations

import pytest

from tests.geo.tellings import one, read


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Russian forces shelled Kharkiv on Tuesday.", "Russian forces", "force"),
        ("Boko Haram attacked a village near Kano on Tuesday.", "Boko Haram", "group"),
        ("An Israeli air strike hit a house in Beirut on Tuesday.", "Israeli", "state"),
        ("The base in Mosul was attacked by militants on Tuesday.", "militants", "group"),
        ("Russia fired six missiles at Kyiv on Tuesday.", "Russia", "state"),
        ("Villagers in Gao were struck by a drone of the Malian army on Tuesday.", "Malian army", "force"),
    ],
)  # fmt: skip
def test_actors(text: str, name: str, kind: str) -> None:
    assert (name, kind) in [(a.name, a.kind) for a in one(text).actors]


def test_an_actor_of_a_state_carries_its_code() -> None:
    (actor,) = one("Russian forces shelled Kharkiv on Tuesday.").actors
    assert actor.country_code == "RU"


def test_a_backer_is_not_the_actor() -> None:
    incident = one("Iran-backed militias attacked a base in Mosul on Tuesday.")
    assert [a.country_code for a in incident.actors] == [None]


@pytest.mark.parametrize(
    ("text", "target", "kind"),
    [
        ("Rebels attacked an army base near Gao on Tuesday.", "army base", "military"),
        ("Gunmen attacked a police station in Kano on Tuesday.", "police station", "government"),
        ("A drone hit a power station in Sumy on Tuesday.", "power station", "infrastructure"),
        ("A missile hit a container ship off Hodeidah on Tuesday.", "container ship", "shipping"),
        ("Shells hit a hospital in Aleppo on Tuesday.", "hospital", "civilian"),
        ("Jets struck buildings used by militants in Mosul on Tuesday.", "buildings used by militants", "military"),
    ],
)  # fmt: skip
def test_targets(text: str, target: str, kind: str) -> None:
    incident = one(text)
    assert (target, kind) in list(zip(incident.targets, incident.target_kinds, strict=True))


@pytest.mark.parametrize(
    ("text", "dead", "hurt"),
    [
        ("Gunmen killed 12 people and wounded five in Kano on Tuesday.", (12, 12), (5, 5)),
        ("A bomb in Kano killed at least 30 people on Tuesday.", (30, None), (None, None)),
        ("Three soldiers and two civilians were killed in an ambush near Gao on Tuesday.", (5, 5), (None, None)),
        ("An attack near Gao on Tuesday left six dead and ten wounded.", (6, 6), (10, 10)),
        ("A shell hit a school in Aleppo on Tuesday. Nobody was hurt.", (None, None), (0, 0)),
        ("A soldier was killed by a sniper in Aleppo on Tuesday.", (1, 1), (None, None)),
        ("Five people were shot dead in Kano on Tuesday.", (5, 5), (None, None)),
        ("A blast in Kano on Tuesday claimed the lives of seven people.", (7, 7), (None, None)),
    ],
)  # fmt: skip
def test_casualties(
    text: str, dead: tuple[int | None, int | None], hurt: tuple[int | None, int | None]
) -> None:
    incident = one(text)
    assert (incident.fatalities_min, incident.fatalities_max) == dead
    assert (incident.injuries_min, incident.injuries_max) == hurt


def test_a_disagreement_is_a_range() -> None:
    incident = one(
        "A bomb exploded in a market in Kano on Tuesday. Three people were killed, police said. "
        "The hospital said that five people were killed in the blast."
    )
    assert (incident.fatalities_min, incident.fatalities_max) == (3, 5)


@pytest.mark.parametrize(
    ("tail", "claimed", "denied", "status"),
    [
        ("Al Shabaab claimed responsibility.", ("Al Shabaab",), (), "declared"),
        ("Al Shabaab said that it had carried out the attack.", ("Al Shabaab",), (), "declared"),
        ("Responsibility was claimed by Al Shabaab.", ("Al Shabaab",), (), "declared"),
        ("No group claimed responsibility.", (), (), "single-source claim"),
    ],
)
def test_claims(tail: str, claimed: tuple[str, ...], denied: tuple[str, ...], status: str) -> None:
    incident = one(f"A car bomb exploded in Mogadishu on Tuesday, police said. {tail}")
    assert incident.claimed_by == claimed
    assert incident.denied_by == denied
    assert incident.strike_status == status


def test_the_day_of_the_statement_is_not_the_day_of_the_incident() -> None:
    incident = one("The mayor said on Thursday that gunmen had attacked a village near Gao.")
    assert incident.date is not None
    assert incident.date.start is None


def test_who_says_so() -> None:
    incident = one("Shells hit a school in Aleppo on Tuesday, according to the Syrian Observatory.")
    assert incident.attribution == ("Syrian Observatory",)
    assert incident.strike_status == "single-source claim"


def test_a_denial_makes_it_contested() -> None:
    (incident,) = read(
        "Ukraine said that Russian forces shelled a hospital in Kharkiv on Tuesday. Moscow denied "
        "the attack."
    )
    assert incident.denied_by == ("Moscow",)
    assert incident.strike_status == "contested"


@pytest.mark.parametrize(
    "text",
    [
        "The army, which shelled Gao on Monday, said it was too early to say who was to blame.",
        "The group, whose fighters attacked Gao on Monday, denied any part in it.",
        "A policeman who was shot in Gao on Monday told reporters that he was well.",
    ],
)
def test_what_is_told_of_the_speaker_keeps_its_place_and_day(text: str) -> None:
    (incident,) = read(text)
    assert incident.place is not None
    assert incident.place.text == "Gao"
    assert incident.date is not None
    assert incident.date.edtf == "2024-05-06"
