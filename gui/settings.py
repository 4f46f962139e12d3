"""The operator's settings: validated field by field, versioned, and never left half written."""

import json
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from gui.replacing import replacing

VERSION = 1
THEMES = ("system", "light", "dark")
MIN_INTERVAL_S, MAX_INTERVAL_S = 0.5, 60.0
CEILINGS = {"follow": 60, "unfollow": 60, "comment": 30}
"""Most tasks of a script on one device in one day, unless the operator says otherwise. Careful; a guess."""
MAX_CEILING = 1_000_000


@dataclass(slots=True)
class Settings:
    """Everything that is remembered between two starts, except what the operator wrote about devices."""

    url: str = ""
    """Base address; empty means: find it."""
    interval_s: float = 1.0
    """Seconds between two polls while something runs."""
    theme: str = "system"
    lang: str = ""
    """Language code; empty means the system's."""
    layout: dict[str, Any] = field(default_factory=dict)
    """Window geometry, columns, filters and sort, by the name of the view that owns them."""
    ceilings: dict[str, int] = field(default_factory=lambda: dict(CEILINGS))
    """Most tasks a device and day, by script; 0, or no entry, for no ceiling."""
    updates_url: str = ""
    """Where the newest version is named; empty means that nobody is asked."""


def _is_interval(value: object) -> bool:
    number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return number and MIN_INTERVAL_S <= value <= MAX_INTERVAL_S  # type: ignore[operator]


def _are_ceilings(value: object) -> bool:
    return isinstance(value, dict) and all(
        isinstance(script, str) and type(most) is int and 0 <= most <= MAX_CEILING
        for script, most in value.items()
    )


def _is_updates_url(value: object) -> bool:
    if not isinstance(value, str) or not value:
        return value == ""
    from gui.web_address import fault_of  # noqa: PLC0415 - most settings have none

    return fault_of(value) is None


_VALID: dict[str, Callable[[object], bool]] = {
    "url": lambda value: isinstance(value, str),
    "interval_s": _is_interval,
    "theme": lambda value: value in THEMES,
    "lang": lambda value: isinstance(value, str),
    "ceilings": _are_ceilings,
    "layout": lambda value: isinstance(value, dict),
    "updates_url": _is_updates_url,
}


def load(path: Path) -> tuple[Settings, str]:
    """Read the settings; return them with a sentence on what was wrong, empty when nothing was.

    What is valid is kept, the rest takes its default. A file with a fault in it is first copied aside.
    """
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return Settings(), ""
    except OSError as error:
        return Settings(), f"The settings file could not be read ({error}); the defaults are used."
    try:
        raw = json.loads(content.decode("utf-8"))
    except ValueError:  # not UTF-8 either: a file cut in half may end inside a character
        raw = None
    if not isinstance(raw, dict):
        kept = _keep_aside(path, content)
        return Settings(), f"The settings file was damaged; the defaults are used. {kept}"
    settings = Settings()
    wrong = []
    for name in (f.name for f in fields(Settings)):
        if name not in raw:
            continue
        if _VALID[name](raw[name]):
            setattr(settings, name, raw[name])
        else:
            wrong.append(name)
    if not wrong:
        return settings, ""
    kept = _keep_aside(path, content)
    names = ", ".join(wrong)
    return (
        settings,
        f"The settings file had values that make no sense ({names}); defaults are used there. {kept}",
    )


def save(settings: Settings, path: Path) -> None:
    """Write the settings through a temporary file: a crash leaves the old one whole. Raises OSError."""
    write_json({"version": VERSION, **asdict(settings)}, path)


def write_json(value: object, path: Path, *, indent: int | None = 1) -> None:
    """Replace ``path`` by ``value`` as JSON, all or nothing. Raises OSError.

    Without ``indent`` it is many times quicker.
    """
    content = json.dumps(value, ensure_ascii=False, indent=indent).encode("utf-8")
    path.parent.mkdir(parents=True, exist_ok=True)
    with replacing(path) as file:
        file.write(content)


def damaged_name(path: Path) -> Path:
    """Return a free name beside ``path`` under which a damaged file is kept: none replaces an older one."""
    name = f"{path.name}.damaged-{time.strftime('%Y%m%d-%H%M%S')}"
    free, count = path.with_name(name), 1
    while free.exists():
        count += 1
        free = path.with_name(f"{name}-{count}")
    return free


def _keep_aside(path: Path, content: bytes) -> str:
    backup = damaged_name(path)
    try:
        backup.write_bytes(content)
    except OSError as error:
        return f"(It could not be copied aside: {error}.)"
    return f"The old file is kept as {backup.name}."
