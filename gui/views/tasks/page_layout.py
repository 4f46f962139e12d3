"""What the task page remembers between two starts, and how much of it is believed."""

from typing import Any

from PySide6.QtCore import Qt

from gui.tables.tasks import Column, TaskFilter
from gui.views.tasks.task_view import TaskView

_SETS = ("scripts", "serials", "sources")


def save(view: TaskView, wanted: TaskFilter) -> dict[str, Any]:
    """Return columns, sort and filter as plain JSON values."""
    header = view.header
    return {
        "columns": header.save(),
        "sort": int(header.sortIndicatorSection()),
        "descending": header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder,
        "statuses": sorted(wanted.statuses),
        "text": wanted.text,
        **{name: sorted(getattr(wanted, name)) for name in _SETS},
    }


def restore(view: TaskView, layout: dict[str, Any]) -> TaskFilter:
    """Set columns and sort, return the filter. Values of the wrong kind are passed over."""
    columns, sort, text = layout.get("columns"), layout.get("sort"), layout.get("text")
    if isinstance(columns, str):
        view.header.restore(columns)
    if type(sort) is int and sort in set(Column):
        order = (
            Qt.SortOrder.DescendingOrder if layout.get("descending") is True else Qt.SortOrder.AscendingOrder
        )
        view.sortByColumn(sort, order)
    statuses = layout.get("statuses")
    known = (
        frozenset(s for s in statuses if type(s) is int and 0 <= s <= 3)
        if isinstance(statuses, list)
        else frozenset()
    )
    sets = {name: _texts(layout.get(name)) for name in _SETS}
    return TaskFilter(statuses=known, text=text if isinstance(text, str) else "", **sets)  # type: ignore[arg-type]


def _texts(value: object) -> frozenset[str]:
    return (
        frozenset(item for item in value if isinstance(item, str)) if isinstance(value, list) else frozenset()
    )
