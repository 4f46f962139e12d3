"""Everything that the program is made of, with the licence of each part beside it."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QFontDatabase, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from gui.licences import Component
from gui.tables.components import Column, ComponentTable
from gui.views.look import SMALL_FONT_PX, Look
from gui.views.small_table import SmallView

SIZE = (1012, 620)
_WIDTHS: dict[int, int] = {Column.VERSION: 92, Column.LICENCE: 112}
_LIST_WIDTH = 368


class LicencesDialog(QDialog):
    """A list to search in; the text of the chosen component to read and to copy."""

    def __init__(
        self, components: Sequence[Component], look: Look, parent: QWidget | None = None, *, problem: str = ""
    ) -> None:
        """``problem``: why the list is not whole."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Licences"))
        self.resize(*SIZE)
        self._components = {component.name: component for component in components}
        self.search = QLineEdit()
        self.problem = QLabel()
        self.problem.setText(
            self.tr("The list of licences cannot be read. Install the program again. ({problem})").format(
                problem=problem
            )
        )
        self.problem.setVisible(bool(problem))
        self.count = QLabel()
        self.table = ComponentTable(self)
        self.list = SmallView(self.table, look, _WIDTHS, self, filling=Column.NAME, least=140)
        self.text = QPlainTextEdit()
        self._build(look)
        self.search.textChanged.connect(self._filter)
        self.list.chosen.connect(self._show)
        self._filter("")
        self.search.setFocus()

    def _build(self, look: Look) -> None:
        self.search.setProperty("role", "search")
        self.search.setPlaceholderText(self.tr("Search for a component or a licence"))
        self.search.setAccessibleName(self.tr("Search for a component or a licence"))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(look.icon("mdi6.magnify", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.problem.setProperty("role", "error")
        self.problem.setWordWrap(True)
        self.count.setProperty("role", "muted")
        self.list.setAccessibleName(self.tr("Components"))
        self.list.setMinimumWidth(_LIST_WIDTH)
        self.text.setAccessibleName(self.tr("Text of the licence"))
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(SMALL_FONT_PX)
        self.text.setFont(font)
        find = QAction(self)
        find.setShortcut(QKeySequence(QKeySequence.StandardKey.Find))
        find.triggered.connect(self.search.setFocus)
        self.addAction(find)
        both = QHBoxLayout()
        both.setSpacing(12)
        both.addWidget(self.list, 1)
        both.addWidget(self.text, 2)
        close = QDialogButtonBox()
        button = close.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        button.setAccessibleName(self.tr("Close"))
        button.setAutoDefault(False)
        close.rejected.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self.count, 1)
        foot.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(self.problem)
        layout.addWidget(self.search)
        layout.addLayout(both, 1)
        layout.addLayout(foot)
        for before, after in pairwise((self.search, self.list, self.text, button)):
            self.setTabOrder(before, after)

    def _filter(self, words: str) -> None:
        """Keep the chosen component while it is there, else choose the first."""
        self.table.show_components(tuple(self._components.values()), words)
        found = self.table.rowCount()
        fits, nothing = self.tr("%n component(s)", "", found), self.tr("Nothing fits the search.")
        self.count.setText(fits if found else nothing)
        if found and self.list.key() is None:
            self.list.selectRow(0)

    def _show(self, name: object) -> None:
        component = self._components.get(str(name))
        self.text.setPlainText(component.text() if component is not None else "")
