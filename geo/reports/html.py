"""HTML pages: the article's own text, with what the page says of itself.

Parsed by `selectolax` (the Lexbor engine: a browser's rules, linear time). Nothing is
fetched, no script runs. The article is what the page marks as such, else the element
that holds most of the page's paragraphs; menus, forms and footers are left out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from geo.errors import ReportError
from geo.reports.days import day_of_field, read_day
from geo.reports.decoding import decode, likely_encoding
from geo.reports.parts import Source

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

__all__ = ["html_text", "nested_too_deep", "read_html"]

_DROP: Final = (
    "script, style, noscript, template, svg, iframe, form, nav, aside, button, select, input,"
    " [hidden], [aria-hidden=true], [role=navigation], [role=complementary]"
)
_BOILERPLATE: Final = "body > header, body > footer, footer, [role=banner], [role=contentinfo]"
_ARTICLES: Final = (
    "[itemprop=articleBody]", ".article-body, .articleBody, .article__body, .story-body",
    ".entry-content, .post-content, .field--name-body", "article", "main", "[role=main]",
    "#content, .content", "body",
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
_BLANK_LINES = re.compile(r"\n\n\n++")
_SPACES = re.compile(r"[ \t\r\n\f\v\u00a0]+")
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_MAX_DEPTH: Final = 2000
"""Elements within elements; the parser's time grows with the square of the depth."""
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})")
_NEVER_CLOSED: Final = frozenset({
    "br", "img", "hr", "input", "meta", "link", "p", "li", "td", "th", "tr", "dd", "dt", "option",
    "source", "wbr", "col", "area", "base", "embed", "param", "track", "html", "head", "body",
    "tbody", "thead", "tfoot", "optgroup",
})  # fmt: skip
_LONGEST_MENU: Final = 400
_MAX_CANDIDATES: Final = 200
"""Elements looked at to find the article or the menus; bounds the time on hostile pages."""


def read_html(content: bytes, path: Path, *, sha256: str) -> Source:
    """Read an HTML page.

    Raises
    ------
    ReportError
        If the encoding is neither declared nor UTF-8, or the page holds no text.
    """
    markup = _decode_page(content, path)
    if nested_too_deep(markup):
        raise ReportError(f"{path}: elements nested more than {_MAX_DEPTH} deep; save it as text")
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


def nested_too_deep(markup: str) -> bool:
    """Whether a page opens far more elements than it closes, as only hostile pages do.

    Examples
    --------
    >>> nested_too_deep("<p>One<p>Two")
    False
    >>> nested_too_deep("<div>" * 5000)
    True
    """
    depth = 0
    for match in _TAG.finditer(markup):
        if match[2].lower() not in _NEVER_CLOSED:
            depth = max(0, depth - 1) if match[1] else depth + 1
            if depth > _MAX_DEPTH:
                return True
    return False


def html_text(markup: str) -> tuple[str, dict[str, Any]]:
    """Take the article's text out of a page, with its title, day, source and address."""
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(markup)
    facts = _facts(tree)
    left_out = {node.mem_id for node in tree.css(_DROP)}
    root = _article(tree)
    if root is None:
        return "", facts
    if root.tag == "body":
        left_out |= {node.mem_id for node in tree.css(_BOILERPLATE)}
        left_out |= _menus(tree)
    text = _render(root, left_out)
    if not text and tree.body is not None:
        text = _render(tree.body, left_out)
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
    day = day_of_field(linked.get("datePublished"))
    day = day or next((d for key in _META_DATES if (d := day_of_field(metas.get(key)))), None)
    if day is None:
        for node in tree.css("time[datetime], [itemprop=datePublished]"):
            day = day_of_field(node.attributes.get("datetime") or node.attributes.get("content"))
            if day is not None:
                break
    if day is None:
        shown = tree.css("time, [class*=date], [id*=date], [class*=publish]")[:20]
        words = (node.text().strip() for node in shown)
        day = next((d for text in words if len(text) < 80 and (d := read_day(text))), None)
    heading = tree.css_first("article h1, main h1") or tree.css_first("h1")
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


# --- The article's text --------------------------------------------------------------


def _article(tree: LexborHTMLParser) -> LexborNode | None:
    """The element that holds the report: marked as such, and with most of the paragraphs."""
    total = sum(len(node.text()) for node in tree.css("p"))
    for selector in _ARTICLES:
        candidates = tree.css(selector)[:_MAX_CANDIDATES]
        if not candidates:
            continue
        best = max(candidates, key=_paragraph_length)
        if selector == "body" or _paragraph_length(best) > 0.5 * total:
            return best
    return tree.body


def _menus(tree: LexborHTMLParser) -> set[int]:
    """Blocks that hold little but links, as menus do."""
    found: dict[int, bool] = {}
    for link in tree.css("a"):
        node = link.parent
        for _ in range(3):
            if node is None or len(found) >= _MAX_CANDIDATES:
                break
            if node.tag in ("div", "ul", "li", "p", "td", "span") and node.mem_id not in found:
                words = len(node.text().strip())
                short = 0 < words < _LONGEST_MENU
                links = sum(len(inner.text().strip()) for inner in node.css("a")) if short else 0
                found[node.mem_id] = short and links > 0.8 * words
            node = node.parent
    return {identity for identity, menu in found.items() if menu}


def _paragraph_length(node: LexborNode) -> int:
    return sum(len(child.text()) for child in node.css("p"))


def _render(root: LexborNode, left_out: set[int]) -> str:
    """Text with a blank line between blocks; white space as a browser shows it."""
    parts: list[str] = []
    open_block = True
    kept = 0  # depth of elements whose line breaks count
    for node, entering in _walk(root, left_out):
        tag = node.tag or ""
        if tag == "pre":
            kept += 1 if entering else -1
        if tag == "-text":
            words = node.text_content or ""
            if not kept:
                words = _SPACES.sub(" ", words)
                words = words.lstrip() if open_block else words
            if words:
                parts.append(words)
                open_block = words.endswith(" ")
        elif tag == "br":
            parts.append("\n")
            open_block = True
        elif tag in ("td", "th"):
            if not entering:
                parts.append(" | ")
                open_block = True
        elif tag in _BLOCKS:
            parts.append("\n\n")
            open_block = True
    lines = [line.strip().removesuffix("|").rstrip() for line in "".join(parts).split("\n")]
    return _BLANK_LINES.sub("\n\n", "\n".join(lines)).strip()


def _walk(root: LexborNode, left_out: set[int]) -> Iterator[tuple[LexborNode, bool]]:
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
        stack.extend((child, True) for child in reversed(children) if child.mem_id not in left_out)
