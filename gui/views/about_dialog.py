"""What this program is, and the keyboard shortcuts on one sheet."""

from collections.abc import Sequence
from platform import python_version

from PySide6.QtCore import QCoreApplication, Qt, Signal, qVersion
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gui import __version__
from gui.views.commands import plain
from gui.views.look import Look

ICON_PX = 56


class AboutDialog(QDialog):
    """Name, version, licences and links."""

    licences_wanted = Signal()
    """Everything that the program is made of is to be shown."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About MatrixDeck"))
        self.setMinimumWidth(480)
        icon = QLabel()
        icon.setPixmap(look.app_icon().pixmap(ICON_PX, ICON_PX))
        icon.setAlignment(Qt.AlignmentFlag.AlignTop)
        name = QLabel("MatrixDeck")
        name.setProperty("role", "title")
        version = QLabel(
            self.tr("Version {version} · Qt {qt} · Python {python}").format(
                version=__version__, qt=qVersion(), python=python_version()
            )
        )
        version.setProperty("role", "muted")
        version.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words = QVBoxLayout()
        words.setSpacing(8)
        words.addWidget(name)
        words.addWidget(version)
        words.addWidget(self._text(self.tr("A desktop control panel for the TikMatrix Local API.")))
        words.addWidget(
            self._text(
                self.tr(
                    "MatrixDeck is free software under the MIT licence. It uses Qt and PySide6 under the "
                    "GNU Lesser General Public License version 3; you may replace these libraries by your "
                    "own builds. Icons: Material Design Icons, Apache licence 2.0."
                )
            )
        )
        links = self._text(
            '<a href="https://www.qt.io/licensing">{qt}</a> · <a href="https://www.tikmatrix.com">{tikmatrix}</a>'.format(
                qt=self.tr("Qt licences"), tikmatrix=self.tr("TikMatrix (not affiliated)")
            )
        )
        links.setOpenExternalLinks(True)
        links.setAccessibleName(self.tr("Links"))
        words.addWidget(links)
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(icon)
        top.addLayout(words, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(16)
        layout.addLayout(top)
        box = _close_box(self)
        close = box.buttons()[0]
        self.licences = box.addButton(self.tr("&Licences…"), QDialogButtonBox.ButtonRole.ActionRole)
        self.licences.setAccessibleName(self.tr("Licences"))
        self.licences.setToolTip(self.tr("Show everything that MatrixDeck is made of, with its licences"))
        self.licences.setAutoDefault(False)
        self.licences.clicked.connect(self.licences_wanted)
        layout.addWidget(box)
        close.setFocus()

    def _text(self, text: str) -> QLabel:
        label = QLabel(text)
        label.setWordWrap(True)
        return label


class ShortcutsDialog(QDialog):
    """Every action with a key, in the sections of the menus."""

    def __init__(
        self, sections: Sequence[tuple[str, Sequence[QAction]]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.resize(440, 560)
        sheet = QWidget()
        grid = QGridLayout(sheet)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        row = 0
        for title, actions in sections:
            keyed = [action for action in actions if not action.shortcut().isEmpty()]
            if not keyed:
                continue
            head = QLabel(title)
            head.setProperty("role", "section")
            head.setContentsMargins(0, 12 if row else 0, 0, 0)
            grid.addWidget(head, row, 0, 1, 2)
            row += 1
            for action in keyed:
                grid.addWidget(QLabel(plain(action.text())), row, 0)
                key = QLabel(action.shortcut().toString(QKeySequence.SequenceFormat.NativeText))
                key.setProperty("role", "key")
                grid.addWidget(key, row, 1, Qt.AlignmentFlag.AlignRight)
                row += 1
        grid.setRowStretch(row, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(sheet)
        scroll.setAccessibleName(self.tr("Keyboard shortcuts"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(scroll, 1)
        layout.addWidget(_close_box(self))


def _close_box(dialog: QDialog) -> QDialogButtonBox:
    box = QDialogButtonBox()
    words = QCoreApplication.translate("Dialogs", "Close")
    close = box.addButton(words, QDialogButtonBox.ButtonRole.RejectRole)
    close.setAccessibleName(words)
    close.setDefault(True)
    box.rejected.connect(dialog.reject)
    return box
