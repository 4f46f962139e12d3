"""The table's header: muted titles with the sort arrow beside them, and the menu of columns."""

from PySide6.QtCore import QByteArray, QPoint, QRect, Qt, Slot
from PySide6.QtGui import QAction, QFontMetrics, QGuiApplication, QPainter
from PySide6.QtWidgets import QHeaderView, QMenu, QWidget

from gui.tables.columns import RIGHT_ALIGNED, Column
from gui.views.look import Look
from gui.views.tasks.row_painter import PADDING

HEIGHT = 32
WIDTHS = {
    Column.ID: 64,
    Column.SCRIPT: 124,
    Column.DEVICE: 134,
    Column.ACCOUNT: 112,
    Column.STATUS: 104,
    Column.START: 92,
    Column.ELAPSED: 76,
    Column.SOURCE: 68,
    Column.RETRIES: 68,
    Column.REMARK: 100,
}
_YIELDING = (
    {Column.START: 74, Column.ELAPSED: 66},
    {Column.ID: 58, Column.STATUS: 100, Column.ACCOUNT: 98},
    {Column.DEVICE: 112},
)
"""Columns that give room to the remark in a narrow window, and the width that they keep: the first ones
before the others. The script keeps its width: a name that is cut could be another script's."""
_REMARK_WANTS = 200
KEPT_TITLES = 100
HIDDEN_AT_FIRST = frozenset({Column.SOURCE, Column.RETRIES})


class TaskHeader(QHeaderView):
    """Columns can be moved, resized and hidden; the last one takes the room that is left."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSortIndicatorShown(True)
        self.setStretchLastSection(True)
        self.setMinimumSectionSize(44)
        self.setFixedHeight(HEIGHT)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setAccessibleName(self.tr("Columns of the task table"))
        self._cut: dict[tuple[int, str, int], str] = {}
        """Titles as they fit, by column, arrow and width."""
        self._small_font = look.small_font()
        self._own_widths = False
        # The operator has set widths: they are left alone from then on.
        self._fitting = False
        self.sectionResized.connect(self._resized)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._offer_columns)

    def arrange(self) -> None:
        """Give the columns their first widths. To be called once the table is there."""
        for column, width in WIDTHS.items():
            self.resizeSection(column, width)
            self.setSectionHidden(column, column in HIDDEN_AT_FIRST)

    def fit(self, room: int) -> None:
        """Share out the room, px, so that the remark gets some, until the operator sets widths."""
        if self._own_widths:
            return
        shown = self.shown_columns()
        widths = {column: WIDTHS[column] for column in shown if column != Column.REMARK}
        lacking = sum(widths.values()) + _REMARK_WANTS - room
        for group in _YIELDING:
            spare = {column: widths[column] - least for column, least in group.items() if column in widths}
            share = min(1.0, max(0.0, lacking / (sum(spare.values()) or 1)))
            for column, most in spare.items():
                widths[column] -= round(share * most)
            lacking -= sum(spare.values())
        self._fitting = True
        for column, width in widths.items():
            self.resizeSection(column, width)
        self._fitting = False

    @Slot()
    def _resized(self) -> None:
        if not self._fitting and QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._own_widths = True

    def shown_columns(self) -> list[Column]:
        """Return the visible columns from left to right."""
        columns = [Column(self.logicalIndex(place)) for place in range(self.count())]
        return [column for column in columns if not self.isSectionHidden(column)]

    def save(self) -> str:
        """Return widths, order and hidden columns as text; empty while they are the first ones."""
        moved = any(self.visualIndex(column) != column for column in Column)
        hidden = {column for column in Column if self.isSectionHidden(column)}
        if not self._own_widths and not moved and hidden == HIDDEN_AT_FIRST:
            return ""
        return bytes(self.saveState().toBase64().data()).decode()

    def restore(self, text: str) -> None:
        """Take what :meth:`save` returned; anything else changes nothing."""
        state = QByteArray.fromBase64(text.encode("ascii", "replace"))
        if text and self.restoreState(state):
            self._own_widths = True
            # The saved state holds these too, as the version that wrote it had them.
            self.setFixedHeight(HEIGHT)
            self.setStretchLastSection(True)
            if not self.shown_columns():
                self.arrange()

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        """Draw one title, its arrow right behind it."""
        column = Column(logical)
        sorted_by = self.sortIndicatorSection() == logical
        painter.save()
        painter.fillRect(rect, self._look.color("window"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._look.color("line"))
        painter.setFont(self._small_font)
        painter.setPen(self._look.color("text" if sorted_by else "muted"))
        inner = rect.adjusted(PADDING, 0, -PADDING, 0)
        arrow = ""
        if sorted_by:
            arrow = " ↓" if self.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder else " ↑"
        text = self._title(logical, arrow, inner.width())
        side = Qt.AlignmentFlag.AlignRight if column in RIGHT_ALIGNED else Qt.AlignmentFlag.AlignLeft
        painter.drawText(inner, int(side | Qt.AlignmentFlag.AlignVCenter), text)
        painter.restore()

    def _title(self, logical: int, arrow: str, width: int) -> str:
        """Return the title cut to its room; kept, since every change of the table draws the header again."""
        wanted = logical, arrow, width
        if wanted not in self._cut:
            if len(self._cut) > KEPT_TITLES:
                self._cut.clear()  # columns are being dragged
            title = str(self.model().headerData(logical, Qt.Orientation.Horizontal))
            metrics = QFontMetrics(self._small_font)
            room = width - metrics.horizontalAdvance(arrow)
            self._cut[wanted] = metrics.elidedText(title, Qt.TextElideMode.ElideRight, room) + arrow
        return self._cut[wanted]

    @Slot(QPoint)
    def _offer_columns(self, where: QPoint) -> None:
        menu = self.column_menu()
        menu.popup(self.mapToGlobal(where))

    def column_menu(self) -> QMenu:
        """Return a menu of all columns, ticked where shown. It deletes itself when closed."""
        menu = QMenu(self)
        menu.setObjectName("column_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        shown = self.shown_columns()
        for column in Column:
            title = str(self.model().headerData(column, Qt.Orientation.Horizontal))
            action = QAction(title, menu, checkable=True, checked=column in shown)
            action.setData(int(column))
            # The last one cannot be hidden: without columns there would be no header to bring them back.
            action.setEnabled(len(shown) > 1 or column not in shown)
            action.setStatusTip(self.tr("Show or hide the column {0}").format(title))
            menu.addAction(action)
        menu.triggered.connect(self._toggle)
        return menu

    @Slot(QAction)
    def _toggle(self, action: QAction) -> None:
        self.setSectionHidden(int(action.data()), not action.isChecked())
