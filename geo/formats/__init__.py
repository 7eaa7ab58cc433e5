"""Readers and writers of the field's file formats; `files` picks one by name and content."""

from __future__ import annotations

__all__: list[str] = []
