"""Naming several devices in few words."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

_MOST = 6
_JOINT = " · "


def short_list(names: Sequence[str], most: int = _MOST) -> str:
    """Join names: ``Rack 1 · 01, 02, 03 and 7 more``. What neighbours share before the dot is said once."""
    parts: list[str] = []
    before = ""
    for name in names[:most]:
        head, joint, tail = name.rpartition(_JOINT)
        parts.append(tail if joint and head == before else name)
        before = head if joint else ""
    text = ", ".join(parts)
    if len(names) > most:
        more = QCoreApplication.translate("Summary", "and %n more", "", len(names) - most)
        text = f"{text} {more}"
    return text
