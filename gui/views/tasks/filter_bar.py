"""Everything that narrows the table: chips, the filter menu, the search box, and tags of what is in force."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QToolButton, QWidget

from gui.api.schemas import Stats
from gui.tables.tasks import Column, TaskFilter, TaskTable
from gui.views.look import Look
from gui.views.tasks.filter_menu import FIELDS, FilterMenu
from gui.views.tasks.status_chips import StatusChips

DEBOUNCE_MS = 150
_SEARCH_WIDTH, _SEARCH_LEAST, _GAP, _MARGIN = 190, 110, 8, 12
_NAME = 40
"""Characters of a batch's name in its tag."""


class FilterBar(QWidget):
    """Holds the filter that the operator has put together."""

    changed = Signal(object)
    """The TaskFilter now asked for."""
    search_entered = Signal()
    """The search box got the focus: a text search may follow."""
    search_left = Signal()

    def __init__(self, table: TaskTable, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self._filter = TaskFilter()
        self._narrow = False
        self._only_words = ""
        self.chips = StatusChips(look, self)
        self.chips.changed.connect(self._take_statuses)
        self._menu = FilterMenu(table, self)
        self._menu.toggled.connect(self._take_choice)
        self._menu.cleared.connect(self._clear_choices)
        self.search = self._make_search(look)
        self.menu_button = self._make_menu_button(look)
        self._tags = QWidget(self)
        self._tag_row = QHBoxLayout(self._tags)
        self._tag_row.setContentsMargins(0, 0, 0, 0)
        self._tag_row.setSpacing(_GAP)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(_MARGIN, 10, _MARGIN, 10)
        self._grid.setSpacing(_GAP)
        self._grid.setColumnStretch(1, 1)
        self._place(narrow=False)
        self._show_tags()

    def _make_search(self, look: Look) -> QLineEdit:
        search = QLineEdit(self)
        search.setObjectName("search")
        search.setProperty("role", "search")
        search.setPlaceholderText(self.tr("Search"))
        search.setAccessibleName(self.tr("Search the tasks"))
        search.setToolTip(
            self.tr("Search in every column (Ctrl+F). Several words must all occur. Esc clears.")
        )
        search.setClearButtonEnabled(True)
        search.addAction(look.icon("mdi6.magnify", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        search.installEventFilter(self)
        self._debounce = QTimer(self)
        self._debounce.setSingleShot(True)
        self._debounce.setInterval(DEBOUNCE_MS)
        self._debounce.timeout.connect(self.flush)
        search.textChanged.connect(self._typed)
        search.returnPressed.connect(self.flush)
        return search

    def _make_menu_button(self, look: Look) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("button.filter")
        button.setIcon(look.icon("mdi6.filter-variant", "muted"))
        button.setAccessibleName(self.tr("Filter by script, device or source"))
        button.setToolTip(self.tr("Filter by script, device or source (Ctrl+Shift+L)"))
        button.setShortcut("Ctrl+Shift+L")
        button.setFixedSize(30, 30)
        button.clicked.connect(self.open_menu)
        return button

    # The filter

    @property
    def filter(self) -> TaskFilter:
        """What is asked for."""
        return self._filter

    def set_filter(self, wanted: TaskFilter) -> None:
        """Ask for this and show it."""
        if self.search.text() != wanted.text:
            self.search.setText(wanted.text)
        self._debounce.stop()
        self.chips.set_statuses(wanted.statuses)
        self._change(wanted)

    def set_serials(self, serials: frozenset[str]) -> None:
        """Ask for tasks of these devices only."""
        self._set_choice(Column.DEVICE, serials)

    def set_batch(self, name: str, ids: frozenset[int]) -> None:
        """Ask for the tasks of a batch only; of all, where there are none."""
        self.set_only(self.tr("Batch: {0}").format(_cut(name)), ids)

    def set_only(self, words: str, ids: frozenset[int]) -> None:
        """Ask for these tasks only, of all where there are none; ``words`` say on the tag what they are."""
        renamed = words != self._only_words
        self._only_words = words
        self._change(replace(self._filter, ids=ids))
        if renamed:
            self._show_tags()

    def set_stats(self, stats: Stats | None, *, muted: bool = False) -> None:
        """Show the server's counts on the chips; None while it has not told any, muted where they are old."""
        self.chips.set_muted(muted)
        if self.chips.set_stats(stats):
            self._fit()

    @Slot()
    def clear(self) -> None:
        """Ask for nothing in particular."""
        self.set_filter(TaskFilter())

    @Slot()
    def flush(self) -> None:
        """Search now for what is typed."""
        self._debounce.stop()
        self._change(replace(self._filter, text=self.search.text()))

    @Slot()
    def open_menu(self) -> None:
        """Show the filter menu below its button."""
        chosen = {column: getattr(self._filter, field) for column, field in FIELDS.items()}
        button = self.menu_button
        self._menu.build(chosen).popup(button.mapToGlobal(QPoint(0, button.height() + 2)))

    @Slot()
    def focus_search(self) -> None:
        """Put the cursor into the search box."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    @Slot()
    def _typed(self) -> None:
        self._debounce.start()

    @Slot(object)
    def _take_statuses(self, statuses: frozenset[int]) -> None:
        self._change(replace(self._filter, statuses=statuses))

    @Slot(object, str, bool)
    def _take_choice(self, column: Column, value: str, chosen: bool) -> None:
        before: frozenset[str] = getattr(self._filter, FIELDS[column])
        self._set_choice(column, before | {value} if chosen else before - {value})

    def _set_choice(self, column: Column, values: frozenset[str]) -> None:
        fields = {FIELDS[column]: values}
        self._change(replace(self._filter, **fields))  # type: ignore[arg-type]

    @Slot()
    def _clear_choices(self) -> None:
        empty: frozenset[str] = frozenset()
        wanted = replace(self._filter, scripts=empty, serials=empty, sources=empty)
        self._change(replace(wanted, ids=frozenset()))

    @Slot()
    def _drop_tag(self) -> None:
        nothing: dict[str, frozenset[int]] = {str(self.sender().property("field")): frozenset()}
        self._change(replace(self._filter, **nothing))  # type: ignore[arg-type]

    def _change(self, wanted: TaskFilter) -> None:
        if wanted != self._filter:
            self._filter = wanted
            self._show_tags()
            self.changed.emit(wanted)

    # What is seen

    def _show_tags(self) -> None:
        while (item := self._tag_row.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.setObjectName("")
                old.hide()
                old.deleteLater()
        for field, text in self._tag_texts():
            tag = QPushButton(text + "  ✕", self._tags)
            tag.setObjectName(f"tag.{field}")
            tag.setProperty("kind", "tag")
            tag.setProperty("field", field)
            tag.setToolTip(self.tr("Take this filter away"))
            tag.setAccessibleName(self.tr("Take the filter {0} away").format(text))
            tag.clicked.connect(self._drop_tag)
            self._tag_row.addWidget(tag)
        self._tag_row.addStretch(1)
        self._tags.setVisible(self._tag_row.count() > 1)

    def _tag_texts(self) -> list[tuple[str, str]]:
        """Return the field of the filter and what its tag says, for each one that has a tag."""
        wanted, texts = self._filter, []
        if wanted.ids:
            texts.append(("ids", self._only_words))
        if wanted.scripts:
            names = sorted(wanted.scripts)
            several = self.tr("%n script(s)", "", len(names))
            one = self.tr("Script: {0}").format(", ".join(names))
            texts.append(("scripts", several if len(names) > 2 else one))
        if wanted.serials:
            names = sorted(self._table.device_name(serial) for serial in wanted.serials)
            several = self.tr("%n device(s)", "", len(names))
            one = self.tr("Device: {0}").format(", ".join(names))
            texts.append(("serials", several if len(names) > 2 else one))
        if wanted.sources:
            texts.append(("sources", self.tr("Source: {0}").format(", ".join(sorted(wanted.sources)))))
        return texts

    def _place(self, *, narrow: bool) -> None:
        """Put the search box beside the chips, or below them where there is no room."""
        self._narrow = narrow
        for widget in (self.chips, self.menu_button, self.search, self._tags):
            self._grid.removeWidget(widget)
        left = Qt.AlignmentFlag.AlignLeft
        self._grid.addWidget(self.chips, 0, 0, 1, 4 if narrow else 1, left)
        row = 1 if narrow else 0
        if narrow:
            self._grid.addWidget(self.search, row, 0, 1, 3)
        else:
            self._grid.addWidget(self.search, row, 2)
        self._grid.addWidget(self.menu_button, row, 3)
        self._grid.addWidget(self._tags, 2, 0, 1, 4, left)
        self.search.setMinimumWidth(_SEARCH_LEAST)
        self.search.setMaximumWidth(16_777_215 if narrow else _SEARCH_WIDTH)

    def _fit(self) -> None:
        room = self.width() - 2 * _MARGIN
        beside = self.menu_button.width() + 2 * _GAP + _SEARCH_LEAST
        compact = self.chips.width_hint(compact=False) + beside > room
        self.chips.set_compact(compact)
        narrow = compact and self.chips.width_hint(compact=True) + beside > room
        if narrow != self._narrow:
            self._place(narrow=narrow)

    def minimumSizeHint(self) -> QSize:
        """Return the room of the chips without their words, the search box below them."""
        return QSize(self.chips.width_hint(compact=True) + 2 * _MARGIN, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose what fits."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Esc clear the search, and tell when the box is entered and left."""
        kind = event.type()
        if kind == QEvent.Type.FocusIn:
            self.search_entered.emit()
        elif kind == QEvent.Type.FocusOut:
            self.search_left.emit()
        elif isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and self.search.text():
            # First asked as a shortcut, which must be refused to others, then sent as a key.
            event.accept()
            if kind == QEvent.Type.KeyPress:
                self.search.clear()
                self.flush()
            return True
        return super().eventFilter(watched, event)


def _cut(name: str) -> str:
    """Keep a long name from making the window wide."""
    return name if len(name) <= _NAME else name[: _NAME - 1] + "…"
