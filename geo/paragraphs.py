"""Running text cut into paragraphs: wrapped lines joined, lists, tables and messages apart.

Linear in the length of the text; every span is verbatim.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from geo.model import Span

__all__ = ["iter_paragraphs", "paragraphs", "rstrip", "skip_space"]

_MAX_BLOCK_LINES = 2000
_SPACE = re.compile(r"\s*+")
_LIST_ITEM = re.compile(
    r"[ \t]*+(?:[-*•·▪►●○–—]\s|\(?\d{1,3}[.)]\s|\(?[a-z]\)\s|#{1,6}\s|>"
    r"|\[?\d{1,2}[:.h]\d{2}\b|[\U0001f000-\U0001faff\u2600-\u27bf])"
)
_ENDS_SENTENCE = frozenset('.!?…؟۔。！？:;"”’»)]')


def paragraphs(text: str, start: int = 0, end: int | None = None) -> tuple[Span, ...]:
    """Cut a text into paragraphs, joining lines that were only wrapped.

    A blank line always parts paragraphs. A single line break does so where the text is
    not wrapped to a width, before an item of a list, and after a line that is short and
    ends a sentence.

    Examples
    --------
    >>> [p.text for p in paragraphs("One.\\n\\n  Two\\n- Three")]
    ['One.', 'Two', '- Three']
    """
    return tuple(iter_paragraphs(text, start, end))


def iter_paragraphs(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """Yield what `paragraphs` returns, one at a time."""
    stop = len(text) if end is None else end
    block: list[tuple[int, int]] = []
    position = start
    while position < stop:
        newline = text.find("\n", position, stop)
        line_end = stop if newline < 0 else newline
        begin = skip_space(text, position, line_end)
        if begin < line_end:
            block.append((begin, rstrip(text, begin, line_end)))
        if block and (begin >= line_end or len(block) >= _MAX_BLOCK_LINES):
            yield from _block_paragraphs(text, block)
            block = []
        position = line_end + 1
    if block:
        yield from _block_paragraphs(text, block)


def _block_paragraphs(text: str, lines: list[tuple[int, int]]) -> Iterator[Span]:
    width = max(end - start for start, end in lines)
    lower_starts = any(text[start].islower() for start, _ in lines[1:])
    has_lower = lower_starts or any(_has_lower(text, start, end) for start, end in lines)
    ragged = _is_ragged(text, lines, width)
    wrapped = 40 <= width <= 120 and (lower_starts or not has_lower) and not ragged
    first = lines[0][0]
    for (start, end), (next_start, next_end) in itertools.pairwise(lines):
        if ragged or _breaks(text, start, end, next_start, next_end, width=width, wrapped=wrapped):
            yield Span(first, end, text[first:end])
            first = next_start
    last = lines[-1][1]
    yield Span(first, last, text[first:last])


def _is_ragged(text: str, lines: list[tuple[int, int]], width: int) -> bool:
    """Whether a third of the lines end in mid-sentence for no lack of room: messages.

    Wrapped prose fills its lines: the first word of the next line would not have fitted.
    """
    free = sum(
        end - start + 1 + _first_word(text, next_start) < width and text[end - 1] not in ".!?…"
        for (start, end), (next_start, _) in itertools.pairwise(lines)
    )
    return free > 1 and 3 * free >= len(lines) - 1


def _breaks(
    text: str, start: int, end: int, next_start: int, next_end: int, *, width: int, wrapped: bool
) -> bool:
    """Whether the line break between two lines of a block was meant."""
    if _LIST_ITEM.match(text, next_start, next_end) or _is_row(text, next_start, next_end):
        return True
    # a text may begin within a line, behind its dateline
    found = text.rfind("\n", max(0, start - 120), start)
    begin = found + 1 if found >= 0 or start <= 120 else start
    length = end - (begin if text[begin:start].strip() else start)
    if text[end - 1] in _ENDS_SENTENCE and text[end - 1] not in ":;":
        return not wrapped or length < 0.75 * width
    if text[next_start].islower() or text[end - 1] in ",-–—":
        return text[end - 1] not in ",-–—" and _had_room(text, length, next_start, width)
    return not (wrapped and length >= 0.55 * width)


def _is_row(text: str, start: int, end: int) -> bool:
    """Whether a line is a row of a table: three cells or more."""
    return text.count("|", start, end) > 1 or text.count("\t", start, end) > 1


def _had_room(text: str, length: int, next_start: int, width: int) -> bool:
    """Whether a line ends for no lack of room: too wide to be wrapped, or well before the edge."""
    if width > 120:
        return True
    return length < 0.75 * width and length + 1 + _first_word(text, next_start) < width


def _first_word(text: str, start: int) -> int:
    end = text.find(" ", start, start + 40)
    return 40 if end < 0 else end - start


def _has_lower(text: str, start: int, end: int) -> bool:
    line = text[start : min(end, start + 200)]
    return line != line.upper()


def skip_space(text: str, start: int, end: int) -> int:
    match = _SPACE.match(text, start, end)
    return match.end() if match else start


def rstrip(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end
