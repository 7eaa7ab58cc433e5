"""Frozen records to plain JSON values and back, driven by their own field types.

Nothing here knows an incident from a place. A field that is added to a record later is
written and read without a change here, and left out of the file while it has its
default, so that files stay small and old files stay readable.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import enum
import functools
import math
import types
import typing
from collections.abc import Callable, Mapping
from typing import Any, TypeVar, cast

__all__ = ["decoder", "encoder", "from_json", "to_json"]

T = TypeVar("T")
Decode = Callable[[Any], Any]
Encode = Callable[[Any], Any]


def to_json(value: object, *, digits: int | None = None) -> Any:
    """Write a record, or a tuple of them, as JSON values.

    Parameters
    ----------
    value
        A dataclass instance, named tuple, tuple, date, enumeration member or plain value.
    digits
        Decimal places that the members of a named tuple of numbers are rounded to.

    Examples
    --------
    >>> from geo.model import Actor
    >>> to_json((Actor("Wagner Group", "group"), Actor("a militia")))
    [{'name': 'Wagner Group', 'kind': 'group'}, {'name': 'a militia'}]
    """
    if type(value) is tuple:
        return [to_json(item, digits=digits) for item in value]
    if value is None:
        return None
    kind: Any = type(value)
    return encoder(kind, digits)(value)


@functools.cache
def encoder(kind: Any, digits: int | None = None) -> Encode:
    """The function that writes a value of a type as JSON, made once for each type."""
    origin = typing.get_origin(kind)
    if origin in (types.UnionType, typing.Union):
        inner = encoder(_inner(kind), digits)
        return lambda value: None if value is None else inner(value)
    if origin is tuple:
        args = typing.get_args(kind)
        if args[-1] is Ellipsis and args[0] is not str:
            each = encoder(args[0], digits)
            return lambda value: [each(item) for item in value]
        return list
    if kind in (str, int, float, bool):
        return _as_is
    if kind is dt.date:
        return dt.date.isoformat
    if isinstance(kind, type) and issubclass(kind, enum.StrEnum):
        return str
    if isinstance(kind, type) and issubclass(kind, tuple) and hasattr(kind, "_fields"):
        if digits is None:
            return list
        return lambda value: [round(number, digits) for number in value]
    if dataclasses.is_dataclass(kind):
        return _record_encoder(cast("type", kind), digits)
    raise TypeError(f"{kind} has no JSON form here")


def _as_is(value: Any) -> Any:
    return value


def _record_encoder(kind: type, digits: int | None) -> Encode:
    hints = typing.get_type_hints(kind)
    fields = [(name, default, encoder(hints[name], digits)) for name, default in _defaults(kind)]

    def encode(record: Any) -> dict[str, Any]:
        out: dict[str, Any] = {}
        for name, default, write in fields:
            value = getattr(record, name)
            if default is dataclasses.MISSING or value != default:
                out[name] = write(value)
        return out

    return encode


def from_json(kind: type[T], value: Any) -> T:
    """Read back what `to_json` wrote.

    Raises
    ------
    ValueError
        If a required field is missing or a value is of another type; the message
        names the field.

    Examples
    --------
    >>> from geo.model import Actor
    >>> from_json(Actor, {"name": "a militia"}).kind
    'unknown'
    >>> from_json(Actor, {"name": 3})
    Traceback (most recent call last):
    ...
    ValueError: name: must be text, not 3
    """
    read: Decode = decoder(kind)  # type: ignore[arg-type]  # a type is hashable
    return cast("T", read(value))


@functools.cache
def _defaults(kind: type) -> tuple[tuple[str, Any], ...]:
    return tuple(
        (f.name, f.default if f.default_factory is dataclasses.MISSING else f.default_factory())
        for f in dataclasses.fields(kind)
    )


@functools.cache
def decoder(kind: Any) -> Decode:
    """The function that reads a JSON value as `kind`, made once for each type."""
    origin = typing.get_origin(kind)
    if origin in (types.UnionType, typing.Union):
        return _optional(kind)
    if origin is tuple:
        return _tuple(typing.get_args(kind))
    if kind in _PLAIN:
        return _PLAIN[kind]
    if isinstance(kind, type) and issubclass(kind, enum.StrEnum):
        return _member(kind)
    if isinstance(kind, type) and issubclass(kind, tuple) and hasattr(kind, "_fields"):
        return _named_tuple(kind)
    if dataclasses.is_dataclass(kind):
        return _record(cast("type", kind))
    raise TypeError(f"{kind} has no JSON form here")


def _inner(kind: Any) -> Any:
    """X of `X | None`."""
    inner = [arg for arg in typing.get_args(kind) if arg is not type(None)]
    if len(inner) != 1 or len(inner) == len(typing.get_args(kind)):
        raise TypeError(f"{kind} is no optional type")
    return inner[0]


def _optional(kind: Any) -> Decode:
    decode = decoder(_inner(kind))
    return lambda value: None if value is None else decode(value)


def _tuple(args: tuple[Any, ...]) -> Decode:
    each = decoder(args[0]) if len(args) == 2 and args[1] is Ellipsis else None
    fixed = () if each else tuple(decoder(arg) for arg in args)

    def decode(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, (list, tuple)):
            raise ValueError(f"must be a list, not {value!r}")
        if each is not None:
            return tuple(each(item) for item in value)
        if len(value) != len(fixed):
            raise ValueError(f"must be a list of {len(fixed)}, not {value!r}")
        return tuple(read(item) for read, item in zip(fixed, value, strict=True))

    return decode


def _named_tuple(kind: Any) -> Decode:
    def decode(value: Any) -> Any:
        if not isinstance(value, (list, tuple)) or len(value) != len(kind._fields):
            raise ValueError(f"must be a list of {len(kind._fields)} numbers, not {value!r}")
        return kind(*(_float(number) for number in value))

    return decode


def _member(kind: type[enum.StrEnum]) -> Decode:
    def decode(value: Any) -> enum.StrEnum:
        try:
            return kind(value)
        except ValueError:
            raise ValueError(f"must be one of {', '.join(kind)}, not {value!r}") from None

    return decode


def _record(kind: type) -> Decode:
    # Types that a module imports for annotations only are found where they live.
    hints = typing.get_type_hints(kind)
    fields = [(name, decoder(hints[name]), default) for name, default in _defaults(kind)]

    def decode(value: Any) -> Any:
        if not isinstance(value, Mapping):
            raise ValueError(f"must be an object, not {value!r}")
        made: dict[str, Any] = {}
        for name, read, default in fields:
            if name in value:
                try:
                    made[name] = read(value[name])
                except ValueError as error:
                    raise ValueError(f"{name}: {error}") from None
            elif default is dataclasses.MISSING:
                raise ValueError(f"{name}: is missing")
        return kind(**made)

    return decode


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError(f"must be text, not {value!r}")
    return value


def _int(value: Any) -> int:
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, bool) or not isinstance(value, int):
        raise ValueError(f"must be a whole number, not {value!r}")
    return value


def _float(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
        raise ValueError(f"must be a number, not {value!r}")
    return float(value)


def _bool(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f"must be true or false, not {value!r}")
    return value


def _date(value: Any) -> dt.date:
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    try:
        return dt.date.fromisoformat(value[:10])
    except (TypeError, ValueError):
        raise ValueError(f"must be a date such as 2021-06-28, not {value!r}") from None


_PLAIN: dict[Any, Decode] = {
    str: _text,
    int: _int,
    float: _float,
    bool: _bool,
    dt.date: _date,
}
