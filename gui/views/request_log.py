"""A window that shows the last requests to TikMatrix; it may stay open beside the panel."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, QTimer
from PySide6.QtGui import QAction, QGuiApplication, QHideEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from gui.state.host import Host
from gui.tables.requests import Column, RequestTable
from gui.views.look import Look

REFRESH_MS = 1000
ROW_HEIGHT = 26
_WIDTHS = {Column.TIME: 110, Column.METHOD: 78, Column.PATH: 280, Column.STATUS: 64, Column.MS: 74}


class RequestLogDialog(QDialog):
    """Reads the log again by a timer that runs only while the window is seen."""

    def __init__(self, host: Host, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._log = host.request_log
        self._shown = -1
        self.setWindowTitle(self.tr("Requests to TikMatrix"))
        self.setModal(False)
        self.resize(860, 480)
        self.model = RequestTable(self)
        self.table = self._make_table(look)
        self.summary = QLabel()
        self.summary.setProperty("role", "muted")
        self._build()
        self._timer = QTimer(self, interval=REFRESH_MS)
        self._timer.timeout.connect(self.refresh)

    def refresh(self) -> None:
        """Take what was asked since the last time."""
        if self._log.serial == self._shown:
            return
        self._shown = self._log.serial
        records = tuple(self._log)
        self.model.show(records)
        failed = sum(record.outcome != "ok" for record in records)
        words = self.tr("%n request(s)", "", len(records))
        if failed:
            words = f"{words} · {self.tr('%n not answered as asked', '', failed)}"
        self.summary.setText(words)

    def showEvent(self, event: QShowEvent) -> None:
        """Follow the log while it is seen."""
        super().showEvent(event)
        self.refresh()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while nothing is seen."""
        super().hideEvent(event)
        self._timer.stop()

    def _make_table(self, look: Look) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        table.setItemDelegate(_OutcomeDelegate(look, table))
        table.setAccessibleName(self.tr("Requests, newest first"))
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = table.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW_HEIGHT)
        heads = table.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setStretchLastSection(True)
        for column, width in _WIDTHS.items():
            table.setColumnWidth(column, width)
        copy = QAction(self.tr("&Copy"), table)
        copy.setShortcut(QKeySequence.StandardKey.Copy)
        copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        copy.setToolTip(self.tr("Copy the selected lines"))
        copy.triggered.connect(self._copy)
        table.addAction(copy)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        return table

    def _build(self) -> None:
        hint = QLabel(self.tr("The last 500 requests. No header, no body and no secret is kept."))
        hint.setProperty("role", "muted")
        close = QPushButton(self.tr("Close"))
        close.setAccessibleName(self.tr("Close"))
        close.clicked.connect(self.close)
        copy = QPushButton(self.tr("&Copy"))
        copy.setAccessibleName(self.tr("Copy the selected lines, or all"))
        copy.clicked.connect(self._copy)
        foot = QHBoxLayout()
        foot.addWidget(self.summary)
        foot.addStretch(1)
        foot.addWidget(copy)
        foot.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(hint)
        layout.addWidget(self.table, 1)
        layout.addLayout(foot)

    def _copy(self) -> None:
        parts = self.table.selectionModel().selection().toList()
        rows = sorted({row for part in parts for row in range(part.top(), part.bottom() + 1)})
        lines = [self.model.line(row) for row in rows or range(self.model.rowCount())]
        QGuiApplication.clipboard().setText("\n".join(lines))


class _OutcomeDelegate(QStyledItemDelegate):
    """Draws the outcome of a failed request in the colour of failure; the words say it too."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        if index.column() == Column.OUTCOME and index.data(Qt.ItemDataRole.UserRole) is False:
            color = self._look.color("failed")
            option.palette.setColor(option.palette.ColorRole.Text, color)
            option.palette.setColor(option.palette.ColorRole.HighlightedText, color)
