"""The device list as a model: rows of ready display values, searched and sorted over the whole set."""

import re
from collections.abc import Callable, Iterable, Sequence
from enum import IntEnum
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex


class DeviceRow(NamedTuple):
    """One device, ready to be drawn."""

    serial: str
    name: str
    detail: str
    """The second line: the model, or what else tells phones apart."""
    tone: str
    """Colour role and mark: ``running``, ``pending``, ``failed``, ``warning`` or ``unknown``."""
    state_text: str
    state_rank: int
    """Order when sorted by state: what needs a look first."""
    result_rank: int
    """Order when sorted by last result: failed first."""
    waiting: int
    group: str
    spoken: str
    """The row as a screen reader says it."""
    haystack: str
    """Everything that the search looks through, in lower case."""


class DeviceSort(IntEnum):
    """The ways to order the list."""

    NAME = 0
    STATE = 1
    WAITING = 2
    RESULT = 3


ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
STATE_ROLE = ROW_ROLE + 1
"""Only told: the words of the state are others, all else of the row is as it was."""
_DIGITS = re.compile(r"(\d+)")


def natural_key(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return a key that orders ``Rack 2`` before ``Rack 10``."""
    parts = _DIGITS.split(text.casefold())
    return tuple((0, int(part), "") if part.isdigit() else (1, 0, part) for part in parts if part)


_KEYS: dict[DeviceSort, Callable[[DeviceRow], Any]] = {
    DeviceSort.STATE: lambda row: row.state_rank,
    DeviceSort.WAITING: lambda row: -row.waiting,
    DeviceSort.RESULT: lambda row: row.result_rank,
}


def _same(_row: DeviceRow) -> int:
    return 0


class DeviceTable(QAbstractListModel):
    """The devices that pass the filter, in order. Selection and scroll survive every change."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[str, DeviceRow] = {}
        self._names: dict[str, tuple[tuple[int, int, str], ...]] = {}
        self._shown: list[str] = []
        self._places: dict[str, int] = {}
        self._text = ""
        self._group: str | None = None
        self._sort = DeviceSort.NAME

    def show(self, rows: Iterable[DeviceRow]) -> None:
        """Take the whole registry as it is now; only what differs is told to the view."""
        old, self._rows = self._rows, {row.serial: row for row in rows}
        for serial, row in self._rows.items():
            if serial not in old or old[serial].name != row.name:
                self._names[serial] = natural_key(row.name)
        for serial in old.keys() - self._rows.keys():
            del self._names[serial]
        self._arrange()
        self._tell_changed([serial for serial, row in self._rows.items() if old.get(serial, row) != row])

    def patch(self, rows: Iterable[DeviceRow]) -> None:
        """Take new state words for devices that are here: nothing that orders or filters has changed.

        Where they are as long as before - a clock that goes on - STATE_ROLE alone is told to have changed.
        """
        longer: list[str] = []
        ticked: list[str] = []
        for row in rows:
            old = self._rows.get(row.serial)
            if old is None or old == row:
                continue
            self._rows[row.serial] = row
            (ticked if len(row.state_text) == len(old.state_text) else longer).append(row.serial)
        self._tell_changed(longer)
        self._tell_changed(ticked, [STATE_ROLE])

    def set_filter(self, text: str = "", group: str | None = None) -> None:
        """Show only devices whose facts hold every word of ``text``, of one group (None: any)."""
        self._text, self._group = text.casefold(), group
        self._arrange()

    def set_sort(self, sort: DeviceSort) -> None:
        """Order the list; devices that are equal are ordered by name, then serial."""
        self._sort = sort
        self._arrange()

    def row(self, place: int) -> DeviceRow:
        """Return the device at a place of the list. Raises IndexError."""
        return self._rows[self._shown[place]]

    def serial(self, place: int) -> str:
        """Return the serial at a place of the list, also while that device is on its way out."""
        return self._shown[place]

    def place(self, serial: str) -> int:
        """Return where a device is shown, -1 while it is not."""
        return self._places.get(serial, -1)

    def serials(self) -> tuple[str, ...]:
        """Return the serials shown, in order."""
        return tuple(self._shown)

    def groups(self) -> list[str]:
        """Return the names of all groups in use, in order."""
        return sorted({row.group for row in self._rows.values() if row.group}, key=natural_key)

    def total(self) -> int:
        """Return how many devices there are, shown or not."""
        return len(self._rows)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many devices are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - as Qt declares it
        """Return the row itself under ROW_ROLE, and its texts under Qt's roles."""
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        row = self._rows.get(self._shown[index.row()])
        match role:
            case _ if row is None:
                return None
            case _ if role == ROW_ROLE:
                return row
            case Qt.ItemDataRole.DisplayRole:
                return row.name
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.spoken
        return None

    def _tell_changed(self, serials: list[str], roles: Sequence[int] = ()) -> None:
        places = [self._places[serial] for serial in serials if serial in self._places]
        if places:
            self.dataChanged.emit(self.index(min(places)), self.index(max(places)), roles)

    def _wanted(self) -> list[str]:
        words = self._text.split()
        key = _KEYS.get(self._sort, _same)
        passing = [
            row
            for row in self._rows.values()
            if (self._group is None or row.group == self._group)
            and all(word in row.haystack for word in words)
        ]
        passing.sort(key=lambda row: (key(row), self._names[row.serial], row.serial))
        return [row.serial for row in passing]

    def _arrange(self) -> None:
        """Remove, move and insert until the list is as wanted; indexes held outside stay true."""
        wanted = self._wanted()
        if wanted == self._shown:
            return
        keep = set(wanted)
        for place in range(len(self._shown) - 1, -1, -1):
            if self._shown[place] not in keep:
                self.beginRemoveRows(QModelIndex(), place, place)
                del self._shown[place]
                self.endRemoveRows()
        present = set(self._shown)
        staying = [serial for serial in wanted if serial in present]
        if staying != self._shown:
            self._reorder(staying)
        for place, serial in enumerate(wanted):
            if serial not in present:
                self.beginInsertRows(QModelIndex(), place, place)
                self._shown.insert(place, serial)
                self.endInsertRows()
        self._places = {serial: place for place, serial in enumerate(self._shown)}

    def _reorder(self, order: list[str]) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        places = {serial: place for place, serial in enumerate(order)}
        after = [self.index(places[self._shown[index.row()]]) for index in before]
        self._shown = order
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()
