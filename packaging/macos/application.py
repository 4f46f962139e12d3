"""What makes the frozen folder a macOS application: its property list, its icon and its words."""

import re
import shutil
from pathlib import Path

IDENTIFIER = "io.github.matrixdeck.MatrixDeck"
LEAST_SYSTEM = "14.0"
"""What PySide6's wheels are built for (``macosx_14_0``). The build compares it with what it installed."""

ICON = "MatrixDeck.icns"
MARGIN = 0.056
"""Apple's icons fill 824 of 1024 points; the drawing itself fills 232 of 256."""

PICTURES = {
    "icp4": 16,
    "ic11": 32,
    "icp5": 32,
    "ic12": 64,
    "ic07": 128,
    "ic13": 256,
    "ic08": 256,
    "ic14": 512,
    "ic09": 512,
    "ic10": 1024,
}
"""Pixels of each picture in the icon set: 16 to 512 points, each also at double density."""

HERE = Path(__file__).parent
DEMAND = re.compile(r"^Tag: .*-macosx_(\d+)_(\d+)_", re.MULTILINE)


def properties(version: str) -> dict[str, object]:
    """Return what Info.plist says beside what PyInstaller writes into it."""
    numbers = re.match(r"[\d.]*\d", version)
    if numbers is None:
        raise SystemExit(f"macOS takes no version like {version}")
    return {
        "CFBundleShortVersionString": numbers[0],
        "CFBundleVersion": numbers[0],
        "CFBundleDevelopmentRegion": "en",
        "CFBundleLocalizations": ["en", "zh-Hans"],
        "LSApplicationCategoryType": "public.app-category.utilities",
        "LSMinimumSystemVersion": LEAST_SYSTEM,
        "NSHighResolutionCapable": True,
        # A panel that is covered all day must go on asking: App Nap would stretch its timers.
        "NSAppSleepDisabled": True,
        "NSPrincipalClass": "NSApplication",
        "NSSupportsAutomaticGraphicsSwitching": True,
        "NSHumanReadableCopyright": "© The MatrixDeck authors, MIT License",
        # macOS 15 asks the user before a program reaches another computer of the network; this PC is free.
        "NSLocalNetworkUsageDescription": words("en")["NSLocalNetworkUsageDescription"],
    }


def words(language: str) -> dict[str, str]:
    """Return what macOS itself tells of the program in a language."""
    text = (HERE / f"{language}.lproj" / "InfoPlist.strings").read_text(encoding="utf-8")
    return dict(re.findall(r'^"(\w+)" = "(.*)";$', text, re.MULTILINE))


def make_icon(drawing: Path, folder: Path) -> Path:
    """Draw every size and put them into one icon in ``folder``; return it."""
    from icnsutil import IcnsFile
    from pictures import draw

    pictures = folder / "icon"
    shutil.rmtree(pictures, ignore_errors=True)
    pictures.mkdir(parents=True)
    icon = IcnsFile()
    for key, size in PICTURES.items():
        picture = pictures / f"{key}.png"
        draw(drawing, picture, size, MARGIN)
        icon.add_media(key, data=picture.read_bytes())
    icon.write(str(folder / ICON))
    return folder / ICON


def add_words(app: Path) -> None:
    """Add macOS's own words in each language; the application is to be signed afterwards."""
    for folder in HERE.glob("*.lproj"):
        shutil.copytree(folder, app / "Contents" / "Resources" / folder.name, dirs_exist_ok=True)


def demanded(environment: Path) -> str:
    """Return the oldest macOS that every package in an environment runs on, as "14.0"."""
    found = [(0, 0)]
    for wheel in environment.rglob("*.dist-info/WHEEL"):
        tags = DEMAND.findall(wheel.read_text(encoding="utf-8"))
        # What was built for several systems runs on the oldest of them.
        found += sorted((int(major), int(minor)) for major, minor in tags)[:1]
    return "{}.{}".format(*max(found))
