"""The look: colour roles of the current theme, and everything that is drawn from them."""

import tomllib

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor

from gui import paths


class Look(QObject):
    """Colours of the current theme. Views that paint by hand keep one and repaint on ``changed``."""

    changed = Signal()

    def __init__(self, theme: str = "dark", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._colors: dict[str, QColor] = {}
        self.dark = True
        self.load(theme)

    def load(self, theme: str) -> None:
        """Read ``resources/themes/<theme>.toml`` and announce the change."""
        with paths.resource("themes", f"{theme}.toml").open("rb") as file:
            data = tomllib.load(file)
        self.dark = bool(data["dark"])
        self._colors = {role: QColor(value) for role, value in data["roles"].items()}
        self.changed.emit()

    def color(self, role: str) -> QColor:
        """Return the colour of a role such as ``text`` or ``failed``."""
        return self._colors[role]
