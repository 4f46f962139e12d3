"""Single JSON values, forgiven what a careless server does to them. Nothing here knows what a record is."""

import json
from typing import Any

from gui.api.errors import Unreadable

MAX_ID = 2**63 - 1  # what SQLite and Qt can hold
MAX_COUNT = 2**31 - 1

_decoder = json.JSONDecoder(parse_constant=lambda _: None)  # NaN and Infinity are no JSON: as good as null
_encoder = json.JSONEncoder(ensure_ascii=False)


def parse(body: bytes | str) -> Any:  # noqa: ANN401 - JSON
    """Return the JSON value of a body. Broken UTF-8 costs the broken characters only. Raises ValueError."""
    try:
        return _decoder.decode(body if isinstance(body, str) else body.decode("utf-8-sig", "replace"))
    except RecursionError:
        raise ValueError("nested too deeply") from None


def integer(value: object) -> int | None:
    """Return an int, a digit string or a whole float as int; None for anything else and beyond 64 bits."""
    if type(value) is int:
        number = value
    elif isinstance(value, str):
        digits = value.strip()
        if not (digits.isascii() and digits.removeprefix("-").isdigit() and len(digits) <= 20):
            return None
        number = int(digits)
    elif isinstance(value, float) and value.is_integer():
        number = int(value)
    else:
        return None
    return number if -MAX_ID <= number <= MAX_ID else None


def small(value: object) -> int | None:
    """Return what :func:`integer` does, within 32 bits."""
    number = integer(value)
    return number if number is not None and -MAX_COUNT <= number <= MAX_COUNT else None


def count(data: dict[str, Any], name: str, default: int) -> int:
    """Return a count; ``default`` where it is missing or null. Raises Unreadable where it cannot be one."""
    value = data.get(name)
    if value is None:
        return default
    number = integer(value)
    if number is None or not 0 <= number <= MAX_COUNT:
        raise Unreadable(f"{name} is not a count.")
    return number


def flag(value: object) -> bool:
    """Return a yes or no, also where it came as a number or in words."""
    if isinstance(value, str):
        return value.strip().lower() in {"1", "true", "yes"}
    return bool(value)


def string(value: object) -> str:
    """Return text as it is, null as empty, anything else as JSON."""
    if type(value) is str:
        return value if value.isascii() else _without_surrogates(value)
    if value is None:
        return ""
    return json_text(value)


def json_text(value: object) -> str:
    """Return a value as JSON text. Raises Unreadable where it is nested too deeply."""
    try:
        return _without_surrogates(_encoder.encode(value))
    except (ValueError, RecursionError):
        raise Unreadable("A value is nested too deeply.") from None


def _without_surrogates(text: str) -> str:
    """Half a character pair, which JSON can spell, would break files, SQLite and the clipboard later."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace").decode("utf-8")
    return text
