"""Small parts that the composer's editors share: labels, links and file dialogs."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QWidget


def wrapped_label(parent: QWidget, name: str, role: str) -> QLabel:
    """Return a label whose words wrap and can be copied, and are never taken for markup."""
    label = QLabel(parent)
    label.setObjectName(name)
    label.setProperty("role", role)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def link_button(parent: QWidget, name: str, text: str, words: str = "") -> QPushButton:
    """Return a button that looks like a link; ``words`` say more than its text does."""
    button = QPushButton(text, parent)
    button.setObjectName(name)
    button.setProperty("kind", "link")
    button.setAutoDefault(False)
    button.setAccessibleName(words or text)
    button.setToolTip(words)
    return button


def file_dialog(parent: QWidget, title: str, mode: QFileDialog.FileMode) -> QFileDialog:
    """Return a dialog to be opened; it goes away by itself."""
    dialog = QFileDialog(parent, title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(mode)
    return dialog
