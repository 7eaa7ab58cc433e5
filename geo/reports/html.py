"""HTML pages: the article's own text, with what the page says of itself.

Parsed by `selectolax` (the Lexbor engine: a browser's rules, linear time). Nothing is
fetched, no script runs. The article is what the page marks as such, else the element
that holds most of the page's paragraphs; menus, forms and footers are left out.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from geo.errors import ReportError
from geo.reports.decoding import decode, likely_encoding
from geo.reports.headers import read_day
from geo.reports.parts import Source

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

__all__ = ["html_text", "read_html"]

_DROP: Final = (
    "script, style, noscript, template, svg, iframe, form, nav, aside, button, select, input,"
    " [hidden], [aria-hidden=true], [role=navigation], [role=complementary]"
)
_BOILERPLATE: Final = "body > header, body > footer, footer, [role=banner], [role=contentinfo]"
_ARTICLES: Final = (
    "[itemprop=articleBody]", "article [class*=body]", "article", "main article", "main",
    "[role=main]", "#content", "body",
)  # fmt: skip
_BLOCKS: Final = frozenset(
    {
        "p",
        "div",
        "section",
        "article",
        "main",
        "header",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "ul",
        "ol",
        "blockquote",
        "pre",
        "table",
        "tr",
        "figure",
        "figcaption",
        "dl",
        "dt",
        "dd",
        "hr",
        "body",
        "address",
        "details",
        "summary",
    }
)
_META_DATES: Final = (
    "article:published_time", "og:article:published_time", "datepublished", "date",
    "pubdate", "publish-date", "publishdate", "parsely-pub-date", "sailthru.date", "dc.date",
    "dc.date.issued", "dcterms.date", "dcterms.created", "dcterms.issued",
    "cxenseparse:recs:publishtime",
    "last-modified",
)  # fmt: skip
_SPACES = re.compile(r"[ \t\r\n\f\v\u00a0]+")
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_MAX_DEPTH: Final = 200


def read_html(content: bytes, path: Path, *, sha256: str) -> Source:
    """Read an HTML page.

    Raises
    ------
    ReportError
        If the encoding is neither declared nor UTF-8, or the page holds no text.
    """
    markup = _decode_page(content, path)
    text, facts = html_text(markup)
    if not text.strip():
        raise ReportError(
            f"{path}: the page holds no text (is it built by scripts? save it as text)"
        )
    return Source(
        path.stem,
        text,
        published=facts.get("published"),
        title=facts.get("title"),
        source=facts.get("source"),
        url=facts.get("url"),
        dateline=facts.get("dateline"),
        sha256=sha256,
        licence=facts.get("licence"),
    )


def _decode_page(content: bytes, path: Path) -> str:
    match = _CHARSET.search(content[:4096])
    if match:
        try:
            return content.decode(match[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        # A page without a declaration: browsers guess too, we say what to do.
        if likely_encoding(content) is None:
            raise ReportError(f"{path}: not UTF-8 text; save it as UTF-8") from None
        return decode(content, path)


def html_text(markup: str) -> tuple[str, dict[str, Any]]:
    """Take the article's text out of a page, with its title, day, source and address."""
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(markup)
    facts = _facts(tree)
    for node in tree.css(_DROP):
        node.decompose()
    root = _article(tree)
    if root is not None and root.tag == "body":
        for node in tree.css(_BOILERPLATE):
            node.decompose()
    text = "" if root is None else _render(root)
    if not text.strip() and tree.body is not None:
        text = _render(tree.body)
    return text, facts


# --- What the page says of itself ----------------------------------------------------


def _facts(tree: LexborHTMLParser) -> dict[str, Any]:
    metas: dict[str, str] = {}
    for node in tree.css("meta"):
        attributes = node.attributes
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        value = attributes.get("content")
        if name and value:
            metas.setdefault(name.casefold(), value.strip())
    linked = _linked_data(tree)
    day = _iso_day(linked.get("datePublished"))
    day = day or next((d for key in _META_DATES if (d := _iso_day(metas.get(key)))), None)
    if day is None:
        for node in tree.css("time[datetime], [itemprop=datePublished]"):
            day = _iso_day(node.attributes.get("datetime") or node.attributes.get("content"))
            if day is not None:
                break
    if day is None:
        shown = tree.css_first("time, [class*=publish], [class*=dateline], [class*=post-date]")
        day = read_day(shown.text()[:200]) if shown is not None else None
    heading = tree.css_first("h1")
    title = tree.css_first("title")
    canonical = tree.css_first("link[rel=canonical]")
    licence = tree.css_first("[rel=license]")
    return {
        "published": day,
        "title": _clean(
            _string(linked.get("headline")) or metas.get("og:title")
            or (heading.text() if heading is not None else None)
            or (title.text() if title is not None else None)
        ),
        "source": _clean(_publisher(linked) or metas.get("og:site_name") or metas.get("publisher")),
        "url": (canonical.attributes.get("href") if canonical is not None else None)
        or metas.get("og:url"),
        "dateline": _clean(_string(linked.get("dateline"))),
        "licence": _string(linked.get("license"))
        or (licence.attributes.get("href") if licence is not None else None),
    }  # fmt: skip


def _linked_data(tree: LexborHTMLParser) -> dict[str, Any]:
    """The page's JSON-LD object with a headline or a publication day."""
    for node in tree.css('script[type="application/ld+json"]')[:10]:
        try:
            data = json.loads(node.text()[:500_000])
        except (ValueError, RecursionError):
            continue
        for item in _objects(data):
            if "datePublished" in item or "headline" in item:
                return item
    return {}


def _objects(data: Any) -> Iterator[dict[str, Any]]:
    queue = [data]
    for _ in range(200):
        if not queue:
            return
        item = queue.pop(0)
        if isinstance(item, dict):
            yield item
            queue.extend(item.get("@graph") or [] if isinstance(item.get("@graph"), list) else [])
        elif isinstance(item, list):
            queue.extend(item[:50])


def _publisher(linked: dict[str, Any]) -> str | None:
    publisher = linked.get("publisher")
    if isinstance(publisher, list):
        publisher = publisher[0] if publisher else None
    return _string(publisher.get("name") if isinstance(publisher, dict) else publisher)


def _string(value: Any) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


def _clean(value: str | None) -> str | None:
    return _SPACES.sub(" ", value).strip()[:500] or None if value else None


def _iso_day(value: Any) -> dt.date | None:
    if not isinstance(value, str):
        return None
    try:
        return dt.date.fromisoformat(value.strip()[:10])
    except ValueError:
        return read_day(value)


# --- The article's text --------------------------------------------------------------


def _article(tree: LexborHTMLParser) -> LexborNode | None:
    """The element that holds the report: marked as such, and with most of the paragraphs."""
    total = sum(len(node.text()) for node in tree.css("p"))
    for selector in _ARTICLES:
        candidates = tree.css(selector)
        if not candidates:
            continue
        best = max(candidates, key=_paragraph_length)
        if selector == "body" or _paragraph_length(best) >= max(200, 0.5 * total):
            return best
    return tree.body


def _paragraph_length(node: LexborNode) -> int:
    return sum(len(child.text()) for child in node.css("p"))


def _render(root: LexborNode) -> str:
    """Text with a blank line between blocks; white space as a browser shows it."""
    parts: list[str] = []
    open_block = True
    for node, entering in _walk(root):
        tag = node.tag or ""
        if tag == "-text":
            words = _SPACES.sub(" ", node.text_content or "")
            if open_block:
                words = words.lstrip()
            if words:
                parts.append(words)
                open_block = words.endswith(" ")
        elif tag == "br":
            parts.append("\n")
            open_block = True
        elif tag in ("td", "th") and not entering:
            parts.append(" ")
        elif tag in _BLOCKS:
            parts.append("\n\n")
            open_block = True
    lines = [line.strip() for line in "".join(parts).split("\n")]
    return re.sub(r"\n\n\n++", "\n\n", "\n".join(lines)).strip()


def _walk(root: LexborNode) -> Iterator[tuple[LexborNode, bool]]:
    """Every node in order, blocks also on leaving; a stack, for pages nested without end."""
    stack: list[tuple[LexborNode, bool]] = [(root, True)]
    while stack:
        node, entering = stack.pop()
        yield node, entering
        if not entering:
            continue
        if node.tag in _BLOCKS or node.tag in ("td", "th"):
            stack.append((node, False))
        children = list(node.iter(include_text=True))
        stack.extend((child, True) for child in reversed(children))
