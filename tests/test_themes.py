"""The themes: both complete, both readable, and nothing of the style sheet left unfilled."""

import re
from pathlib import Path

import pytest

from gui import themes

TEXT = ("text", "muted", "accent", "running", "completed", "failed", "warning", "pending")
GROUNDS = ("window", "panel", "raised", "field", "selection", "hover", "hover_raised")
PAIRS = [(role, ground) for role in TEXT for ground in GROUNDS] + [
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("on_accent", "accent_pressed"),
    ("failed", "danger_soft"),
    ("warning", "warning_soft"),
    ("completed", "success_soft"),
    *(
        (role, ground)
        for role in ("text", "muted")
        for ground in ("danger_soft", "warning_soft", "success_soft")
    ),
]


@pytest.mark.parametrize("name", themes.NAMES)
@pytest.mark.parametrize(("role", "ground"), PAIRS, ids=lambda value: value)
def test_words_stand_out_from_their_ground(name, role, ground):
    roles = themes.load(name).roles
    assert themes.contrast(roles[role], roles[ground]) >= 4.5


def test_contrast_is_that_of_wcag():
    assert themes.contrast("#000000", "#ffffff") == pytest.approx(21.0)
    assert themes.contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert themes.contrast("#123456", "#123456") == pytest.approx(1.0)


def test_both_themes_have_the_same_roles():
    light, dark = (themes.load(name) for name in themes.NAMES)
    assert light.roles.keys() == dark.roles.keys()
    assert (light.name, light.dark, dark.name, dark.dark) == ("light", False, "dark", True)
    assert all(re.fullmatch(r"#[0-9a-f]{6}", color) for t in (light, dark) for color in t.roles.values())


@pytest.mark.parametrize("name", themes.NAMES)
def test_the_style_sheet_is_filled_in_whole(name):
    sheet = themes.style_sheet(themes.load(name))
    assert "@" not in re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    drawings = set(re.findall(r'url\("([^"]+)"\)', sheet))
    assert len(drawings) >= 8
    assert all(Path(drawing).is_file() for drawing in drawings)
    assert sheet.count("{") == sheet.count("}")


def test_a_theme_that_does_not_exist_is_an_error():
    with pytest.raises(OSError, match="pink"):
        themes.load("pink")


def test_the_program_has_its_own_icon():
    assert Path(themes.icon_file("matrixdeck.svg")).read_text(encoding="utf-8").startswith("<svg")
