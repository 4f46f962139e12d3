"""Makes the .tar.xz and the .deb from the frozen folder."""

import gzip
import platform
import shutil
import subprocess
import tarfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import contents
import environment
import start_time
from freeze import ROOT, freeze, version
from pictures import draw
from report import Report, megabytes

from linux import glibc

HERE = Path(__file__).parent
ICON_SIZES = (16, 32, 48, 64, 128, 256)


@dataclass(frozen=True, slots=True)
class Built:
    """What was made."""

    folder: Path
    archive: Path
    deb: Path
    tree: Path
    """What the .deb unpacks."""


def build(report: Report) -> Built:
    """Freeze, archive and package; report sizes."""
    build = ROOT / "build" / "linux"
    python = environment.make(build / "environment")
    folder = freeze(build, python, report)
    dist = ROOT / "dist"
    dist.mkdir(exist_ok=True)
    name = f"MatrixDeck-{version()}-linux-{platform.machine()}"
    contents.write(folder, contents.site_packages(python), dist / f"{name}.cdx.json", report)
    report.measure("onedir_mb", megabytes(folder))
    start_time.measure(folder / "matrixdeck", python, ROOT, report)
    archive = dist / f"{name}.tar.xz"
    with tarfile.open(archive, "w:xz") as tar:
        tar.add(folder, arcname="MatrixDeck")
    report.say(f"archive  {megabytes(archive):.1f} MB in {archive.relative_to(ROOT)}")
    deb = dist / f"{name}.deb"
    tree = _tree(build / "deb", folder)
    command = ["dpkg-deb", "--root-owner-group", "-Zxz", "-z9", "--build", str(tree), str(deb)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    report.measure("package_mb", megabytes(deb))
    return Built(folder, archive, deb, tree)


def _tree(tree: Path, folder: Path) -> Path:
    """Lay out the package: the program in /opt, a link to it, what desktops look for, the control file."""
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(folder, tree / "opt" / "matrixdeck", symlinks=True)
    (tree / "usr" / "bin").mkdir(parents=True)
    (tree / "usr" / "bin" / "matrixdeck").symlink_to("/opt/matrixdeck/matrixdeck")
    _share(tree / "usr" / "share")
    kilobytes = round(megabytes(tree) * 1000)
    values = {"VERSION": version(), "ARCH": _architecture(), "SIZE": str(kilobytes)}
    values["GLIBC"] = glibc.needed(folder)
    text = (HERE / "control").read_text(encoding="utf-8")
    for name, value in values.items():
        text = text.replace(f"@{name}@", value)
    (tree / "DEBIAN").mkdir()
    (tree / "DEBIAN" / "control").write_text(text, encoding="utf-8")
    for path in tree.rglob("*"):
        if not path.is_symlink():
            runs = path.is_dir() or path == tree / "opt" / "matrixdeck" / "matrixdeck"
            path.chmod(0o755 if runs else 0o644)
    return tree


def _architecture() -> str:
    """Return what Debian calls this processor."""
    asked = subprocess.run(["dpkg", "--print-architecture"], capture_output=True, text=True, check=True)
    return asked.stdout.strip()


def _share(share: Path) -> None:
    """Lay out what goes under /usr/share: menu entry, metadata, icons, licence, changes."""
    (share / "applications").mkdir(parents=True)
    shutil.copy(HERE / "matrixdeck.desktop", share / "applications")
    (share / "metainfo").mkdir()
    text = (HERE / "matrixdeck.metainfo.xml").read_text(encoding="utf-8")
    text = text.replace("@VERSION@", version()).replace("@DATE@", f"{datetime.now(UTC):%Y-%m-%d}")
    name = "io.github.matrixdeck.MatrixDeck.metainfo.xml"
    (share / "metainfo" / name).write_text(text, encoding="utf-8")
    (share / "doc" / "matrixdeck").mkdir(parents=True)
    shutil.copy(ROOT / "LICENSE", share / "doc" / "matrixdeck" / "copyright")
    with gzip.GzipFile(share / "doc" / "matrixdeck" / "changelog.gz", "wb", mtime=0) as file:
        file.write((ROOT / "CHANGELOG.md").read_bytes())
    drawing = ROOT / "resources" / "icons" / "matrixdeck.svg"
    (share / "icons" / "hicolor" / "scalable" / "apps").mkdir(parents=True)
    shutil.copy(drawing, share / "icons" / "hicolor" / "scalable" / "apps" / "matrixdeck.svg")
    for size in ICON_SIZES:
        folder = share / "icons" / "hicolor" / f"{size}x{size}" / "apps"
        folder.mkdir(parents=True)
        draw(drawing, folder / "matrixdeck.png", size)
