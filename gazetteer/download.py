"""Public dumps, fetched only when asked: named and measured first, resumable, verified."""

from __future__ import annotations

import http.client
import urllib.error
import urllib.request
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from gazetteer.errors import SourceError

__all__ = ["Dump", "describe", "download"]

_GEONAMES = "https://download.geonames.org/export/dump"
_NATURAL_EARTH = "https://naciscdn.org/naturalearth"
_AGENT = "incident-mapper (gazetteer add --download)"
_BLOCK = 1 << 18
_TIMEOUT_S = 30.0


@dataclass(frozen=True, slots=True)
class Dump:
    """A public file, before it is fetched."""

    what: str
    url: str
    filename: str
    size: int | None
    """Bytes as the server states them; None if it does not."""


def describe(what: str, *, base: str | None = None) -> Dump:
    """Which file a name stands for, and how big it is; one HEAD request, nothing fetched.

    Parameters
    ----------
    what
        `geonames:SY`, `geonames:allCountries`, `geonames:alternateNamesV2`,
        `geonames:admin1CodesASCII`, or `naturalearth:10m_cultural/ne_10m_populated_places`.
    base
        Another server with the same files, such as a mirror.

    Raises
    ------
    SourceError
        If the name stands for nothing, or the server does not answer.
    """
    kind, _, name = what.partition(":")
    # names go into a URL and a file name
    plain = name.replace("_", "").replace("/", "")
    if not plain.isalnum() or not plain.isascii() or kind not in {"geonames", "naturalearth"}:
        raise SourceError(
            f"{what!r} is no dump; try geonames:SY, geonames:allCountries or "
            "naturalearth:10m_cultural/ne_10m_populated_places"
        )
    suffix = ".txt" if name.startswith("admin") else ".zip"
    if kind == "naturalearth":
        scale, _, rest = name.partition("_")
        url = f"{base or _NATURAL_EARTH}/{scale}/{rest}.zip"
    else:
        url = f"{base or _GEONAMES}/{name}{suffix}"
    with _asked(urllib.request.Request(url, method="HEAD"), what) as answer:
        size = answer.headers.get("Content-Length")
    return Dump(what, url, url.rpartition("/")[2], int(size) if size else None)


def _asked(request: urllib.request.Request, what: str) -> http.client.HTTPResponse:
    request.add_header("User-Agent", _AGENT)
    try:
        answer: http.client.HTTPResponse = urllib.request.urlopen(request, timeout=_TIMEOUT_S)
    except urllib.error.HTTPError as error:
        raise SourceError(f"{what}: {request.full_url} answers {error.code}") from error
    except (urllib.error.URLError, OSError) as error:
        raise SourceError(f"{what}: cannot reach {request.full_url}: {error}") from error
    return answer


def download(dump: Dump, folder: Path, *, advance: Callable[[int], None] | None = None) -> Path:
    """Fetch a dump, going on where an interrupted fetch stopped.

    The file appears under its name only when it has the size that the server stated and,
    for a zip, every checksum in it is right.

    Raises
    ------
    SourceError
        If the server stops answering, or what came is damaged; what has come so far is
        kept for the next time unless it is damaged.
    """
    folder.mkdir(parents=True, exist_ok=True)
    target, part = folder / dump.filename, folder / f".{dump.filename}.part"
    if target.is_file() and target.stat().st_size == dump.size:
        return target
    have = part.stat().st_size if part.is_file() else 0
    if dump.size is not None and have > dump.size:
        part.unlink()
        have = 0
    if have != dump.size:
        request = urllib.request.Request(dump.url)
        if have:
            request.add_header("Range", f"bytes={have}-")
        with _asked(request, dump.what) as answer:
            resumed = answer.status == 206
            if advance is not None and resumed:
                advance(have)
            with part.open("ab" if resumed else "wb") as file:
                try:
                    while block := answer.read(_BLOCK):
                        file.write(block)
                        if advance is not None:
                            advance(len(block))
                except (http.client.HTTPException, OSError) as error:
                    raise SourceError(
                        f"{dump.what}: broken off after {file.tell():,} bytes ({error}); "
                        "ask again and it goes on from there"
                    ) from error
    _verify(dump, part)
    part.replace(target)
    return target


def _verify(dump: Dump, part: Path) -> None:
    size = part.stat().st_size
    if dump.size is not None and size < dump.size:
        raise SourceError(
            f"{dump.what}: {size:,} of {dump.size:,} bytes came; ask again and it goes on"
        )
    damaged = dump.size is not None and size > dump.size
    if not damaged and dump.filename.endswith(".zip"):
        try:
            with zipfile.ZipFile(part) as archive:
                damaged = archive.testzip() is not None
        except (zipfile.BadZipFile, EOFError, ValueError):
            damaged = True
    if damaged:
        part.unlink()
        raise SourceError(f"{dump.what}: what came is damaged and was thrown away; ask again")
