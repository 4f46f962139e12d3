"""The look: palette and style sheet of the theme in force, and icons that wait and take its colours."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontInfo, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QLabel, QPushButton, QSpinBox

from gui.views import look as look_module
from gui.views.look import Look, indent, restyle


def inked(icon, mode=QIcon.Mode.Normal):
    """Return the colours of an icon's opaque pixels."""
    image = icon.pixmap(QSize(32, 32), mode).toImage()
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {color.name() for color in pixels if color.alpha() == 255}


def test_palette_and_style_sheet_follow_the_theme(qapp, dressed):
    assert dressed.dark
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == "#10151b"
    assert "#10151b" in qapp.styleSheet()
    told = []
    dressed.changed.connect(lambda: told.append(dressed.theme))
    dressed.set_theme("light")
    assert not dressed.dark
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == "#f2f4f6"
    assert "#10151b" not in qapp.styleSheet()
    dressed.set_theme("light")
    assert told == ["light"]


def test_disabled_text_has_its_own_colour(dressed):
    palette = dressed.palette()
    color = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert color == dressed.color("disabled")
    assert color != palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.Text)


def test_system_follows_the_system_and_a_choice_does_not(qapp, monkeypatch):
    dark = False
    monkeypatch.setattr(look_module, "_system_theme", lambda: "dark" if dark else "light")
    look = Look("system")
    assert not look.dark
    dark = True
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert look.dark
    look.set_theme("light")
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert not look.dark
    look.set_theme("nonsense")
    assert (look.theme, look.dark) == ("system", True)
    look.deleteLater()


def test_an_unknown_role_is_an_error(qapp):
    look = Look("dark")
    with pytest.raises(KeyError):
        look.color("mauve")
    look.deleteLater()


def test_digits_have_one_width(qapp):
    look = Look("dark")
    font = look.font()
    assert QFontInfo(font).pixelSize() == 13
    assert font.isFeatureSet(QFont.Tag("tnum"))
    assert look.small_font().pixelSize() == 12
    look.deleteLater()


def test_an_icon_waits_for_its_font_then_takes_the_colour_of_the_theme(qtbot, dressed):
    button = QPushButton(dressed.icon("mdi6.play", "running"), "Run")
    qtbot.addWidget(button)
    assert not button.icon().isNull()
    assert inked(button.icon()) == set()
    with qtbot.waitExposed(button):
        button.show()
    qtbot.waitUntil(lambda: dressed._icons_ready, timeout=10_000)
    assert dressed.color("running").name() in inked(button.icon())
    assert dressed.color("disabled").name() in inked(button.icon(), QIcon.Mode.Disabled)
    dressed.set_theme("light")
    assert dressed.color("running").name() in inked(button.icon())


def test_icons_can_be_had_at_once(qapp):
    look = Look("dark")
    icon = look.icon("mdi6.close", "failed")
    look.load_icons()
    look.load_icons()
    assert look.color("failed").name() in inked(QIcon(icon))
    assert not look.app_icon().pixmap(32, 32).isNull()
    look.deleteLater()


def test_restyle_takes_effect_at_once(qtbot, dressed):
    label = QLabel("x")
    qtbot.addWidget(label)
    label.ensurePolished()
    restyle(label, "role", "error")
    assert label.palette().color(label.foregroundRole()) == dressed.color("failed")
    restyle(label, "role", "error")
    restyle(label, "role", "success")
    assert label.palette().color(label.foregroundRole()) == dressed.color("completed")


def test_numbers_in_spin_boxes_do_not_stick_to_the_edge(qtbot):
    spin = QSpinBox()
    qtbot.addWidget(spin)
    indent(spin)
    assert spin.lineEdit().textMargins().left() == 8
