"""macOS: what can be checked of its build on any system. Nothing here has run on a Mac."""

import plistlib
import re
import struct
import subprocess
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest
from macos import application, package
from PySide6.QtGui import QImage

from gui import __version__

ROOT = Path(__file__).parent.parent.parent
SPEC = ROOT / "packaging" / "matrixdeck.spec"
QML = "PySide6/Qt/lib/QtQml.framework"
GUI = "PySide6/Qt/lib/QtGui.framework"
# As PyInstaller lists frameworks: the library, links inside the framework, a link beside the program.
WANTED = {
    f"{GUI}/Versions/A/QtGui": "BINARY",
    f"{GUI}/Resources": ("SYMLINK", "Versions/Current/Resources"),
    "QtGui": ("SYMLINK", f"{GUI}/Versions/A/QtGui"),
    "PySide6/Qt/lib/QtDBus.framework/Versions/A/QtDBus": "BINARY",  # QtGui is linked to it
    "PySide6/QtWidgets.abi3.so": "EXTENSION",
    "PySide6/Qt/plugins/platforms/libqcocoa.dylib": "BINARY",
    "PySide6/Qt/plugins/styles/libqmacstyle.dylib": "BINARY",
    "PySide6/Qt/plugins/imageformats/libqsvg.dylib": "BINARY",
    "PySide6/Qt/plugins/iconengines/libqsvgicon.dylib": "BINARY",
    "libcrypto.3.dylib": "BINARY",
}
UNWANTED = {
    f"{QML}/Versions/A/QtQml": "BINARY",
    f"{QML}/Versions/Current": ("SYMLINK", "A"),
    f"{QML}/Resources": ("SYMLINK", "Versions/Current/Resources"),
    f"{QML}/Versions/A/Resources/Info.plist": "DATA",
    "QtQml": ("SYMLINK", f"{QML}/Versions/A/QtQml"),
    "PySide6/QtDBus.abi3.so": "EXTENSION",
    "PySide6/Qt/plugins/sqldrivers/libqsqlite.dylib": "BINARY",
    "PySide6/Qt/plugins/imageformats/libqmacjp2.dylib": "BINARY",
}


@pytest.fixture
def evaluated(monkeypatch, tmp_path):
    """The specification as PyInstaller runs it on a Mac, with stand-ins that keep what they are given."""
    calls = {}

    def kept(name):
        def call(*arguments, **options):
            calls[name] = SimpleNamespace(arguments=arguments, options=options)
            return calls[name]

        return call

    entries = []
    for index, (name, what) in enumerate({**WANTED, **UNWANTED}.items()):
        source = tmp_path / str(index)
        source.write_bytes(b"12345")
        kind, target = what if isinstance(what, tuple) else (what, str(source))
        entries.append((name, target, kind))

    def analysis(*arguments, **options):
        calls["Analysis"] = SimpleNamespace(arguments=arguments, options=options)
        binaries = [entry for entry in entries if entry[2] in {"BINARY", "EXTENSION"}]
        datas = [entry for entry in entries if entry not in binaries]
        return SimpleNamespace(binaries=binaries, datas=datas, pure=[], scripts=[])

    hooks = ModuleType("PyInstaller.utils.hooks")
    hooks.collect_data_files = lambda *_, **__: []
    monkeypatch.setitem(sys.modules, "PyInstaller.utils.hooks", hooks)
    monkeypatch.setattr(sys, "platform", "darwin")
    (tmp_path / "work").mkdir()
    names = {name: kept(name) for name in ("EXE", "PYZ", "COLLECT", "BUNDLE")}
    places = {
        "SPECPATH": str(SPEC.parent),
        "DISTPATH": str(tmp_path),
        "workpath": str(tmp_path / "work" / "x"),
    }
    with monkeypatch.context() as context:
        context.setattr(sys, "path", list(sys.path))
        code = compile(SPEC.read_text(encoding="utf-8"), str(SPEC), "exec")
        exec(code, {"Analysis": analysis, **names, **places})
    return calls


def test_the_specification_makes_an_application(evaluated, tmp_path):
    bundle = evaluated["BUNDLE"]
    assert bundle.arguments == (evaluated["COLLECT"],)
    assert bundle.options["name"] == "MatrixDeck.app"
    assert bundle.options["bundle_identifier"] == "io.github.matrixdeck.MatrixDeck"
    assert bundle.options["icon"] == str(tmp_path / "MatrixDeck.icns")
    assert bundle.options["info_plist"] == application.properties(__version__)
    program = evaluated["EXE"].options
    assert (program["name"], program["console"], program["strip"]) == ("MatrixDeck", False, False)
    assert evaluated["COLLECT"].options["strip"] is False


def test_the_specification_leaves_out_frameworks_and_every_link_to_them(evaluated):
    _, binaries, datas = evaluated["COLLECT"].arguments
    assert {entry[0] for entry in (*binaries, *datas)} == set(WANTED)


def test_every_file_that_the_specification_names_is_there(evaluated):
    (launched,) = evaluated["Analysis"].arguments[0]
    assert Path(launched).is_file()
    assert all(Path(source).exists() for source, _ in evaluated["Analysis"].options["datas"])


def test_the_property_list_says_what_macos_needs():
    told = application.properties("1.2.3")
    assert plistlib.loads(plistlib.dumps(told)) == told
    assert told["CFBundleShortVersionString"] == told["CFBundleVersion"] == "1.2.3"
    assert told["LSMinimumSystemVersion"] == "14.0"
    assert told["CFBundleLocalizations"] == ["en", "zh-Hans"]
    assert told["LSApplicationCategoryType"].startswith("public.app-category.")
    assert told["NSHighResolutionCapable"]
    assert told["NSAppSleepDisabled"]
    assert "NSRequiresAquaSystemAppearance" not in told, "it would keep the window light in the dark"
    assert "LSBackgroundOnly" not in told


def test_a_version_is_told_to_macos_in_numbers_only():
    assert application.properties("1.2.0rc1")["CFBundleVersion"] == "1.2.0"
    with pytest.raises(SystemExit, match="no version like next"):
        application.properties("next")


def test_macos_says_the_same_things_in_each_language(tmp_path):
    languages = application.properties(__version__)["CFBundleLocalizations"]
    texts = {language: application.words(language) for language in languages}
    assert texts["en"].keys() == texts["zh-Hans"].keys()
    assert re.search(r"[\u4e00-\u9fff]", texts["zh-Hans"]["NSLocalNetworkUsageDescription"])
    application.add_words(tmp_path / "MatrixDeck.app")
    made = tmp_path / "MatrixDeck.app" / "Contents" / "Resources"
    assert {path.parent.name for path in made.rglob("*.strings")} == {f"{each}.lproj" for each in languages}
    for path in made.rglob("*.strings"):  # every line is an entry: one misplaced quote would lose the rest
        lines = path.read_text(encoding="utf-8").splitlines()
        assert len(lines) == len(texts[path.parent.name.removesuffix(".lproj")])


def test_the_icon_has_every_size(qapp, tmp_path):
    icon = application.make_icon(package.DRAWING, tmp_path)
    data = icon.read_bytes()
    assert data[:4] == b"icns"
    assert struct.unpack(">I", data[4:8]) == (len(data),)
    found, at = {}, 8
    while at < len(data):
        key, length = struct.unpack(">4sI", data[at : at + 8])
        image = QImage.fromData(data[at + 8 : at + length])
        if not image.isNull():
            assert image.width() == image.height()
            assert image.pixelColor(0, 0).alpha() == 0
            assert image.pixelColor(image.width() // 2, image.height() // 3).alpha() == 255
            found[key.decode()] = image.width()
        at += length
    assert found == application.PICTURES
    assert {16, 32, 64, 128, 256, 512, 1024} == set(found.values())


def test_the_oldest_macos_is_read_off_the_wheels(tmp_path):
    for name, tags in {
        "pure": ["py3-none-any"],
        "qt": ["cp310-abi3-macosx_14_0_universal2"],
        "core": ["cp313-cp313-macosx_11_0_arm64"],
        "several": ["py3-none-macosx_10_13_x86_64", "py3-none-macosx_26_0_arm64"],
    }.items():
        folder = tmp_path / "lib" / f"{name}-1.dist-info"
        folder.mkdir(parents=True)
        text = "\n".join(["Wheel-Version: 1.0", *(f"Tag: {tag}" for tag in tags), ""])
        (folder / "WHEEL").write_text(text, encoding="utf-8")
    assert application.demanded(tmp_path) == "14.0"


def test_the_image_shows_the_program_beside_the_folder_that_it_goes_to():
    app = Path("build") / "MatrixDeck.app"
    told = package.settings(app, Path("build") / application.ICON)
    assert told["files"] == [str(app)]
    assert told["symlinks"] == {"Applications": "/Applications"}
    _, (width, height) = told["window_rect"]
    assert set(told["icon_locations"]) == {"MatrixDeck.app", "Applications"}
    assert all(0 < x < width and 0 < y < height for x, y in told["icon_locations"].values())


@pytest.mark.skipif(sys.platform == "darwin", reason="there it can be built")
def test_elsewhere_the_build_says_that_it_cannot_be_done():
    command = [sys.executable, str(ROOT / "packaging" / "build.py"), "macos"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60, cwd=ROOT)
    assert done.returncode == 1
    assert "cannot be built here" in done.stderr
    assert "Traceback" not in done.stderr
