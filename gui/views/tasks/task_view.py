"""The task table on screen: selection, current row and scroll stay with their tasks, come what may."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from gui.tables.rows import runs
from gui.tables.tasks import Column, TaskTable
from gui.views.look import Look
from gui.views.tasks import row_painter
from gui.views.tasks.header import TaskHeader
from gui.views.tasks.row_painter import ROW_HEIGHT, Band, RowPainter, RowState

_MANY = 2_000


class TaskView(QTableView):
    """Draws its rows itself and keeps everything by task id."""

    selected = Signal()
    """Which tasks are selected has changed, by hand or because some have gone."""

    def __init__(self, table: TaskTable, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("task_view")
        self.setAccessibleName(self.tr("Tasks"))
        self._table = table
        self._look = look
        self._painter = RowPainter(look)
        self._hovered = -1
        self._muted = False
        self._kept: tuple[list[int], int] | None = None
        # Selected ids and the current one, while Qt is told of a new order.
        self._filtered_out: set[int] = set()
        # Selected ids that the filter hides; they are selected again when they come back.
        self._place = (0, 0, True)
        self._restoring = False
        # Before setModel: these must come before the selection model's own.
        table.layoutAboutToBeChanged.connect(self._keep_selection)
        table.modelAboutToBeReset.connect(self._keep_selection)
        table.changing.connect(self._keep_place)
        table.changed.connect(self._restore)
        self._build(look)
        look.changed.connect(self._take_look)

    def _build(self, look: Look) -> None:
        self.setHorizontalHeader(TaskHeader(look, self))
        vertical = self.verticalHeader()
        vertical.hide()
        vertical.setMinimumSectionSize(ROW_HEIGHT)
        vertical.setDefaultSectionSize(ROW_HEIGHT)
        vertical.setSectionResizeMode(vertical.ResizeMode.Fixed)
        self.setModel(self._table)
        self.header.arrange()
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(ROW_HEIGHT)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        column, order = self._table.sorting
        self.header.setSortIndicator(column, order)
        self.setSortingEnabled(True)

    @property
    def header(self) -> TaskHeader:
        """The header with its columns."""
        header = self.horizontalHeader()
        assert isinstance(header, TaskHeader)  # noqa: S101 - set in the constructor
        return header

    # Selection

    def selected_ranges(self) -> list[tuple[int, int]]:
        """Return the selected rows as ranges from top to bottom."""
        selection = self.selectionModel().selection()
        parts = (selection.at(place) for place in range(selection.count()))
        return sorted((part.top(), part.bottom()) for part in parts)

    def selected_ids(self) -> list[int]:
        """Return the ids of the selected rows from top to bottom."""
        ids: list[int] = []
        for first, last in self.selected_ranges():
            ids += self._table.ids_between(first, last)
        return ids

    def current_id(self) -> int:
        """Return the id of the current row; 0 where there is none."""
        row = self.currentIndex().row()
        return self._table.id_at(row) if 0 <= row < self._table.rowCount() else 0

    def select_ids(self, ids: Iterable[int]) -> None:
        """Select exactly these tasks, as far as they are shown."""
        self._select_ranges(self._ranges_of(set(ids)))

    def selectAll(self) -> None:
        """Select every row as one range; Qt's own way takes seconds for a hundred thousand."""
        last = self._table.rowCount() - 1
        self._select_ranges([(0, last)] if last >= 0 else [])

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell of a selection made by hand."""
        super().selectionChanged(selected, deselected)
        if not self._restoring:
            self._filtered_out.clear()
            self.selected.emit()

    def keyboardSearch(self, _text: str) -> None:
        """Do nothing: letters are shortcuts here, and Qt's search would walk through every row."""

    def _ranges_of(self, wanted: set[int]) -> list[tuple[int, int]]:
        """Return the rows of these ids as ranges."""
        table = self._table
        if len(wanted) < _MANY:
            return runs(row for row in map(table.row_of, wanted) if row >= 0)
        mask = [*map(wanted.__contains__, table.ids_between(0, table.rowCount() - 1)), False, True]
        ranges = []
        # Searched from edge to edge, which a list does without a Python step a row.
        first = mask.index(True)
        while first < len(mask) - 1:
            after = mask.index(False, first)
            ranges.append((first, after - 1))
            first = mask.index(True, after)
        return ranges

    def _select_ranges(self, ranges: Iterable[tuple[int, int]]) -> None:
        table, selection = self._table, QItemSelection()
        right = table.columnCount() - 1
        for first, last in ranges:
            selection.select(table.index(first, 0), table.index(last, right))
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    # Staying in place

    @Slot()
    def _keep_place(self) -> None:
        value = self.verticalScrollBar().value()
        row = value // ROW_HEIGHT
        known = value > 0 and row < self._table.rowCount()
        self._place = (self._table.id_at(row) if known else 0, value % ROW_HEIGHT, value == 0)

    @Slot()
    def _keep_selection(self) -> None:
        # Qt would keep a persistent index for every selected cell through a change of order.
        if self._kept is None:
            self._kept = self.selected_ids(), self.current_id()
            self.selectionModel().reset()

    @Slot()
    def _restore(self) -> None:
        self._restoring = True
        self.setAutoScroll(False)
        if self._kept is not None:
            ids, current = self._kept
            self._kept = None
            wanted = self._filtered_out.union(ids)
            ranges = self._ranges_of(wanted)
            self._select_ranges(ranges)
            hidden: set[int] = set()
            if sum(last - first + 1 for first, last in ranges) < len(wanted):
                hidden = wanted.difference(self.selected_ids())
            self._filtered_out = {i for i in hidden if self._table.get(i) is not None}
            if (row := self._table.row_of(current)) >= 0:
                index = self._table.index(row, Column.ID)
                self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self._restore_place()
        self.setAutoScroll(True)
        self._restoring = False
        self.selected.emit()

    def _restore_place(self) -> None:
        task_id, offset, at_top = self._place
        bar = self.verticalScrollBar()
        row = -1 if at_top else self._table.row_of(task_id)
        if row < 0:
            if at_top and bar.value():
                bar.setValue(0)
            return
        value = row * ROW_HEIGHT + offset
        if value != bar.value():
            self.updateGeometries()
            bar.setValue(value)

    # Drawing

    def set_muted(self, muted: bool) -> None:
        """Draw everything greyed: the line is down and what is shown is old."""
        if muted != self._muted:
            self._muted = muted
            self.viewport().update()

    @property
    def muted(self) -> bool:
        """Whether everything is drawn greyed."""
        return self._muted

    @Slot()
    def _take_look(self) -> None:
        self._painter.forget()
        self.viewport().update()
        self.header.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows that the event touches."""
        area = event.rect()
        offset = self.verticalScrollBar().value()
        first = (offset + area.top()) // ROW_HEIGHT
        last = min((offset + area.bottom()) // ROW_HEIGHT, self._table.rowCount() - 1)
        header = self.header
        slots = [
            row_painter.Slot(column, left, header.sectionSize(column))
            for column in header.shown_columns()
            if (left := header.sectionViewportPosition(column)) <= area.right()
            and left + header.sectionSize(column) > area.left()
        ]
        ranges = [(top, bottom) for top, bottom in self.selected_ranges() if top <= last and bottom >= first]
        current = self.currentIndex().row() if self.hasFocus() else -1
        right = min(header.length() - header.offset(), self.viewport().width())
        painter = QPainter(self.viewport())
        for row in range(first, last + 1):
            chosen = any(top <= row <= bottom for top, bottom in ranges)
            state = RowState(chosen, row == self._hovered, row == current, self._muted)
            band = Band(row * ROW_HEIGHT - offset, right)
            self._painter.paint(painter, band, self._table.cells(row), slots, state)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Highlight the row under the pointer."""
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(event.position().toPoint().y()))

    def leaveEvent(self, event: QEvent) -> None:
        """Highlight nothing."""
        super().leaveEvent(event)
        self._hover(-1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room out among the columns."""
        super().resizeEvent(event)
        self.header.fit(self.viewport().width())

    def _hover(self, row: int) -> None:
        for touched in {self._hovered, row} - {-1}:
            top = touched * ROW_HEIGHT - self.verticalScrollBar().value()
            self.viewport().update(0, top, self.viewport().width(), ROW_HEIGHT)
        self._hovered = row

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Let Home and End go to the first and last row instead of the first and last column."""
        rows = {
            QAbstractItemView.CursorAction.MoveHome: 0,
            QAbstractItemView.CursorAction.MoveEnd: self._table.rowCount() - 1,
        }
        if action in rows and self._table.rowCount():
            return self._table.index(rows[action], max(0, self.currentIndex().column()))
        return super().moveCursor(action, modifiers)
