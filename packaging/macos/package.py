"""Makes the application and its disk image, on a Mac.

One image for each kind of processor: PySide6 comes for both in one wheel, but pydantic-core for one each.
A program for both would have to be put together from two builds, and would be almost twice as large.
"""

import platform
import sys
from dataclasses import dataclass
from pathlib import Path

import contents
import environment
import start_time
from freeze import ROOT, freeze, version
from report import Report, megabytes

from macos import application, signing

DRAWING = ROOT / "resources" / "icons" / "matrixdeck.svg"
WINDOW = ((200, 160), (560, 360))
"""Where the image's window opens on the screen and its size, in points."""


@dataclass(frozen=True, slots=True)
class Built:
    """What was made."""

    app: Path
    image: Path
    notarised: bool


def build(report: Report) -> Built:
    """Freeze, complete, sign, notarise, pack. Raises SystemExit where that cannot be done."""
    if sys.platform != "darwin":
        raise SystemExit(
            "An application for macOS cannot be built here: signing and disk images are macOS's own. "
            "Run this on a Mac; .github/workflows/release.yml does it on both kinds."
        )
    build = ROOT / "build" / "macos"
    build.mkdir(parents=True, exist_ok=True)
    application.make_icon(DRAWING, build)
    python = environment.make(build / "environment")
    least = application.demanded(build / "environment")
    stated = application.LEAST_SYSTEM
    report.check(f"starts on macOS {stated}", least == stated, f"the wheels need {least}")
    freeze(build, python, report)
    app = build / "MatrixDeck.app"
    application.add_words(app)
    bill = ROOT / "dist" / f"{_name()}.cdx.json"
    contents.write(app, contents.site_packages(python), bill, report)
    signing.sign(app, report)
    report.measure("onedir_mb", megabytes(app))
    start_time.measure(app / "Contents" / "MacOS" / "MatrixDeck", python, ROOT, report)
    notarised = signing.notarise(app, report)
    image = _image(app, build / application.ICON)
    signing.sign_image(image)
    notarised = notarised and signing.notarise(image, report)
    report.measure("package_mb", megabytes(image))
    return Built(app, image, notarised)


def _name() -> str:
    return f"MatrixDeck-{version()}-macos-{platform.machine()}"


def _image(app: Path, icon: Path) -> Path:
    """Pack the application beside a link to the folder that it is to be dragged to."""
    import dmgbuild

    dist = ROOT / "dist"
    dist.mkdir(exist_ok=True)
    image = dist / f"{_name()}.dmg"
    image.unlink(missing_ok=True)
    dmgbuild.build_dmg(str(image), f"MatrixDeck {version()}", settings=settings(app, icon))
    return image


def settings(app: Path, icon: Path) -> dict[str, object]:
    """Return what dmgbuild is told."""
    return {
        "format": "ULMO",  # the smallest; read by macOS 10.15 and newer
        "files": [str(app)],
        "symlinks": {"Applications": "/Applications"},
        "icon": str(icon),
        "default_view": "icon-view",
        "window_rect": WINDOW,
        "icon_size": 112.0,
        "icon_locations": {app.name: (150, 160), "Applications": (410, 160)},
    }
