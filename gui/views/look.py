"""The look: colours, font, icons and style sheet of the current theme."""

from functools import lru_cache

from PySide6.QtCore import QObject, QRect, QSize, Qt, QTimer, Signal
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
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QWidget

from gui import themes

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
# The icon font takes long to read, so it waits until the first picture has been seen.
_ICON_DELAY_MS = 150


class Look(QObject):
    """Everything that is drawn from the current theme. Views that paint by hand repaint on ``changed``."""

    changed = Signal()

    def __init__(self, theme: str = "system", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app: QApplication | None = None
        self._icons_ready = False
        self._icons_asked = False
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

        The font behind the icons is read shortly after the first of them was to be painted; until then they
        are empty, which keeps the first window quick.
        """
        return QIcon(_IconEngine(self, name, role))

    def load_icons(self) -> None:
        """Make the icons visible now, for pictures of the window."""
        if self._icons_ready:
            return
        import qtawesome  # noqa: PLC0415, F401 - takes 0.2 s, which the first window need not wait for

        self._icons_ready = True
        if self._app is not None:
            for window in self._app.topLevelWidgets():
                window.update()

    def icon_now(self, name: str, role: str) -> QIcon | None:
        """Return the finished icon; None while the icon font is not read, which is then ordered."""
        if self._icons_ready:
            return _tinted(name, self._theme.roles[role])
        if not self._icons_asked:
            self._icons_asked = True
            QTimer.singleShot(_ICON_DELAY_MS, self, self.load_icons)
        return None

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
        """Dress the whole application, now and after each change of theme."""
        self._app = app
        app.setStyle("Fusion")
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
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def indent(spin: QAbstractSpinBox) -> None:
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

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        role = "disabled" if mode == QIcon.Mode.Disabled else self._role
        icon = self._look.icon_now(self._name, role)
        if icon is not None:
            icon.paint(painter, rect, Qt.AlignmentFlag.AlignCenter, QIcon.Mode.Normal, state)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return pixmap

    def isNull(self) -> bool:
        return False


@lru_cache(maxsize=512)
def _tinted(name: str, color: str) -> QIcon:
    import qtawesome  # noqa: PLC0415 - see Look.load_icons

    icon: QIcon = qtawesome.icon(name, color=color)
    return icon
