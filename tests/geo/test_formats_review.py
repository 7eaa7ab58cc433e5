"""Review: a person's word wins, is marked, outlives new extractions, and can be undone."""

from __future__ import annotations

import csv
import dataclasses
import datetime as dt
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from incident_strategies import incidents

from gazetteer.model import Resolution, ResolutionStatus
from geo.errors import IncidentDataError
from geo.formats.review import apply_review, review_located, write_review
from geo.formats.review_file import EDITABLE, read_review, review_row
from geo.model import Actor, DatePhrase, Incident, LocatedIncident, PlaceMention, Quote

relaxed = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=25
)
DAY = dt.date(2021, 6, 28)
WORDS = "Three rockets hit the depot outside the town on Monday."


def incident(incident_id: str = "a", words: str = WORDS, **fields: object) -> Incident:
    made = Incident(
        incident_id,
        "r",
        "Explosions/Remote violence",
        "Shelling/artillery/missile attack",
        "rocket_attack",
        date=DatePhrase("on Monday", "2021-06-28", DAY, DAY, date_prec=1),
        place=PlaceMention("outside the town", 26, 42),
        places=(PlaceMention("outside the town", 26, 42),),
        actors=(Actor("A", "group"), Actor("B")),
        targets=("the depot",),
        target_kinds=("military",),
        fatalities_min=2,
        fatalities_max=2,
        quotes=(Quote(words, 0, len(words), "r"),),
    )
    return dataclasses.replace(made, **fields)  # type: ignore[arg-type]


A, B, C = (
    incident("a"),
    incident("b", "A drone fell on the school in the afternoon of that day."),
    incident("c", "Gunmen fired on a patrol near the river, a spokesman said."),
)


def sheet(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def save(path: Path, rows: list[dict[str, str]], delimiter: str = ",") -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.DictWriter(stream, rows[0], delimiter=delimiter)
        writer.writeheader()
        writer.writerows(rows)


def review(path: Path, extracted: list[Incident], **cells: dict[str, str]) -> Path:
    """Write a review file and change cells, by incident id."""
    write_review(path, extracted)
    save(path, [{**row, **cells.get(row["id"], {})} for row in sheet(path)])
    return path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "report.review.csv"


# --- Without decisions ---------------------------------------------------------------


@relaxed
@given(found=st.lists(incidents(), max_size=4, unique_by=lambda i: i.incident_id))
def test_a_file_that_nobody_touched_changes_nothing(tmp_path: Path, found) -> None:
    target = tmp_path / "x.review.csv"
    target.unlink(missing_ok=True)
    write_review(target, found)
    first = target.read_bytes()
    there = {item.incident_id for item in found}
    kept = tuple(
        dataclasses.replace(
            item,
            related=tuple(
                dict.fromkeys(r for r in item.related if r in there and r != item.incident_id)
            ),
        )
        for item in found
    )
    assert apply_review(found, target).incidents == kept
    write_review(target, found)
    assert target.read_bytes() == first


def test_no_cell_runs_as_a_formula(path: Path) -> None:
    evil = incident("=a", "=HYPERLINK(1)", kind="other", targets=("@x", "-y"), weapons=("+z",))
    write_review(path, [evil])
    cells = [cell for row in sheet(path) for cell in row.values()]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    assert apply_review([evil], path).incidents == (evil,)


def test_a_spreadsheet_may_rewrite_dates_truths_and_delimiters(path: Path) -> None:
    month = DatePhrase("in June", "2021-06", dt.date(2021, 6, 1), dt.date(2021, 6, 30), date_prec=4)
    whole = incident("b", B.quotes[0].text, date=month)
    write_review(path, [A, whole])
    first, second = sheet(path)
    first |= {"start_date": "28/06/2021", "end_date": "6/28/2021", "edtf": "28.06.2021",
              "open_end": "FALSE", "count_min": "1.0", "id": "1E+10"}  # fmt: skip
    second |= {"start_date": "01/06/2021", "edtf": "Jun-21"}
    save(path, [first, second], delimiter=";")
    assert apply_review([A, whole], path).incidents == (A, whole)


# --- Editing -------------------------------------------------------------------------


@pytest.mark.parametrize("action", ["", "keep", "edit", "EDIT"])
def test_a_corrected_cell_wins_and_is_marked(path: Path, action: str) -> None:
    review(path, [A], a={"action": action, "fatalities_max": "5", "who": "me", "why": "called"})
    (found,) = apply_review([A], path).incidents
    assert (found.fatalities_min, found.fatalities_max) == (2, 5)
    assert found.edited == ("fatalities_max",)
    assert found == dataclasses.replace(A, fatalities_max=5, edited=("fatalities_max",))


def test_what_nobody_touched_follows_the_extraction(path: Path) -> None:
    review(path, [A], a={"fatalities_max": "5"})
    later = dataclasses.replace(A, injuries_min=7, injuries_max=7)
    (found,) = apply_review([later], path).incidents
    assert (found.fatalities_max, found.injuries_min) == (5, 7)


def test_an_emptied_cell_is_unknown(path: Path) -> None:
    review(
        path, [A], a={"fatalities_min": "", "fatalities_max": "", "actors": "", "place_text": ""}
    )
    (found,) = apply_review([A], path).incidents
    assert (found.fatalities_min, found.actors, found.place) == (None, (), None)


def test_lists_dates_and_kinds_bring_what_follows_from_them(path: Path) -> None:
    review(
        path,
        [A],
        a={"actors": "A; D", "targets": "the depot; a school", "kind": "drone_attack",
           "edtf": "2021-05", "place_text": "Al-Qaim"},
    )  # fmt: skip
    (found,) = apply_review([A], path).incidents
    assert found.actors == (Actor("A", "group"), Actor("D"))
    assert found.target_kinds == ("military", "unknown")
    assert found.sub_event_type == "Air/drone strike"
    assert found.date is not None
    assert (found.date.start, found.date.end) == (dt.date(2021, 5, 1), dt.date(2021, 5, 31))
    assert (found.date.date_prec, found.date.text) == (4, "on Monday")
    assert found.place is not None
    assert found.place.text == "Al-Qaim"


def test_days_that_are_edited_rewrite_the_edtf(path: Path) -> None:
    review(path, [A], a={"start_date": "2021-06-01", "open_end": "true"})
    (found,) = apply_review([A], path).incidents
    assert found.date is not None
    assert found.date.edtf == "2021-06-01/.."
    assert found.date.end == DAY


@pytest.mark.parametrize(
    ("edtf", "start", "end"),
    [
        ("../2021-05-03", None, dt.date(2021, 5, 3)),
        ("2021", dt.date(2021, 1, 1), dt.date(2021, 12, 31)),
        ("2021-02~", dt.date(2021, 2, 1), dt.date(2021, 2, 28)),
        ("2021-04/..", dt.date(2021, 4, 1), DAY),
        ("2021-05-30/2021-06", dt.date(2021, 5, 30), dt.date(2021, 6, 30)),
    ],
)
def test_an_edtf_that_is_edited_rewrites_the_days(path: Path, edtf: str, start, end) -> None:
    review(path, [A], a={"edtf": edtf})
    (found,) = apply_review([A], path).incidents
    assert found.date is not None
    assert (found.date.edtf, found.date.start, found.date.end) == (edtf, start, end)
    assert found.date.open_end == edtf.endswith("..")


def test_undo_gives_back_what_was_extracted(path: Path) -> None:
    review(path, [A], a={"action": "undo", "fatalities_max": "5", "kind": "riot"})
    assert apply_review([A], path).incidents == (A,)


# --- Deleting, merging, splitting ----------------------------------------------------


def test_deleted_stays_deleted_and_can_be_undone(path: Path) -> None:
    review(path, [A, B], a={"action": "delete"})
    assert apply_review([A, B], path).incidents == (B,)
    write_review(path, [A, B])
    assert apply_review([A, B], path).incidents == (B,)
    save(path, [{**row, "action": "undo"} for row in sheet(path)])
    assert apply_review([A, B], path).incidents == (A, B)


def test_merged_keeps_all_quotes_and_stays_merged(path: Path) -> None:
    review(path, [A, B, C], b={"action": "merge into a"}, c={"action": "merge into b"})
    for _ in range(2):
        (found,) = apply_review([A, B, C], path).incidents
        assert found.incident_id == "a"
        assert found.quotes == (*A.quotes, *B.quotes, *C.quotes)
        assert (found.fatalities_max, found.edited) == (2, ("quotes",))
        write_review(path, [A, B, C])


def test_links_follow_a_merge_and_end_at_a_deletion(path: Path) -> None:
    whole = dataclasses.replace(C, related=("a", "b"))
    review(path, [A, B, whole], a={"action": "delete"}, b={"action": "merge into c"})
    (found,) = apply_review([A, B, whole], path).incidents
    assert found.related == ()


def test_split_makes_one_of_each_copy(path: Path) -> None:
    whole = dataclasses.replace(C, related=("a",))
    write_review(path, [A, whole])
    row, other = sheet(path)
    save(
        path,
        [
            {**row, "action": "split", "targets": "the depot"},
            {**row, "action": "split", "targets": "a school", "fatalities_min": "0"},
            other,
        ],
    )
    for _ in range(2):
        one, two, third = apply_review([A, whole], path).incidents
        assert (one.incident_id, two.incident_id) == ("a-1", "a-2")
        assert (one.targets, two.targets) == (("the depot",), ("a school",))
        assert two.edited == ("targets", "fatalities_min", "incident_id")
        assert one.quotes == two.quotes == A.quotes
        assert third.related == ("a-1", "a-2")
        write_review(path, [A, whole])


# --- A new extraction ----------------------------------------------------------------


def test_a_decision_finds_its_incident_by_its_words(path: Path) -> None:
    review(path, [A, B, C], a={"fatalities_max": "5"}, b={"action": "delete"})
    moved = [dataclasses.replace(item, incident_id=f"new-{item.incident_id}") for item in (C, B, A)]
    reviewed = apply_review(moved, path)
    assert [item.incident_id for item in reviewed.incidents] == ["c", "a"]
    assert reviewed.incidents[1].fatalities_max == 5
    assert reviewed.origins["a"] == ("new-a",)


def test_a_quote_that_grew_is_the_same_quote(path: Path) -> None:
    review(path, [A], a={"action": "delete"})
    longer = incident("x", f"{WORDS} Nobody was hurt, officials said later.")
    assert apply_review([longer], path).incidents == ()


def test_an_id_that_now_means_something_else_is_not_followed(path: Path) -> None:
    review(path, [A], a={"fatalities_max": "9"})
    other = dataclasses.replace(B, incident_id="a")
    reviewed = apply_review([other], path)
    assert reviewed.incidents == (other,)
    assert "no longer in the report" in reviewed.notes[0]


def test_of_two_incidents_in_one_sentence_the_likelier_is_taken(path: Path) -> None:
    school = incident("b", WORDS, targets=("a school",), kind="airstrike")
    review(path, [A, school], b={"action": "delete"})
    again = [dataclasses.replace(item, incident_id=f"n{item.incident_id}") for item in (school, A)]
    (found,) = apply_review(again, path).incidents
    assert found.targets == A.targets


def test_a_decision_between_two_equals_waits(path: Path) -> None:
    review(path, [A], a={"action": "delete"})
    twins = [dataclasses.replace(A, incident_id=name) for name in ("x", "y")]
    reviewed = apply_review(twins, path)
    assert len(reviewed.incidents) == 2
    assert any("several incidents" in note for note in reviewed.notes)


def test_a_decision_whose_incident_has_gone_waits_for_it(path: Path) -> None:
    review(path, [A, B], a={"action": "delete", "why": "a rumour"})
    write_review(path, [B])
    gone = apply_review([B], path)
    assert (gone.incidents, gone.notes) == ((B,), ())
    assert apply_review([A, B], path).incidents == (B,)
    assert [row.why for row in read_review(path) if row.incident_id == "a"] == ["a rumour"]


def test_a_new_incident_is_kept_and_said(path: Path) -> None:
    review(path, [A])
    reviewed = apply_review([A, B], path)
    assert reviewed.incidents == (A, B)
    assert any("1 incident(s) are new" in note for note in reviewed.notes)


@relaxed
@given(
    found=st.lists(incidents(), min_size=1, max_size=3, unique_by=lambda i: i.incident_id),
    data=st.data(),
)
def test_writing_again_keeps_every_decision(tmp_path: Path, found, data) -> None:
    target = tmp_path / "x.review.csv"
    target.unlink(missing_ok=True)
    write_review(target, found)
    rows = sheet(target)
    for row in rows:
        row["action"] = data.draw(st.sampled_from(["", "keep", "edit", "delete", "undo"]))
        row["fatalities_min"], row["fatalities_max"] = data.draw(
            st.sampled_from([("3", "9"), (row["fatalities_min"], row["fatalities_max"])])
        )
    save(target, rows)
    before = apply_review(found, target)
    write_review(target, found)
    assert apply_review(found, target) == before


# --- Files that are not clear --------------------------------------------------------


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"action": "remove"}, "none of keep"),
        ({"action": "merge into nobody"}, "no incident nobody"),
        ({"action": "merge into a"}, "circle"),
        ({"action": "split"}, "copy it"),
        ({"count_min": "many"}, "count_min: must be a whole number"),
        ({"count_min": ""}, "count_min: must not be empty"),
        ({"kind": "party"}, "kind: must be one of"),
        ({"stage": "maybe"}, "stage: must be one of"),
        ({"date_prec": "8"}, "date_prec: must be one of"),
        ({"start_date": "06/07/2021"}, "start_date: no date that reads one way"),
        ({"edtf": "summer"}, "edtf: 'summer' is not understood"),
        ({"fatalities_min": "9"}, "more than fatalities_max"),
        ({"extracted": "x"}, "extracted: was changed"),
    ],
)
def test_a_row_that_is_not_clear_is_named_and_nothing_applied(
    path: Path, cells: dict[str, str], words: str
) -> None:
    review(path, [A, B], a=cells, b={"action": "delete"})
    with pytest.raises(IncidentDataError, match=words) as caught:
        apply_review([A, B], path)
    assert str(path) in str(caught.value)
    assert "line 2" in str(caught.value)


def test_a_copy_that_does_not_say_split_is_named(path: Path) -> None:
    write_review(path, [A])
    save(path, sheet(path) * 2)
    with pytest.raises(IncidentDataError, match="must say split"):
        apply_review([A], path)


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"", "lacks the column"), (b"x,y\n1,2\n", "lacks the column"), (b"\xff\xfe", "CSV UTF-8")],
)
def test_a_file_that_is_no_review_is_named(path: Path, content: bytes, words: str) -> None:
    path.write_bytes(content)
    with pytest.raises(IncidentDataError, match=words):
        apply_review([A], path)
    with pytest.raises(IncidentDataError, match=words):
        write_review(path, [A])
    assert path.read_bytes() == content


# --- Located incidents ---------------------------------------------------------------


def test_only_a_corrected_place_is_placed_anew(path: Path) -> None:
    there = Resolution("there", ResolutionStatus.NOT_FOUND, "As before.")
    located = [LocatedIncident(item, there) for item in (A, B, C)]
    review(path, [A, B, C], a={"place_text": "Al-Qaim"}, c={"action": "merge into b"})
    asked: list[Incident] = []

    def relocate(items):
        asked.extend(items)
        return [
            LocatedIncident(item, Resolution("x", ResolutionStatus.NOT_FOUND, "Anew."))
            for item in items
        ]

    (first, second), _ = review_located(located, path, relocate)
    assert [item.incident_id for item in asked] == ["a"]
    assert (first.resolution.reason, second.resolution.reason) == ("Anew.", "As before.")
    assert len(second.incident.quotes) == 2


def test_a_row_shows_all_that_can_be_edited() -> None:
    assert set(review_row(A).cells) == set(EDITABLE)
