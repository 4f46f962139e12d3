"""The look: palette and style sheet of the theme in force, and icons that wait and take its colours."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontInfo, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QLabel, QPushButton, QSpinBox

from gui import themes
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


def test_an_icon_is_there_at_once_and_takes_the_colour_of_the_theme(qtbot, dressed):
    button = QPushButton(dressed.icon("mdi6.play", "running"), "Run")
    qtbot.addWidget(button)
    assert not button.icon().isNull()
    dark = dressed.color("running").name()
    assert dark in inked(button.icon())
    assert dressed.color("disabled").name() in inked(button.icon(), QIcon.Mode.Disabled)
    dressed.set_theme("light")
    assert dressed.color("running").name() != dark
    assert dressed.color("running").name() in inked(button.icon())


def test_icons_can_be_had_before_they_are_painted(qapp):
    look = Look("dark")
    icon = look.icon("mdi6.close", "failed")
    look.load_icons()
    look.load_icons()
    assert look.color("failed").name() in inked(QIcon(icon))
    assert not look.app_icon().pixmap(32, 32).isNull()
    look.deleteLater()


def test_an_icon_has_the_size_and_sharpness_of_the_screen(dressed):
    icon = dressed.icon("mdi6.stop")
    for ratio in (1.0, 1.5, 2.0):
        pixmap = icon.pixmap(QSize(16, 16), ratio)
        assert pixmap.devicePixelRatio() == ratio
        image = pixmap.toImage()
        assert image.width() == round(16 * ratio)
        inside = [x for x in range(image.width()) if image.pixelColor(x, image.height() // 2).alpha() > 200]
        # a square stop sign takes half of the icon's width: 14 of 16, and 12 of the glyph's own 24
        assert len(inside) == pytest.approx(7 * ratio, abs=2)


def test_every_icon_that_the_program_names_exists(qapp):
    _, characters = themes.icon_font()
    sources = Path(look_module.__file__).parent.rglob("*.py")
    named = {
        name for path in sources for name in re.findall(r'"mdi6\.([a-z0-9-]+)"', path.read_text("utf-8"))
    }
    assert len(named) > 10
    assert named <= characters.keys()


def test_without_the_icon_font_the_panel_only_lacks_icons(dressed, monkeypatch, caplog):
    def missing():
        raise FileNotFoundError("the icon font is missing")

    monkeypatch.setattr(themes, "icon_font", missing)
    look_module._icon_face.cache_clear()
    try:
        assert inked(dressed.icon("mdi6.play")) == set()
        assert "the icon font is missing" in caplog.text
    finally:
        look_module._icon_face.cache_clear()


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
