"""The page of the settings on which the operator says where the newest version is named."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from gui.views.look import restyle
from gui.web_address import Fault, fault_of

translate = QCoreApplication.translate


def updates_problem(text: str) -> str:
    """Return what is wrong with the address as it is typed; empty when it may be asked, or is empty."""
    fault = fault_of(text.strip()) if text.strip() else None
    match fault:
        case None:
            return ""
        case Fault.OTHER_SCHEME:
            return translate("UpdatesPage", "The address begins with https://.")
        case Fault.NOT_SECURE:
            return translate("UpdatesPage", "Only this PC may be asked by http://. Use https://.")
        case Fault.USER_NAME:
            return translate("UpdatesPage", "The address must not carry a user name or a password.")
        case Fault.NO_ADDRESS:
            return translate(
                "UpdatesPage", "This is not an address. Example: https://example.org/newest.json"
            )


class UpdatesPage(QWidget):
    """One address. Nothing is asked here."""

    checked = Signal()
    """The address was judged anew."""

    def __init__(self, url: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.missing = self._label("warning")
        self.missing.setText(
            self.tr("No address is set yet. Enter one and save, then check again from the Help menu.")
        )
        self.missing.hide()
        self.url = QLineEdit(url)
        self.url.setObjectName("updates.url")
        self.url.setAccessibleName(self.tr("Address that names the newest version"))
        self.url.setPlaceholderText("https://")
        self.url.setClearButtonEnabled(True)
        self.error = self._label("error")
        self._build()
        self.url.textChanged.connect(self._check)
        self._check()

    @property
    def problem(self) -> str:
        """What is wrong with the address; empty when nothing is."""
        return updates_problem(self.url.text())

    def ask_for_address(self) -> None:
        """Say that an address is needed, and let it be typed."""
        self.missing.show()
        self.url.setFocus()

    def _build(self) -> None:
        words = self._label("muted")
        words.setText(
            self.tr(
                "MatrixDeck never asks for updates by itself. With an address here, Help > Check for updates "
                "asks it for the newest version when you want to know."
            )
        )
        hint = self._label("caption")
        hint.setText(
            self.tr(
                "Leave it empty to ask nobody. It may name a JSON file with “version” and “url”, or a "
                "release at GitHub. Nothing about you, your phones or your tasks is sent."
            )
        )
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("&Address"), self.url)
        form.addRow("", self.error)
        form.addRow("", hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 16, 12, 8)
        column.setSpacing(12)
        column.addWidget(words)
        column.addWidget(self.missing)
        column.addLayout(form)
        column.addStretch(1)

    def _label(self, role: str) -> QLabel:
        label = QLabel(self)
        label.setProperty("role", role)
        label.setWordWrap(True)
        return label

    def _check(self) -> None:
        problem = self.problem
        self.error.setText(problem)
        self.error.setVisible(bool(problem))
        restyle(self.url, "invalid", "true" if problem else "false")
        self.checked.emit()
