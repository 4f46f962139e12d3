"""The look: colours, font, icons and style sheet of the current theme."""

import logging
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QIcon,
    QIconEngine,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtWidgets import QApplication, QWidget

from gui import themes

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractSpinBox

logger = logging.getLogger(__name__)

FONT_PX = 13
SMALL_FONT_PX = 12
FIELD_INDENT = 8
# Where the system names no face of its own, these are better read at 13 px than the usual fall-back.
_PREFERRED = (
    "Inter",
    "Noto Sans",
    "Cantarell",
    "Ubuntu",
    "Open Sans",
    "Liberation Sans",
    "DejaVu Sans Condensed",
)
_GENERIC = frozenset({"", "Sans Serif", "Sans", "sans-serif", "DejaVu Sans"})
# A glyph is a little smaller than its icon: 14 px in an icon of 16.
_GLYPH_SHARE = 0.875


class Look(QObject):
    """Everything that is drawn from the current theme. Views that paint by hand repaint on ``changed``."""

    changed = Signal()

    def __init__(self, theme: str = "system", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app: QApplication | None = None
        self._choice = ""
        self._theme = themes.load("light")
        self._colors: dict[str, QColor] = {}
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)
        self.set_theme(theme)

    @property
    def dark(self) -> bool:
        """Whether the theme in force is a dark one."""
        return self._theme.dark

    @property
    def theme(self) -> str:
        """The choice: ``system``, ``light`` or ``dark``."""
        return self._choice

    def set_theme(self, theme: str) -> None:
        """Choose ``system``, ``light`` or ``dark``; anything else counts as system."""
        self._choice = theme if theme in themes.NAMES else "system"
        hints = QGuiApplication.styleHints()
        if self._choice == "system":
            hints.unsetColorScheme()
        else:
            # Native frames and file dialogs follow this one.
            dark = self._choice == "dark"
            hints.setColorScheme(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)
        self._load()

    def color(self, role: str) -> QColor:
        """Return the colour of a role such as ``text`` or ``failed``. Raises KeyError for an unknown role."""
        return self._colors[role]

    def icon(self, name: str, role: str = "text") -> QIcon:
        """Return an icon such as ``mdi6.play``. Its colour is taken when it is painted: it follows the theme.

        The font behind the icons is read when the first of them is painted, which takes some 10 ms: the first
        window, which has none, does not pay for it.
        """
        return QIcon(_IconEngine(self, name, role))

    def load_icons(self) -> None:
        """Read the icon font now, unless it has been read."""
        _icon_face()

    def app_icon(self) -> QIcon:
        """Return the program's own icon."""
        return QIcon(themes.icon_file("matrixdeck.svg"))

    def font(self) -> QFont:
        """Return the system's font at reading size, its digits all of one width."""
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        if font.family() in _GENERIC:
            font.setFamilies([*_PREFERRED, font.family()])
        font.setPixelSize(FONT_PX)
        font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def small_font(self) -> QFont:
        """Return the font of captions and second lines."""
        font = self.font()
        font.setPixelSize(SMALL_FONT_PX)
        return font

    def palette(self) -> QPalette:
        """Return Qt's palette in the theme's colours."""
        role, group, color = QPalette.ColorRole, QPalette.ColorGroup, self._colors
        palette = QPalette(color["raised"], color["window"])
        for target, name in (
            (role.Window, "window"),
            (role.WindowText, "text"),
            (role.Base, "field"),
            (role.AlternateBase, "raised"),
            (role.Text, "text"),
            (role.Button, "raised"),
            (role.ButtonText, "text"),
            (role.BrightText, "failed"),
            (role.ToolTipBase, "raised"),
            (role.ToolTipText, "text"),
            (role.PlaceholderText, "muted"),
            (role.Highlight, "selection"),
            (role.HighlightedText, "text"),
            (role.Accent, "accent"),
            (role.Link, "accent"),
            (role.LinkVisited, "accent"),
            (role.Light, "panel"),
            (role.Midlight, "raised"),
            (role.Mid, "line"),
            (role.Dark, "field_line"),
            (role.Shadow, "line"),
        ):
            palette.setColor(target, color[name])
        for target in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
            palette.setColor(group.Disabled, target, color["disabled"])
        return palette

    def style_sheet(self) -> str:
        """Return Qt's style sheet in the theme's colours."""
        return themes.style_sheet(self._theme)

    def apply(self, app: QApplication) -> None:
        """Dress the whole application, now and after each change of theme. Made for the Fusion style."""
        self._app = app
        app.setFont(self.font())
        self._dress()

    def _load(self) -> None:
        name = _system_theme() if self._choice == "system" else self._choice
        if self._colors and name == self._theme.name:
            return
        self._theme = themes.load(name)
        self._colors = {role: QColor(value) for role, value in self._theme.roles.items()}
        self._dress()
        self.changed.emit()

    def _dress(self) -> None:
        if self._app is not None:
            self._app.setPalette(self.palette())
            self._app.setStyleSheet(self.style_sheet())

    def _follow_system(self) -> None:
        if self._choice == "system":
            self._load()


def _system_theme() -> str:
    scheme = QGuiApplication.styleHints().colorScheme()
    return "dark" if scheme == Qt.ColorScheme.Dark else "light"


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Set a dynamic property that the style sheet looks at, and let the widget take its new style."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        return  # It takes its style when it is first shown. The mere name QStyle costs the start 9 ms.
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def indent(spin: "QAbstractSpinBox") -> None:
    """Give a spin box the left margin of other fields, which Qt does not take from a style sheet."""
    spin.lineEdit().setTextMargins(FIELD_INDENT, 0, 0, 0)


class _IconEngine(QIconEngine):
    def __init__(self, look: Look, name: str, role: str) -> None:
        super().__init__()
        self._look = look
        self._name = name
        self._role = role

    def clone(self) -> QIconEngine:
        return _IconEngine(self._look, self._name, self._role)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        family, characters = _icon_face()
        character = characters.get(self._name.partition(".")[2], "")
        font = QFont()
        font.setFamily(family)
        font.setPixelSize(max(1, round(_GLYPH_SHARE * rect.height())))
        painter.save()
        painter.setFont(font)
        painter.setPen(self._look.color("disabled" if mode == QIcon.Mode.Disabled else self._role))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, character)
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return pixmap

    def isNull(self) -> bool:
        return False


@lru_cache(maxsize=1)
def _icon_face() -> tuple[str, dict[str, str]]:
    """Return the family of the icon font and its characters by name; empty where the font is missing."""
    try:
        file, characters = themes.icon_font()
    except (OSError, ValueError) as error:
        logger.error("there are no icons: %s", error)  # noqa: TRY400 - the sentence says it all
        return "", {}
    families = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(file))
    return (families[0], characters) if families else ("", {})
