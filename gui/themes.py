"""The colour themes: what each colour role is, and the style sheet that is filled in from them."""

import importlib.util
import json
from dataclasses import dataclass
from pathlib import Path

from gui import paths

NAMES = ("light", "dark")


@dataclass(frozen=True, slots=True)
class Theme:
    """One theme as its file gives it."""

    name: str
    dark: bool
    roles: dict[str, str]
    """Colour role to ``#rrggbb``."""


def load(name: str) -> Theme:
    """Read ``resources/themes/<name>.json``. Raises OSError for a theme that does not exist."""
    data = json.loads(paths.resource("themes", f"{name}.json").read_text(encoding="utf-8"))
    return Theme(data["name"], bool(data["dark"]), dict(data["roles"]))


def style_sheet(theme: Theme) -> str:
    """Fill the shipped style sheet with the theme's colours and the folder of its small drawings."""
    text = paths.resource("themes", "style.qss").read_text(encoding="utf-8")
    text = text.replace("@marks", paths.resource("icons", theme.name).as_posix())
    # Longest names first: "@line" is the beginning of "@line_soft".
    for role in sorted(theme.roles, key=len, reverse=True):
        text = text.replace(f"@{role}", theme.roles[role])
    return text


def icon_file(name: str) -> str:
    """Return the path of a shipped drawing such as ``matrixdeck.svg``."""
    return str(paths.resource("icons", name))


def icon_font() -> tuple[str, dict[str, str]]:
    """Return the path of the icon font, and its characters by name. Raises OSError, ValueError.

    Both files come with qtawesome, which is never imported: that would load the whole of Qt's OpenGL for two
    files. A packed program has to carry ``qtawesome/__init__.py`` and, as data, the .ttf and the .json of
    ``qtawesome/fonts/materialdesignicons6-*``.
    """
    package = importlib.util.find_spec("qtawesome")
    if package is None or package.origin is None:
        raise FileNotFoundError("qtawesome, which brings the icon font, is not installed")
    folder = Path(package.origin).parent / "fonts"
    font = next(folder.glob("materialdesignicons6-webfont-*.ttf"), None)
    names = next(folder.glob("materialdesignicons6-webfont-charmap-*.json"), None)
    if font is None or names is None:
        raise FileNotFoundError(f"the icon font is missing in {folder}")
    codes = json.loads(names.read_text(encoding="utf-8"))
    return str(font), {name: chr(int(code, 16)) for name, code in codes.items()}


def contrast(first: str, second: str) -> float:
    """Return the WCAG 2 contrast ratio of two ``#rrggbb`` colours, 1 to 21."""
    low, high = sorted((_luminance(first), _luminance(second)))
    return (high + 0.05) / (low + 0.05)


def _luminance(color: str) -> float:
    channels = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
