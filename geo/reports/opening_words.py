"""Words with which reports open: what they call themselves, and what leads to their day."""

from __future__ import annotations

from typing import Final

__all__ = ["BEFORE_DAYS", "DOCUMENTS", "IN_PROSE"]

DOCUMENTS: Final = frozenset({
    "statement", "report", "update", "updated", "published", "issued", "posted", "release",
    "released", "communique", "communiqué", "bulletin", "sitrep", "briefing", "summary", "digest",
    "dispatch", "press", "note", "notice", "modified", "dated", "date", "edition", "log", "brief",
    "comunicado", "informe", "parte", "publicado", "actualizado", "boletín", "rapport", "publié",
    "mise", "point", "situation", "сводка", "заявление", "сообщение", "опубликовано", "обновлено",
    "заява", "звіт", "зведення", "опубліковано", "оновлено", "بيان", "تقرير", "نشر", "نشرة",
})  # fmt: skip

BEFORE_DAYS: Final = frozenset({
    "of", "from", "on", "as", "at", "the", "for", "no", "last", "le", "du", "el", "del", "de",
    "à", "jour", "au", "al", "от", "за", "від", "на", "в", "بتاريخ", "يوم", "في", "monday",
    "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
})  # fmt: skip

IN_PROSE: Final = frozenset({"on", "in", "since", "by", "at", "from", "for", "after", "before"})
"""What begins a sentence of prose, not a header."""
