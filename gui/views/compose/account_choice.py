"""Which accounts: typed or pasted, picked among those that TikMatrix has named, or read from a file."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from gui.api.schemas import Account
from gui.scripts.targets import clean
from gui.views.compose.inputs import ComboInput, TextInput
from gui.views.compose.labels import link_button
from gui.views.compose.list_tools import ListTools

_WIDTH = 420
_MOST_TAGS = 20
_HEADINGS = ("username", "account", "user", "账号", "用户名")
"""Of the column that is taken out of a table first."""


class AccountChoice(QWidget):
    """Account names, one a line, each once."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known: tuple[str, ...] = ()
        self._accounts: tuple[Account, ...] = ()
        self._names: tuple[str, ...] = ()
        self._text = TextInput(76, self)
        self._text.setObjectName("usernames")
        self._text.setMaximumWidth(_WIDTH)
        self._text.setPlaceholderText(self.tr("one account name a line"))
        self._text.setAccessibleName(self.tr("Account names, one a line"))
        self._text.textChanged.connect(self._on_text)
        self._tools = ListTools("usernames", self._text, _HEADINGS, self)
        self._tools.setMaximumWidth(_WIDTH)
        self._tools.tidy_wanted.connect(self._tidy)
        self._build()
        self._show()

    def names(self) -> tuple[str, ...]:
        """Return the accounts, each once."""
        return self._names

    def set_known(self, names: tuple[str, ...], accounts: tuple[Account, ...]) -> None:
        """Offer the accounts that TikMatrix has named."""
        if names != self._known:
            self._known = names
            self._pick.clear()
            self._pick.addItems(list(names))
            self._pick.setCurrentIndex(-1)
            self._pick.setEnabled(bool(names))
        self._accounts = accounts
        self._all.setVisible(bool(names))

    def set_names(self, names: Sequence[str]) -> None:
        """Name other accounts instead."""
        self._text.setPlainText("\n".join(names))

    def add(self, names: Sequence[str]) -> None:
        """Name more accounts; those that are there already stay as they are."""
        known = set(self._names)
        new = [name for name in dict.fromkeys(clean(list(names))) if name not in known]
        if new:
            self._text.appendPlainText("\n".join(new))

    def _build(self) -> None:
        self._pick = ComboInput(self)
        self._pick.setObjectName("known_accounts")
        self._pick.setEditable(True)
        self._pick.setInsertPolicy(ComboInput.InsertPolicy.NoInsert)
        self._pick.setMaximumWidth(220)
        self._pick.setSizeAdjustPolicy(ComboInput.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._pick.setMinimumContentsLength(8)
        self._pick.setAccessibleName(self.tr("Add a known account"))
        self._pick.setToolTip(self.tr("Accounts that TikMatrix has named; choosing one adds it"))
        completer = QCompleter(self._pick.model(), self._pick)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._pick.setCompleter(completer)
        line = self._pick.lineEdit()
        if line is not None:
            line.setPlaceholderText(self.tr("Add a known account"))
        self._pick.activated.connect(self._on_picked)
        self._all = link_button(
            self, "add_known_accounts", self.tr("Add all…"), self.tr("Add all known accounts of a kind")
        )
        self._all.setProperty("has_menu", "true")
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._menu.triggered.connect(self._on_kind)
        self._all.setMenu(self._menu)
        foot = QHBoxLayout()
        foot.setSpacing(4)
        foot.addWidget(self._pick)
        foot.addWidget(self._all)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._text)
        column.addWidget(self._tools)
        column.addLayout(foot)

    def _fill_menu(self) -> None:
        """Offer every known account, and those of each platform and tag with their number."""
        self._menu.clear()
        self._offer(self.tr("All known accounts"), self._known)
        platforms = sorted({account.platform for account in self._accounts if account.platform})
        for platform in platforms:
            self._offer(platform, [a.username for a in self._accounts if a.platform == platform])
        tags = sorted({tag for account in self._accounts for tag in account.tags}, key=str.casefold)
        if tags:
            self._menu.addSeparator()
        for tag in tags[:_MOST_TAGS]:
            template = self.tr("Tag {tag}")
            self._offer(template.replace("{tag}", tag), [a.username for a in self._accounts if tag in a.tags])

    def _offer(self, title: str, names: Sequence[str]) -> None:
        names = clean(list(dict.fromkeys(names)))
        action = QAction(f"{title} ({len(names)})".replace("&", "&&"), self._menu)
        action.setData(names)
        action.setEnabled(bool(names))
        self._menu.addAction(action)

    def _on_kind(self, action: QAction) -> None:
        self.add(action.data())

    def _on_text(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        lines = self._text.toPlainText().splitlines()
        self._names = tuple(dict.fromkeys(clean(lines)))
        words = self.tr("%n account(s)", "", len(self._names))
        self._tools.show_counts(words, untidy=len(lines) > len(self._names))

    def _tidy(self) -> None:
        self._text.replace_all("\n".join(self._names))

    def _on_picked(self, index: int) -> None:
        self.add([self._pick.itemText(index)])
        self._pick.setCurrentIndex(-1)
        self._pick.clearEditText()
