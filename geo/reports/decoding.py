"""Bytes to text: Unicode as it is, everything else refused with the remedy.

Other encodings are not guessed silently, since a wrong guess changes names. The message
names the likely one (library `charset-normalizer`) and the command that converts it.
"""

from __future__ import annotations

import codecs
from pathlib import PurePath
from typing import Final

from geo.errors import ReportError

__all__ = ["decode", "likely_encoding"]

_SAMPLE: Final = 65_536

_BYTE_ORDER_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_SIGNATURES: Final = (
    # First bytes of files that people take for reports, with what to do.
    (b"%PDF-", "a PDF; give it the ending .pdf"),
    (b"PK\x03\x04", "a ZIP archive or an Office file; a Word report needs the ending .docx"),
    (b"\xd0\xcf\x11\xe0", "an old Office file; save it as DOCX or as text"),
    (b"{\\rtf", "RTF; save it as DOCX or as text"),
    (b"\x89PNG", "a picture; a report must be text"),
    (b"\xff\xd8\xff", "a picture; a report must be text"),
    (b"\x1f\x8b", "compressed; unpack it first"),
)

_CANDIDATES: Final = [
    # What reports are still written in, by how often.
    "cp1252", "cp1251", "cp1256", "koi8_r", "iso8859_6", "cp866", "gb18030", "shift_jis",
    "cp1254", "cp1250", "cp1255", "mac_roman",
]  # fmt: skip


def decode(content: bytes, path: PurePath | str) -> str:
    """Decode a file's bytes.

    Raises
    ------
    ReportError
        If the file is empty, no text, or in an encoding other than Unicode; the message
        names the file and what to do.

    Examples
    --------
    >>> decode("Kyiv, Київ".encode(), "r.txt")
    'Kyiv, Київ'
    >>> decode(b"", "r.txt")
    Traceback (most recent call last):
    geo.errors.ReportError: r.txt: the file is empty
    """
    if not content.strip():
        raise ReportError(f"{path}: the file is empty")
    for signature, what in _SIGNATURES:
        if content.startswith(signature):
            raise ReportError(f"{path}: not a text file but {what}")
    for mark, encoding in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            try:
                return content.decode(encoding)
            except UnicodeDecodeError as error:
                raise ReportError(
                    f"{path}: damaged {encoding.upper()} text ({error.reason})"
                ) from error
    head = content[:_SAMPLE]
    if (wide := _unmarked_utf16(head)) is not None:
        raise ReportError(f"{path}: not UTF-8 but probably {wide.upper()}; {_convert(path, wide)}")
    odd = sum(byte < 9 or 13 < byte < 27 or 27 < byte < 32 or byte == 127 for byte in head)
    if b"\x00" in head or odd > 0.02 * len(head):
        raise ReportError(f"{path}: not a text file (binary data); give a report as text")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        likely = likely_encoding(content)
        where = f"byte {error.start}"
        if likely is None:
            raise ReportError(f"{path}: not UTF-8 text ({where}); save it as UTF-8") from error
        raise ReportError(
            f"{path}: not UTF-8 text ({where}) but probably {likely}; {_convert(path, likely)}"
        ) from error


def _convert(path: PurePath | str, encoding: str) -> str:
    name = PurePath(path).name
    return f"save it as UTF-8, for instance with: iconv -f {encoding} -t utf-8 {name} > new-{name}"


def _unmarked_utf16(head: bytes) -> str | None:
    """UTF-16 without a mark shows zeros in every other byte."""
    if len(head) < 8 or b"\x00" not in head:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if odd > 0.4 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.4 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def likely_encoding(content: bytes) -> str | None:
    """Name the encoding that text other than UTF-8 is probably in, or None.

    Examples
    --------
    >>> likely_encoding("Взрыв прогремел ночью в центре города".encode("cp1251"))
    'cp1251'
    """
    from charset_normalizer import from_bytes

    # Around the first byte that is no ASCII: the rest tells nothing.
    first = next((i for i, byte in enumerate(content) if byte > 127), 0)
    sample = content[max(0, first - 2000) : first + 8000]
    best = from_bytes(sample, cp_isolation=_CANDIDATES, threshold=0.5).best()
    return best.encoding if best is not None else None
