"""An online basemap, where the author asks for one: which host, and whom to credit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from geo.standalone import MapError

__all__ = ["Tiles", "online_tiles"]

_DEEPEST_ZOOM = 19
"""Zoom to which hosts of raster tiles commonly go; 0.3 m to a pixel at the equator."""
_HOST = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::\d{1,5})?")
# What may stand in a path: nothing that a policy or a template would read as its own.
_PATH = re.compile(r"[A-Za-z0-9/_.~!$&+=@%?:{}-]*")


@dataclass(frozen=True, slots=True)
class Tiles:
    """Pictures of a Web Mercator grid, from one host."""

    url: str
    """With {z}, {x} and {y}."""
    credit: str
    """Whom the pictures are owed to, as plain text."""

    @property
    def host(self) -> str:
        """As the reader is told it."""
        return urlsplit(self.url).netloc.lower()

    @property
    def origin(self) -> str:
        """As the page's policy names it."""
        return f"https://{self.host}"

    def header(self) -> dict[str, str | int]:
        """What the browser's part is told."""
        return {
            "url": self.url,
            "attribution": self.credit,
            "host": self.host,
            "max_zoom": _DEEPEST_ZOOM,
        }


def online_tiles(url: str | None, credit: str | None) -> Tiles | None:
    """Check the address of an online basemap; None where nobody asked for one.

    Raises
    ------
    MapError
        If the address is not https, names no host or more than one, or lacks a part of
        the grid; if nobody is credited.

    Examples
    --------
    >>> online_tiles("https://tiles.example/{z}/{x}/{y}.png", "Example Tiles").origin
    'https://tiles.example'
    >>> online_tiles(None, None) is None
    True
    """
    if url is None:
        if credit:
            raise MapError("tiles_credit credits tiles, but no tiles are asked for")
        return None
    example = "such as https://tiles.example/{z}/{x}/{y}.png"
    parts = urlsplit(url)
    if parts.scheme != "https":
        raise MapError(f"tiles must come by https, {example}, not {url!r}")
    if not _HOST.fullmatch(parts.netloc):
        raise MapError(f"tiles must name one host, {example}, not {url!r}")
    rest = url[len("https://") + len(parts.netloc) :]
    fields = sorted(re.findall(r"{([^{}]*)}", rest))
    if fields != ["x", "y", "z"] or not _PATH.fullmatch(rest):
        raise MapError(f"tiles need {{z}}, {{x}} and {{y}} once each, {example}, not {url!r}")
    if not credit or not credit.strip():
        raise MapError("tiles_credit must say whom the tiles are owed to")
    return Tiles(url, credit.strip())
