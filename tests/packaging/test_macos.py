"""macOS: what can be checked of its build on any system. Nothing here has run on a Mac."""

import plistlib
import re
import struct
import subprocess
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest
from macos import application, package, signing, smoke
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


class Said:
    """Stands in for the report: keeps what it is told."""

    def __init__(self):
        self.lines = []

    def say(self, text):
        self.lines.append(text)

    def check(self, what, ok, detail=""):
        self.lines.append(f"{'ok' if ok else 'FAILED'} {what} {detail}")


class Commands:
    """Stands in for macOS's own commands: keeps them, and answers as told."""

    def __init__(self, monkeypatch, answers=()):
        self.run = []
        self._answers = dict(answers)
        monkeypatch.setattr(subprocess, "run", self._answer)

    def _answer(self, command, **_):
        self.run.append([str(word) for word in command])
        code, out = next((said for name, said in self._answers.items() if name in self.run[-1]), (0, ""))
        return subprocess.CompletedProcess(command, code, stdout=out, stderr=out)

    def named(self, name):
        return [command for command in self.run if name in command]


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


def make_code(app, *names):
    for name in names:
        path = app / "Contents" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(bytes.fromhex("cffaedfe") + b"code")


@pytest.fixture
def app(tmp_path):
    app = tmp_path / "MatrixDeck.app"
    qt = "Frameworks/PySide6/Qt/lib/QtCore.framework"
    python = "Frameworks/Python.framework/Versions/3.13/Python"
    make_code(app, "MacOS/MatrixDeck", f"{qt}/Versions/A/QtCore", python, "Frameworks/libssl.dylib")
    (app / "Contents" / qt / "Versions" / "Current").symlink_to("A")
    (app / "Contents" / qt / "QtCore").symlink_to("Versions/Current/QtCore")
    (app / "Contents" / "Info.plist").write_bytes(b"<plist/>")
    return app


def test_what_is_inside_is_signed_before_what_holds_it(app):
    order = [path.relative_to(app).as_posix() for path in signing.inside_out(app)]
    assert order == [
        "Contents/Frameworks/PySide6/Qt/lib/QtCore.framework/Versions/A",
        "Contents/Frameworks/Python.framework/Versions/3.13",
        "Contents/Frameworks/libssl.dylib",
        ".",
    ]


def test_with_a_certificate_everything_runs_hardened(app, monkeypatch):
    commands = Commands(monkeypatch)
    monkeypatch.setenv(signing.IDENTITY, "Developer ID Application: X")
    said = Said()
    signing.sign(app, said)
    signed = commands.named("--sign")
    assert len(signed) == 4
    assert all("Developer ID Application: X" in each and "--timestamp" in each for each in signed)
    assert all(each[each.index("--options") + 1] == "runtime" for each in signed)
    assert [each[-1] for each in signed if "--entitlements" in each] == [str(app)]
    assert not any("UNSIGNED" in line for line in said.lines)
    signing.sign_image(app.with_suffix(".dmg"))
    assert "--options" not in commands.run[-1], "an image runs nothing"


def test_without_a_certificate_it_is_said_loudly(app, monkeypatch):
    commands = Commands(monkeypatch)
    monkeypatch.delenv(signing.IDENTITY, raising=False)
    said = Said()
    signing.sign(app, said)
    assert said.lines[0].startswith("UNSIGNED")
    signed = commands.named("--sign")
    assert all(each[each.index("--sign") + 1] == "-" for each in signed)
    # The hardened runtime refuses libraries that no team has signed: the program would not start at all.
    assert not any("runtime" in each or "--entitlements" in each for each in signed)
    signing.sign_image(app.with_suffix(".dmg"))
    assert commands.named("--sign") == signed
    assert signing.notarise(app, said) is False
    assert "NOT NOTARISED" in said.lines[-1]


@pytest.fixture
def account(monkeypatch):
    monkeypatch.setenv(signing.IDENTITY, "Developer ID Application: X")
    for name in signing.NOTARY:
        monkeypatch.setenv(name, f"value of {name}")


@pytest.mark.usefixtures("account")
def test_apple_is_waited_for_and_its_ticket_attached(app, monkeypatch):
    commands = Commands(monkeypatch, {"submit": (0, '{"status": "Accepted", "id": "7"}')})
    said = Said()
    assert signing.notarise(app, said)
    packed, submitted, stapled = commands.run
    assert packed[0] == "ditto"
    assert submitted[3].endswith("MatrixDeck.zip")
    assert "--wait" in submitted
    assert stapled == ["xcrun", "stapler", "staple", str(app)]
    commands.run.clear()
    image = app.with_suffix(".dmg")
    assert signing.notarise(image, said)
    assert commands.run[0][3] == str(image)


@pytest.mark.usefixtures("account")
def test_apples_refusal_fails_the_build_with_apples_words(app, monkeypatch):
    answers = {"submit": (0, '{"status": "Invalid", "id": "7"}'), "log": (0, "no secure timestamp")}
    commands = Commands(monkeypatch, answers)
    said = Said()
    assert not signing.notarise(app, said)
    assert said.lines == ["FAILED Apple accepts MatrixDeck.app no secure timestamp"]
    assert not commands.named("stapler")


def test_the_entitlements_are_the_one_that_python_needs():
    told = plistlib.loads(signing.ENTITLEMENTS.read_bytes())
    assert told == {"com.apple.security.cs.allow-unsigned-executable-memory": True}


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


def test_an_image_that_was_opened_is_closed_again(monkeypatch, tmp_path):
    commands = Commands(monkeypatch)
    with pytest.raises(RuntimeError), smoke._opened(tmp_path / "x.dmg", tmp_path / "volume"):
        raise RuntimeError
    assert [command[:2] for command in commands.run] == [["hdiutil", "attach"], ["hdiutil", "detach"]]
