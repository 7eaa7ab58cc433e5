"""Everything `geo` raises.

IncidentMapperError
├── ReportError          (ValueError)    a report cannot be read; names the file and the remedy
├── IncidentDataError    (ValueError)    incident data cannot be read; names the file and the line
├── DateError            (ValueError)    a date given by the user is no date
└── AssetMissingError    (RuntimeError)  the browser code was not built into this installation
"""

from __future__ import annotations

__all__ = [
    "AssetMissingError",
    "DateError",
    "IncidentDataError",
    "IncidentMapperError",
    "ReportError",
]


class IncidentMapperError(Exception):
    """Base of every error that this package raises on purpose."""


class ReportError(IncidentMapperError, ValueError):
    """A report cannot be read; the message names the file and the remedy."""


class IncidentDataError(IncidentMapperError, ValueError):
    """Incident data cannot be read; the message names the file, the line and the remedy."""


class DateError(IncidentMapperError, ValueError):
    """A date that the user gave is no date."""


class AssetMissingError(IncidentMapperError, RuntimeError):
    """The browser code is built by `pip install .`; this installation lacks it."""
