"""The list widget of files: what is dropped on it, pasted into it, or moved with its keys."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QListView, QWidget

from gui.views.compose.file_rows import ROW_HEIGHT
from gui.views.compose.inputs import local_files

_MOST_ROWS = 5
_EMPTY_HEIGHT = 64
_FRAME = 2


class FileList(QListView):
    """As high as its files, up to five of them."""

    files_given = Signal(list)
    """Paths of files that were dropped or pasted."""
    remove_wanted = Signal()
    move_wanted = Signal(int)
    """By -1 up, by 1 down."""
    focused = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.placeholder = ""
        self.setProperty("tab_stop", True)
        self.setProperty("role", "field")
        self.setAcceptDrops(True)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.set_rows(0)

    def set_rows(self, count: int) -> None:
        """Be as high as so many files."""
        height = min(count, _MOST_ROWS) * ROW_HEIGHT + _FRAME if count else _EMPTY_HEIGHT
        self.setFixedHeight(height)

    def selected_rows(self) -> list[int]:
        """Return the chosen rows, top to bottom."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def viewportSizeHint(self) -> QSize:
        """Ask for no more than the fixed height."""
        return QSize(self.maximumWidth(), self.height())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        self._judge(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Take files wherever they are held."""
        self._judge(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell which files were dropped."""
        files = local_files(event.mimeData())
        if files:
            event.acceptProposedAction()
            self.files_given.emit(files)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete removes, Alt with an arrow moves, and paths can be pasted."""
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.remove_wanted.emit()
        elif alt and event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.move_wanted.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.matches(QKeySequence.StandardKey.Paste):
            self._paste()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say that somebody is here."""
        super().focusInEvent(event)
        self.focused.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say what belongs here while there is nothing."""
        super().paintEvent(event)
        if self.model() is None or self.model().rowCount():
            return
        painter = QPainter(self.viewport())
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        rect = self.viewport().rect().adjusted(10, 8, -10, -8)
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), self.placeholder)

    def _paste(self) -> None:
        source = QGuiApplication.clipboard().mimeData()
        paths = local_files(source) or [line.strip().strip('"') for line in source.text().splitlines()]
        self.files_given.emit([path for path in paths if path])

    def _judge(self, event: QDropEvent) -> None:
        if local_files(event.mimeData()):
            event.acceptProposedAction()
        else:
            event.ignore()
