"""Naming several devices, and a batch, in few words."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale

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


def batch_name(script: str, now: datetime, *, devices: int, accounts: int) -> str:
    """Return the name that a batch gets unless another is typed: ``follow, 23 Nov 16:40, 100 devices``."""
    day = QLocale().toString(QDate(now.year, now.month, now.day), "d MMM")
    if accounts:
        targets = QCoreApplication.translate("Summary", "%n account(s)", "", accounts)
    else:
        targets = QCoreApplication.translate("Summary", "%n device(s)", "", devices)
    return f"{script}, {day} {now:%H:%M}, {targets}"
