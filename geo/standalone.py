"""One HTML file that asks nobody for anything.

A rendered branca figure goes in; links to scripts and styles come out as inline blocks,
random ids become numbers, and a Content-Security-Policy names the hash of every block,
so that nothing else can run. Third-party and own code travel as one gzip + base64 block;
the bootstrap writes each script of it into a script element, which the policy lets run
because its hash is listed.
"""

from __future__ import annotations

import base64
import hashlib
import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from geo.errors import AssetMissingError, IncidentMapperError
from geo.island import packed

if TYPE_CHECKING:
    from branca.element import Figure

__all__ = [
    "SCRIPTS",
    "DocumentParts",
    "MapError",
    "app_script",
    "app_style",
    "csp_hash",
    "document",
    "fragment",
    "iframe",
    "lean_css",
    "parts_of",
    "srcdoc",
    "stable_ids",
    "web_text",
    "world_bytes",
]

SCRIPTS = (
    "util.js", "island.js", "data.js", "sprites.js", "painter.js", "svgpainter.js", "basemap.js",
    "counts.js", "areas.js", "symbols.js", "tags.js", "marks.js", "search.js", "filter.js",
    "time.js", "bars.js", "list.js", "card.js", "control.js", "legend.js", "story.js", "export.js",
    "picture.js", "tiles.js", "globe.js", "walk.js", "hash.js", "surface.js", "shell.js", "app.js",
)  # fmt: skip
"""Our browser code, in the order in which it is joined."""

_NOT_NEEDED = ("jquery", "bootstrap", "awesome", "glyphicons")
"""What folium links for its own popups and icons; a map without those needs Leaflet alone."""


class MapError(IncidentMapperError, ValueError):
    """A map cannot be made to stand alone; the message says which part of it and why."""


@cache
def web_text(name: str) -> str:
    """A file of `geo/web`, as text."""
    try:
        return resources.files("geo.web").joinpath(name).read_text("utf-8")
    except FileNotFoundError:
        if name.startswith("vendor/"):
            raise AssetMissingError(
                "Leaflet is not built in; run `python -m geo.web.assets`, or install with pip"
            ) from None
        raise


@cache
def world_bytes() -> bytes:
    """The island that holds the outline of all land, which `basemap.write_world` made."""
    return zlib.decompress(base64.b64decode(web_text("world.txt")), 31)


@cache
def app_script() -> str:
    """Our browser code as one script that leaves one global, `IncidentMapper`."""
    body = "\n".join(web_text(f"js/{name}") for name in SCRIPTS)
    return "(function () {\n'use strict';\n" + _lean(body) + "\n})();"


@cache
def app_style() -> str:
    """Our style sheet."""
    return lean_css(web_text("app.css"))


def _lean(script: str) -> str:
    """Drop whole-line comments, indentation and empty lines; no file has a multi-line string."""
    lines = (line.strip() for line in script.splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//"))


def lean_css(style: str) -> str:
    """Drop comments and indentation of a style sheet."""
    style = re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL)
    return re.sub(r"\s*\n\s*", "\n", style).strip()


def csp_hash(text: str) -> str:
    """Source expression that lets one inline block through.

    Examples
    --------
    >>> csp_hash("")
    "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
    """
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def stable_ids(markup: str) -> str:
    """Number branca's random ids in order of appearance, so that equal maps are equal bytes.

    Examples
    --------
    >>> stable_ids("map_" + "a" * 32 + " map_" + "b" * 32 + " map_" + "a" * 32)
    'map_1 map_2 map_1'
    """
    numbers: dict[str, int] = {}
    return re.sub(
        r"(?<=_)[0-9a-f]{32}(?![0-9a-f])",
        lambda match: str(numbers.setdefault(match[0], len(numbers) + 1)),
        markup,
    )


@dataclass(slots=True)
class DocumentParts:
    """What a figure consists of once its links are resolved."""

    styles: list[str] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    body: str = ""


def parts_of(figure: Figure) -> DocumentParts:
    """Take a figure apart, with Leaflet in place of every link.

    Raises
    ------
    MapError
        If the figure links code that is not built in.
    """
    from branca.element import CssLink, JavascriptLink

    figure.render()
    parts = DocumentParts(
        styles=[lean_css(web_text("vendor/leaflet.css"))], scripts=[web_text("vendor/leaflet.js")]
    )
    header: list[str] = []
    for name, child in figure.header._children.items():
        if isinstance(child, JavascriptLink | CssLink):
            if not name.startswith("leaflet") or "/leaflet@" not in child.url:
                _refuse_unknown(name, child.url)
        else:
            header.append(child.render())
    text = stable_ids("\0".join(("\n".join(header), figure.html.render(), figure.script.render())))
    head, parts.body, script = text.split("\0")
    parts.styles += [
        s for s in re.findall(r"<style[^>]*>(.*?)</style>", head, re.DOTALL) if s.strip()
    ]
    parts.scripts += [
        s for s in re.findall(r"<script[^>]*>(.*?)</script>", head, re.DOTALL) if s.strip()
    ]
    parts.scripts.append(script)
    return parts


def _refuse_unknown(name: str, url: str) -> None:
    if not any(word in f"{name} {url}".lower() for word in _NOT_NEEDED):
        raise MapError(
            f"the map links {url}, which is not built in; a map that stands alone holds "
            "layers that need Leaflet only"
        )


def _render(name: str, **values: Any) -> str:
    from jinja2 import BaseLoader, Environment

    environment = Environment(
        loader=BaseLoader(), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    return environment.from_string(web_text(name)).render(**values)


def _clean(html: str) -> str:
    """Replace what UTF-8 or HTML has no place for: lone surrogates and control characters."""
    return re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]", "\ufffd", html)


def _code(scripts: Sequence[str]) -> str:
    return packed("\0".join(scripts).encode("utf-8"))


def document(
    parts: DocumentParts,
    *,
    shell: dict[str, Any],
    islands: Sequence[tuple[str, str]],
    pictures: Sequence[str] = (),
) -> str:
    """The whole HTML document.

    Parameters
    ----------
    parts : DocumentParts
        Styles, scripts and markup of the map.
    shell : dict
        What `web/app.html` shows around it; every value is escaped there.
    islands : sequence of (str, str)
        Element id and base64 text of each data island.
    pictures : sequence of str
        Origins that the page may ask for pictures, such as "https://tiles.example"; by
        default it may ask nobody for anything.
    """
    boot = _lean(web_text("boot.js"))
    style = "\n".join((*parts.styles, app_style()))
    policy = "; ".join(
        (
            "default-src 'none'",
            "script-src " + " ".join(csp_hash(s) for s in (boot, *parts.scripts)),
            f"style-src {csp_hash(style)}",
            *([f"img-src {' '.join(pictures)}"] if pictures else []),
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    html = _render(
        "document.html",
        **shell,
        policy=policy,
        style=style,
        boot=boot,
        app=_render("app.html", **shell, body=parts.body, whole=True),
        islands=[(name, "") for name, _ in islands],
        code=_code(parts.scripts),
    )
    return _with_islands(_clean(html), islands)


def _with_islands(html: str, islands: Sequence[tuple[str, str]]) -> str:
    """Put each island into its element; megabytes of base64 need no escaping."""
    pieces = []
    for name, content in islands:
        # No text of a report holds this tag: there it would be escaped.
        before, tag, html = html.partition(f'octet-stream" id="{name}">')
        pieces += [before, tag, content]
    return "".join((*pieces, html))


def fragment(
    parts: DocumentParts,
    *,
    shell: dict[str, Any],
    islands: Sequence[tuple[str, str]],
    carry_code: bool,
) -> str:
    """The map as a part of somebody else's page.

    Parameters
    ----------
    parts, shell, islands
        As for `document`.
    carry_code : bool
        Whether our code and styles come along; of several maps in a page one is enough.
    """
    *shared, own = parts.scripts
    html = _render(
        "fragment.html",
        **shell,
        style="\n".join((*parts.styles, app_style())) if carry_code else "",
        boot=_lean(web_text("boot.js")),
        app=_render("app.html", **shell, body=parts.body, whole=False),
        islands=[(name, "") for name, _ in islands],
        code=_code(shared) if carry_code else "",
        run=_code([own]),
    )
    return _with_islands(_clean(html), islands)


def iframe(source: str, *, title: str, height: int = 640) -> str:
    """Snippet for a page that links the file: it may run scripts, but not reach the page.

    Examples
    --------
    >>> print(iframe("map.html", title="A & B", height=500))
    <iframe src="map.html" title="A &amp; B" width="100%" height="500" loading="lazy"
      sandbox="allow-scripts allow-downloads allow-popups"></iframe>
    """
    from html import escape

    return (
        f'<iframe src="{escape(source)}" title="{escape(title)}" width="100%" height="{height}"'
        ' loading="lazy"\n  sandbox="allow-scripts allow-downloads allow-popups"></iframe>'
    )


def srcdoc(html: str, *, title: str, height: int = 640) -> str:
    """The same without a file: the whole document as an attribute.

    Examples
    --------
    >>> srcdoc("<p>", title="t", height=9).count("allow-same-origin")
    0
    """
    from html import escape

    return (
        f'<iframe srcdoc="{escape(html)}" title="{escape(title)}" width="100%" height="{height}"'
        ' sandbox="allow-scripts allow-downloads allow-popups"></iframe>'
    )
