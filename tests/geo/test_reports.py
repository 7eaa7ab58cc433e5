"""Files of every kind become reports; bad ones are named with the remedy."""

from __future__ import annotations

import builtins
import datetime as dt
import json
import sys
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.errors import ReportError
from geo.reports import SUFFIXES, read_report, read_reports, report_from_text

BODY = "Gunmen attacked the village of Konduga on Monday and killed four people."


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


# --- Formats -------------------------------------------------------------------------


def test_text_is_untouched(tmp_path: Path) -> None:
    text = " \r\ndate 2021-06-28 " + BODY + "\r\n"
    report = read_report(write(tmp_path, "a.txt", text))
    assert report.text == text
    assert report.published == dt.date(2021, 6, 28)
    assert report.text[report.body_start :].startswith("Gunmen")
    assert (report.report_id, report.language, report.notes) == ("a", "en", ())
    assert len(report.sha256) == 64


def test_markdown_with_front_matter(tmp_path: Path) -> None:
    head = '---\ntitle: "Raid"\ndate: 2019-11-20\nsource: Bulletin\ntags: [a]\n---\n\n# Raid\n\n'
    report = read_report(write(tmp_path, "a.md", head + BODY))
    assert (report.title, report.source, report.published) == (
        "Raid", "Bulletin", dt.date(2019, 11, 20),
    )  # fmt: skip
    assert report.text[report.body_start :] == BODY


PAGE = """<!doctype html><html><head><title>Raid | News</title>
<script type="application/ld+json">{{"@graph": [{{"@type": "NewsArticle", "headline": "A raid",
"datePublished": "2022-10-10T08:00:00+03:00", "publisher": {{"name": "Example News"}}}}]}}</script>
</head><body><nav>Home World</nav><article><h1>A raid</h1><p>{body}</p>
<p>More <b>were</b> hurt&nbsp;in<br>Bama.</p><script>alert(1)</script>
<ul><li>Konduga</li><li>Bama</li></ul></article><aside>Read also</aside></body></html>"""


def test_a_page_gives_its_article(tmp_path: Path) -> None:
    report = read_report(write(tmp_path, "a.html", PAGE.format(body=BODY)))
    assert (report.title, report.source) == ("A raid", "Example News")
    assert report.published == dt.date(2022, 10, 10)
    assert BODY in report.text
    assert "More were hurt in\nBama." in report.text
    assert "Konduga\n\nBama" in report.text
    assert not any(word in report.text for word in ("Home", "alert", "Read also", "<"))


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2022-10-10T01:00:00Z">',
        '<meta name="dc.date" content="10 October 2022">',
        '<script type=\'application/ld+json\'>{"datePublished": "2022-10-10"}</script>',
        "<script type='application/ld+json'>{broken</script><time datetime='2022-10-10'></time>",
    ],
)
def test_a_page_says_its_day_in_many_ways(tmp_path: Path, head: str) -> None:
    page = f"<html><head>{head}</head><body><p>{BODY}</p></body></html>"
    assert read_report(write(tmp_path, "a.htm", page)).published == dt.date(2022, 10, 10)


def test_a_page_in_its_declared_encoding(tmp_path: Path) -> None:
    page = f'<meta charset="windows-1251"><p>Взрыв прогремел в Харькове. {BODY}</p>'
    report = read_report(write(tmp_path, "a.html", page.encode("cp1251")))
    assert "Харькове" in report.text


def test_an_email(tmp_path: Path) -> None:
    message = (
        "From: Desk <desk@example.org>\nSubject: =?utf-8?q?Raid_=E2=80=93_Borno?=\n"
        "Date: Tue, 5 Mar 2024 18:20:00 +0100\nContent-Type: text/plain; charset=utf-8\n\n" + BODY
    )
    report = read_report(write(tmp_path, "a.eml", message))
    assert (report.title, report.source) == ("Raid – Borno", "Desk <desk@example.org>")
    assert report.published == dt.date(2024, 3, 5)
    assert report.text == BODY


def test_a_mailbox_of_two(tmp_path: Path) -> None:
    box = "".join(
        f"From a@b Tue Mar  5 18:20:00 2024\nFrom: a@example.org\nSubject: {n}\n"
        f"Date: Tue, {n} Mar 2024 18:20:00 +0100\nContent-Type: text/html\n\n<p>{BODY}</p>\n\n"
        for n in (5, 6)
    )
    reports = list(read_reports(write(tmp_path, "a.mbox", box)))
    assert [r.published for r in reports] == [dt.date(2024, 3, 5), dt.date(2024, 3, 6)]
    assert {r.text for r in reports} == {BODY}


def test_json_lines(tmp_path: Path) -> None:
    rows = [{"id": 7, "text": BODY, "date": "2024-03-05"}, {"text": "date 2020-01-02 " + BODY}]
    path = write(tmp_path, "a.jsonl", "\n".join(json.dumps(row) for row in rows))
    reports = list(read_reports(path, date=dt.date(1999, 1, 1)))
    assert [(r.report_id, r.published) for r in reports] == [
        ("7", dt.date(2024, 3, 5)),
        ("a-2", dt.date(2020, 1, 2)),
    ]
    with pytest.raises(ReportError, match="several reports"):
        read_report(path)


def test_csv_with_a_text_column(tmp_path: Path) -> None:
    table = f'event_id;event_date;notes\nA1;05 March 2024;"{BODY} ""Yes""; he said"\n'
    (report,) = read_reports(write(tmp_path, "a.csv", "\ufeff" + table))
    assert (report.report_id, report.published) == ("A1", dt.date(2024, 3, 5))
    assert report.text == BODY + ' "Yes"; he said'


def test_docx_keeps_its_paragraphs(tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_paragraph("12 May 2022")
    document.add_paragraph(BODY)
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Bama", "3"
    document.save(str(tmp_path / "a.docx"))
    report = read_report(tmp_path / "a.docx")
    assert report.published == dt.date(2022, 5, 12)
    offset = {name: start for start, name in report.marks}["paragraph 2"]
    assert report.text[offset:].startswith(BODY)
    assert "Bama | 3" in report.text


def pdf(pages: list[str]) -> bytes:
    """A PDF of one line a page."""
    font = 3 + 2 * len(pages)
    kids = " ".join(f"{3 + 2 * i} 0 R" for i in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
    ]
    for i, line in enumerate(pages):
        stream = f"BT /F1 12 Tf 50 700 Td ({line}) Tj ET"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {4 + 2 * i} 0 R "
            f"/Resources << /Font << /F1 {font} 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode()
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    return (
        out
        + (
            f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer << /Size {size} /Root 1 0 R >>\n"
            f"startxref\n{len(out)}\n%%EOF"
        ).encode()
    )


def test_pdf_keeps_its_pages(tmp_path: Path) -> None:
    pytest.importorskip("pypdf")
    report = read_report(write(tmp_path, "a.pdf", pdf([BODY, "A mine exploded near Bama."])))
    assert [name for _, name in report.marks] == ["page 1", "page 2"]
    assert report.text[report.marks[1][0] :] == "A mine exploded near Bama."


# --- Day, place and source -----------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "published", "dateline", "source", "body"),
    [
        ("BAGHDAD, June 28, 2021 (Reuters) - Four died.", "2021-06-28", "BAGHDAD", "Reuters",
         "Four died."),
        ("   BOGOTA, 3 JUL 89 (EFE) -- [REPORT] [TEXT] A BOMB EXPLODED.", "1989-07-03", "BOGOTA",
         "EFE", "A BOMB EXPLODED."),
        ("SAN JOSE (COSTA RICA), 10 DEC 89 (ACAN - EFE) -- [TEXT] A BOMB.", "1989-12-10",
         "SAN JOSE (COSTA RICA)", "ACAN - EFE", "A BOMB."),
        ("CLANDESTINE, 8 JAN 90 (RADIO X) -- THE WAR GOES ON.", "1990-01-08", None, "RADIO X",
         "THE WAR GOES ON."),
        ("Khartoum - 17 April 2023 - Shells hit the airport.", "2023-04-17", "Khartoum", None,
         "Shells hit the airport."),
        ("GENEVA (12 October 2022) – Experts condemned it.", "2022-10-12", "GENEVA", None,
         "Experts condemned it."),
        ("Kyiv, Ukraine (CNN) — Missiles fell.", None, "Kyiv, Ukraine", "CNN", "Missiles fell."),
        ("Ménaka, le 12 mars 2023 (AFP) – Des hommes armés ont tué dix civils.", "2023-03-12",
         "Ménaka", "AFP", "Des hommes armés ont tué dix civils."),
        ("Bogotá, 15 de mayo de 2021 (EFE).- Tres soldados murieron en un ataque.", "2021-05-15",
         "Bogotá", "EFE", "Tres soldados murieron en un ataque."),
        ("Date: 14 Feb 2024\nSource: Press service\nSubject: Summary\n\nNine drones came.",
         "2024-02-14", None, "Press service", "Nine drones came."),
        ("Posted on March 4, 2022 at 10:15 am\n\nShelling went on yesterday.", "2022-03-04", None,
         None, "Shelling went on yesterday."),
        ("[28/06/2021, 14:05] Explosions east of the river", "2021-06-28", None, None,
         "[28/06/2021, 14:05] Explosions east of the river"),
        ("Jets struck two sites early on Tuesday, media said – the third raid this month.", None,
         None, None, "Jets struck two sites early on Tuesday, media said – the third raid this month."),
        ("A long-range drone - one of many - fell on the town in March 2021.", None, None, None,
         "A long-range drone - one of many - fell on the town in March 2021."),
    ],
)  # fmt: skip
def test_what_stands_before_the_prose(
    text: str, published: str | None, dateline: str | None, source: str | None, body: str
) -> None:
    report = report_from_text(text, "r")
    assert str(report.published) == str(published)
    assert (report.dateline, report.source) == (dateline, source)
    assert report.text[report.body_start :] == body


@pytest.mark.parametrize(
    ("head", "title", "published"),
    [
        ("Raid on a village in Borno\n\n", "Raid on a village in Borno", None),
        ("FLASH UPDATE No. 3\nBorno State\n12 March 2023\n\n", "FLASH UPDATE No. 3", "2023-03-12"),
        ("Raid in Borno\nPublished: 5th January 2020, 09:30\nBy a correspondent\n\n",
         "Raid in Borno", "2020-01-05"),
        ("", None, None),
    ],
)  # fmt: skip
def test_headlines(head: str, title: str | None, published: str | None) -> None:
    report = report_from_text(head + BODY, "r")
    assert (report.title, str(report.published)) == (title, str(published))
    assert report.text[report.body_start :] == BODY


@pytest.mark.parametrize(
    ("text", "published", "body"),
    [
        ("Statement of 3 March 2024. Two men died in the town.", "2024-03-03", "Two men died"),
        ("Updated 19 Sept 2022: Shells fell on the town.", "2022-09-19", "Shells fell"),
        ("Published 2020-08-28. Gunmen came to the town.", "2020-08-28", "Gunmen came"),
        ("Le 5 juin 2021. Des hommes armés ont attaqué le village.", "2021-06-05", "Des hommes"),
        ("Comunicado del 5 de mayo de 2021. El ejército informó.", "2021-05-05", "El ejército"),
        ("Сводка за 3 мая 2022 года. Обстрел города продолжался.", "2022-05-03", "Обстрел"),
        ("Situation Report No. 3, 12 March 2023. Armed men came.", "2023-03-12", "Armed men"),
        ("MANAGUA, 3 March 2024. Two men died in the town.", "2024-03-03", "Two men died"),
        ("(3 March 2024) Drones hit the port.", "2024-03-03", "Drones hit"),
        ("3 March 2024: Two men died in the town today.", "2024-03-03", "3 March 2024: Two"),
        ("3 March 2024: One died.\n4 March 2024: Two died.", None, "3 March 2024: One"),
        ("On 3 March 2024: two men died. They fled.", None, "On 3 March"),
        ("He died on 3 March 2024. Others fled.", None, "He died"),
        ("Shells hit Bama on 3 March 2024. Two men died.", None, "Shells hit"),
    ],
)
def test_a_day_that_opens_the_report(text: str, published: str | None, body: str) -> None:
    report = report_from_text(text, "r")
    assert str(report.published) == str(published)
    assert report.text[report.body_start :].startswith(body)


def test_a_given_day_wins_and_completes_the_dateline() -> None:
    report = report_from_text(
        "BAGHDAD, June 27 (Reuters) - Four died today.", "r", published=dt.date(2021, 6, 28)
    )
    assert report.published == dt.date(2021, 6, 28)
    assert report.dateline_day == dt.date(2021, 6, 27)


def test_the_day_given_by_the_user_is_for_reports_that_state_none(tmp_path: Path) -> None:
    given_day = dt.date(2000, 1, 1)
    stated = write(tmp_path, "a.txt", "date 2021-06-28 " + BODY)
    assert read_report(stated, date=given_day).published == dt.date(2021, 6, 28)
    assert read_report(write(tmp_path, "b.txt", BODY), date=given_day).published == given_day
    named = read_report(write(tmp_path, "2022-11-03-raid.txt", BODY))
    assert named.published == dt.date(2022, 11, 3)
    assert "file's name" in named.notes[0]


def test_a_report_without_a_day_says_what_to_do() -> None:
    assert "--date" in report_from_text(BODY, "r").notes[0]


# --- Bad input -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.txt", b"", ["empty"]),
        ("a.txt", b" \n\t ", ["empty"]),
        ("a.txt", bytes(range(256)) * 20, ["text"]),
        ("a.txt", b"\x89PNG\r\n\x1a\n" + bytes(40), ["picture"]),
        ("a.txt", b"%PDF-1.7 ...", [".pdf"]),
        ("a.txt", "Une attaque à Ménaka a tué dix civils".encode("latin-1"), ["UTF-8", "iconv"]),
        ("a.txt", "Взрыв прогремел ночью в центре города".encode("cp1251"), ["cp1251"]),
        ("a.txt", "Gunmen attacked".encode("utf-16-le"), ["UTF-16"]),
        ("a.txt", b"\xef\xbb\xbf\xff\xfe", ["UTF-8"]),
        ("a.doc", b"x", ["DOCX"]),
        ("a.xlsx", b"x", ["CSV"]),
        ("a.pdf", b"%PDF-1.4 broken", ["damaged", "PDF"]),
        ("a.pdf", b"", ["empty"]),
        ("a.docx", b"PK\x03\x04 broken", ["DOCX"]),
        ("a.html", b"<html><body><script>1</script></body></html>", ["no text"]),
        ("a.eml", b"Subject: x\n\n", ["no text"]),
        ("a.jsonl", b"not json\n", ["line 1", "JSON"]),
        ("a.jsonl", b'{"id": 1}\n', ["line 1", '"text"']),
        ("a.jsonl", b"[1]\n", ["line 1", "object"]),
        ("a.csv", b"a,b\n1,2\n", ["text column", "a, b"]),
        ("a.csv", "text\nMénaka\n".encode("latin-1"), ["UTF-8"]),
    ],
)
def test_a_bad_file_is_named_with_the_remedy(
    tmp_path: Path, name: str, content: bytes, words: list[str]
) -> None:
    path = write(tmp_path, name, content)
    with pytest.raises(ReportError) as caught:
        list(read_reports(path))
    assert name in str(caught.value)
    for word in words:
        assert word in str(caught.value)


def test_missing_files_and_folders(tmp_path: Path) -> None:
    for path in (tmp_path / "no.txt", tmp_path / "no.csv", tmp_path / "no.mbox", tmp_path):
        with pytest.raises(ReportError, match=path.name):
            list(read_reports(path))


def test_utf16_with_its_mark_is_text(tmp_path: Path) -> None:
    assert read_report(write(tmp_path, "a.txt", BODY.encode("utf-16"))).text == BODY


@pytest.mark.parametrize(("name", "library"), [("a.pdf", "pypdf"), ("a.docx", "docx")])
def test_a_missing_extra_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, library: str
) -> None:
    real = builtins.__import__

    def without(module: str, *args: object, **kwargs: object) -> object:
        if module.split(".")[0] == library:
            raise ImportError(module)
        return real(module, *args, **kwargs)  # type: ignore[arg-type]

    for module in [m for m in sys.modules if m.split(".")[0] == library]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(ReportError, match=r"pip install 'incident-mapper\[documents\]'"):
        read_report(write(tmp_path, name, b"x"))


def test_endings_are_listed() -> None:
    assert {".txt", ".md", ".html", ".eml", ".pdf", ".docx", ".jsonl", ".csv"} <= SUFFIXES


@settings(deadline=None)
@given(st.text(max_size=400), st.one_of(st.none(), st.dates(dt.date(1900, 1, 1))))
def test_no_text_is_too_odd(text: str, day: dt.date | None) -> None:
    report = report_from_text(text, "r", published=day)
    assert report.text == text
    assert 0 <= report.body_start <= len(text)
    assert day is None or report.published == day


@settings(deadline=None)
@given(st.binary(max_size=400))
def test_no_bytes_are_too_odd(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    folder = tmp_path_factory.mktemp("odd")
    for name in ("a.txt", "a.html", "a.eml", "a.csv", "a.jsonl", "a.md"):
        path = folder / name
        path.write_bytes(content)
        try:
            reports = list(read_reports(path))
        except ReportError as error:
            reports, message = [], str(error)
            assert name in message
        assert all(0 <= r.body_start <= len(r.text) for r in reports)


def test_a_page_nested_without_end(tmp_path: Path) -> None:
    deep = write(tmp_path, "deep.html", "<div>" * 1000 + BODY)
    assert "Konduga" in read_report(deep).text
    with pytest.raises(ReportError, match="save it as text"):
        read_report(write(tmp_path, "a.html", "<div>" * 500_000 + BODY))
    flat = write(tmp_path, "flat.html", f"<p>{BODY}<br><li><a>x</a>" * 20_000)
    assert read_report(flat).text.count("Konduga") == 20_000


def test_fifty_megabytes(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", ("date 2021-06-28 " + (BODY + "\n\n") * 700_000))
    tracemalloc.start()
    report = read_report(path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(report.text) > 50_000_000
    assert peak < 3.2 * len(report.text)


def test_a_page_of_line_breaks_and_a_menu(tmp_path: Path) -> None:
    page = (
        "<body><div><a>Home</a> <a>World</a></div><div><h2>Raid kills five</h2>"
        f"<span class='date'>12 May 2020</span><br>{BODY}<br><br>Two are missing.</div></body>"
    )
    report = read_report(write(tmp_path, "a.html", page))
    assert report.published == dt.date(2020, 5, 12)
    assert report.text[report.body_start :] == f"{BODY}\n\nTwo are missing."
    assert "Home" not in report.text


def test_cells_of_a_page_s_table_stay_apart(tmp_path: Path) -> None:
    page = "<table><tr><td>3 May</td><td>Bama</td><td>Mine</td></tr></table><pre>A\n  B</pre>"
    assert read_report(write(tmp_path, "a.html", page)).text == "3 May | Bama | Mine\n\nA\nB"


def test_a_sentence_with_two_dates_is_no_dateline() -> None:
    text = "The Chamber today convicted two men of crimes of the summer of 1992. They deny it."
    report = report_from_text(text, "ruling", published=dt.date(2009, 7, 20))
    assert report.dateline is None
    assert report.body_start == 0
