"""Markdown: the text untouched, the front matter read, the first heading as title."""

from __future__ import annotations

import re
from typing import Final

from geo.reports.days import read_day
from geo.reports.parts import Source

__all__ = ["front_matter", "read_markdown"]

_MAX_LINES: Final = 200
_KEY = re.compile(r"([A-Za-z_][\w -]{0,30}):[ \t]*([^\n]*)")
_HEADING = re.compile(r"#[ \t]+([^\n]{1,300})")

_TITLE: Final = ("title", "headline")
_DATE: Final = ("date", "published", "publication_date", "date_published", "pubdate", "created")
_SOURCE: Final = ("source", "publisher", "site", "outlet", "author", "by")
_URL: Final = ("url", "link", "permalink", "canonical", "source_url")


def front_matter(text: str) -> tuple[dict[str, str], int]:
    """Read the flat keys of a block between `---` lines, and where the block ends.

    Nested values and lists are passed over: a report's front matter is flat.

    Examples
    --------
    >>> front_matter("---\\ntitle: 'Raid'\\ndate: 2021-06-28\\n---\\nText")
    ({'title': 'Raid', 'date': '2021-06-28'}, 39)
    >>> front_matter("Text")
    ({}, 0)
    """
    fence = text[:3]
    if fence not in ("---", "+++") or text[3:4] not in ("\n", "\r"):
        return {}, 0
    keys: dict[str, str] = {}
    position = text.find("\n") + 1
    for _ in range(_MAX_LINES):
        end = text.find("\n", position)
        line = text[position : len(text) if end < 0 else end].rstrip()
        following = len(text) if end < 0 else end + 1
        if line in (fence, "..."):
            return keys, following
        match = _KEY.match(line.replace(" = ", ": ", 1) if fence == "+++" else line)
        if match:
            keys[match[1].strip().casefold().replace("-", "_")] = match[2].strip().strip("\"'")
        if end < 0:
            break
        position = following
    return {}, 0


def _first(keys: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((keys[name] for name in names if keys.get(name)), None)


def read_markdown(text: str, report_id: str, *, sha256: str) -> Source:
    """Read a Markdown report."""
    keys, start = front_matter(text)
    while start < len(text) and text[start].isspace():
        start += 1
    title = _first(keys, _TITLE)
    heading = _HEADING.match(text, start)
    if heading is not None:
        title = title or heading[1].strip(" #")
        start = heading.end()
    return Source(
        report_id,
        text,
        published=read_day(_first(keys, _DATE)),
        title=title,
        source=_first(keys, _SOURCE),
        url=_first(keys, _URL),
        dateline=_first(keys, ("location", "dateline", "place")),
        sha256=sha256,
        body_start=start,
        licence=_first(keys, ("licence", "license")),
    )
