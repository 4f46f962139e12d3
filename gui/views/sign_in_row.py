"""The switch in the settings that has the panel started at sign-in; it shows what the system says."""

from typing import Protocol

from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget


class SignInSwitch(Protocol):
    """What starts the panel at sign-in, or does not."""

    why_not: str
    """Why it cannot be switched; empty when it can."""

    def enabled(self) -> bool:
        """Whether it is on."""

    def set_enabled(self, on: bool) -> None:
        """Switch it. Raises OSError."""


class SignInRow(QWidget):
    """A checkbox, what it means, and what went wrong when it was to be switched."""

    def __init__(self, switch: SignInSwitch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._switch = switch
        self.box = QCheckBox(self.tr("Start MatrixDeck when I &sign in (as an icon)"))
        self.box.setObjectName("settings.sign_in")
        self.box.setAccessibleName(self.tr("Start MatrixDeck when I sign in"))
        self.box.setChecked(switch.enabled())
        self.box.setEnabled(not switch.why_not)
        words = switch.why_not or self.tr(
            "It then watches TikMatrix from the task bar. It sends nothing by itself."
        )
        self.error = QLabel()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.box)
        for label, role, text in ((QLabel(), "caption", words), (self.error, "error", "")):
            label.setProperty("role", role)
            label.setWordWrap(True)
            label.setText(text)
            layout.addWidget(label)
        self.error.hide()

    def apply(self) -> bool:
        """Switch as the checkbox says; return whether that is so now. If not, say why and show the truth."""
        wanted = self.box.isChecked()
        if wanted == self._switch.enabled():
            return True
        try:
            self._switch.set_enabled(wanted)
        except OSError as error:
            reason = str(error)
        else:
            reason = ""
        done = self._switch.enabled()
        self.box.setChecked(done)
        if done == wanted:
            return True
        words = self.tr("That could not be switched; it is as it was. {reason}").format(reason=reason)
        self.error.setText(words.rstrip())
        self.error.show()
        return False
