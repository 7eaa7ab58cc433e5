"""Everything the gazetteer raises.

    GazetteerError
    ├── IndexMissingError    (FileNotFoundError)  the memory-mapped index was never built
    ├── IndexVersionError    (RuntimeError)       the index was built by another version
    ├── SourceError          (ValueError)         a source file cannot be read
    └── GeometryError        (ValueError)         a geometry or coordinate outside its domain

"Not found" and "ambiguous" are answers, carried by `Resolution`, and never raised.
"""

from __future__ import annotations

__all__ = [
    "GazetteerError",
    "GeometryError",
    "IndexMissingError",
    "IndexVersionError",
    "SourceError",
]


class GazetteerError(Exception):
    """Base of every error that this package raises on purpose."""


class IndexMissingError(GazetteerError, FileNotFoundError):
    """No index where one was expected; `python -m gazetteer.build --index` makes it."""


class IndexVersionError(GazetteerError, RuntimeError):
    """The index on disk has another format version than this code reads."""


class SourceError(GazetteerError, ValueError):
    """A source file cannot be read; the message names the file, the line and the remedy."""


class GeometryError(GazetteerError, ValueError):
    """A coordinate, distance or geometry outside the domain of the operation."""
