"""A report to its incidents: identity, quotes, long and hostile input, golden files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from effort import effort
from hypothesis import given, settings
from hypothesis import strategies as st

from gazetteer.resolver import Gazetteer
from geo.incidents import extract, incident_to_json
from geo.reports import read_report, report_from_text
from geo.words import word_set
from tests.geo.tellings import DAY, one, read, toponyms

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = Path(__file__).parent / "golden"
REPORTS = sorted(
    path
    for folder in (ROOT / "seeds", ROOT / "seeds" / "samples")
    for path in folder.iterdir()
    if path.is_file()
)
ATTACK = "Gunmen attacked a village near Gao on Tuesday, killing four people."


def plain(incident: Any) -> dict[str, Any]:
    """The incident as JSON, without what the gazetteer alone answers for."""
    row = incident_to_json(incident)
    for place in (row["place"], *row["places"]):
        for key in ("name", "country", "country_code", "admin1"):
            if place is not None:
                place.pop(key)
    return row


@pytest.mark.parametrize("path", REPORTS, ids=lambda p: p.stem)
def test_golden(path: Path, gazetteer: Gazetteer) -> None:
    """Reviewed by reading; `python -m tests.geo.test_incidents` writes them anew."""
    found = [plain(i) for i in extract(read_report(path), gazetteer.toponyms)]
    golden = json.loads((GOLDEN / f"{path.stem}.json").read_text(encoding="utf-8"))
    assert found == golden


def test_the_identity_of_an_incident_survives_other_text() -> None:
    alone = one(ATTACK)
    inserted = f"The ministers met in Beirut and spoke of trade.\n\n{ATTACK}\n\nIt rained."
    assert one(inserted).incident_id == alone.incident_id


def test_quotes_are_verbatim() -> None:
    text = f"  {ATTACK}\n\nPolice said the attack lasted an hour and that three houses were burned."
    for incident in read(text):
        for quote in incident.quotes:
            assert text[quote.start : quote.end] == quote.text


def test_nothing_is_said_that_the_text_does_not_say() -> None:
    incident = one("A bomb exploded in Kano on Tuesday.")
    assert incident.actors == ()
    assert incident.fatalities_min is None
    assert incident.claimed_by == ()
    assert incident.attribution == ()


def test_without_a_day_the_report_is_the_only_bound() -> None:
    incident = one("Gunmen attacked a village near Gao, killing four people.")
    assert incident.date is not None
    assert (incident.date.text, incident.date.start, incident.date.end) == ("", None, DAY)


def test_an_undated_report_leaves_the_day_open() -> None:
    incident = one("Gunmen attacked a village near Gao, killing four people.", day=None)
    assert incident.date is None


def test_upper_case_wire_text() -> None:
    incident = one(
        "GUERRILLAS OF THE FARC ATTACKED A POLICE STATION IN MOPTI ON TUESDAY WITH GRENADES, KILLING "
        "THREE POLICEMEN."
    )
    assert incident.fatalities_min == 3
    assert incident.actors[0].name == "FARC"


def test_progress_reaches_the_end_of_a_long_report() -> None:
    text = "\n\n".join([ATTACK, *["The harvest was good this year in the valley."] * 6000])
    seen: list[int] = []
    report = report_from_text(text, "long", published=DAY)
    extract(report, toponyms, advance=seen.append)
    assert len(seen) > 1
    assert seen == sorted(seen)
    assert seen[-1] == len(text)


@pytest.mark.parametrize(
    "bait",
    [
        "attacked " * 1_000,
        "(((" * 2_000 + "attack" + ")))" * 2_000,
        "“He said “they attacked “" * 1_000,
        "killed and " * 1_000,
        "in Gao, " * 1_000 + "gunmen attacked",
        "12 " * 3_000,
        "the attack of the attack on " * 400,
        "a-b-" * 2_000 + "attack",
        "who attacked which attacked that " * 400,
    ],
    ids=lambda bait: bait[:12],
)
def test_hostile_text_takes_linear_work(bait: str) -> None:
    def work(text: str) -> int:
        report = report_from_text(text, "bait", published=DAY)
        return effort(lambda: extract(report, lambda _: ()))

    work(bait)
    assert work(bait * 4) < 8 * work(bait) + 20_000  # 4 if linear, 16 if squared


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            sorted(
                word_set(
                    "gunmen attacked the village of Gao on Tuesday and killed 12 people , who said "
                    "that a bomb was thrown by him . ( ) “ ” - army Mali after since at least five times"
                )
            )
        ),
        max_size=60,
    )
)
def test_any_order_of_words_is_read(words: list[str]) -> None:
    text = " ".join(words)
    if not text.strip():
        return
    for incident in read(text):
        assert incident.quotes
        assert incident.count_min >= 0
        assert incident.count_max is None or incident.count_max >= incident.count_min


def main() -> None:
    """Write the golden files; read the difference before committing it."""
    gazetteer = Gazetteer.open()
    GOLDEN.mkdir(exist_ok=True)
    for path in REPORTS:
        found = [plain(i) for i in extract(read_report(path), gazetteer.toponyms)]
        text = json.dumps(found, ensure_ascii=False, indent=1)
        (GOLDEN / f"{path.stem}.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
