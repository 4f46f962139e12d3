import json
import sys
import sysconfig
from pathlib import Path

from gui import licences

sys.path.insert(0, str(Path(__file__).parent.parent.parent / "packaging"))

import notices

SITE = Path(sysconfig.get_path("purelib"))


def build(folder, *files):
    program = folder / "MatrixDeck"
    for name in ("matrixdeck", *(f"_internal/{file}" for file in files)):
        path = program / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return program


def listed(program):
    index = json.loads((program / "licences" / "index.json").read_text(encoding="utf-8"))
    return {one["name"]: one for one in index["components"]}


def test_only_what_is_in_the_program_is_named(tmp_path):
    program = build(tmp_path, "PySide6/QtCore.abi3.so", "libssl.so.3", "libxcb-cursor.so.0")
    assert notices.write(program, SITE, {"httpx", "httpx._client", "gui.app"}) == []
    found = listed(program)
    assert {"MatrixDeck", "Python", "Qt", "PySide6_Essentials", "httpx", "OpenSSL"} <= set(found)
    assert not {"pytest", "ruff", "openpyxl", "SQLite", "matrixdeck"} & set(found)
    assert next(iter(found)) == "MatrixDeck"
    text = (program / notices.NOTICES).read_text(encoding="utf-8")
    assert all(f"{one['name']} {one['version']}".rstrip() + "\n" in text for one in found.values())


def test_every_text_is_beside_the_program_and_says_something(tmp_path):
    program = build(tmp_path, "PySide6/QtCore.abi3.so", "shiboken6/Shiboken.abi3.so", "libz.so.1")
    notices.write(program, SITE, {"pydantic_core", "qtawesome", "keyring", "sniffio"})
    for one in listed(program).values():
        assert one["texts"], one
        for name in one["texts"]:
            assert (program / "licences" / name).stat().st_size > 50, name


def test_the_duties_towards_qt(tmp_path):
    program = build(tmp_path, "PySide6/QtCore.abi3.so")
    notices.write(program, SITE, set())
    qt = listed(program)["Qt"]
    assert {"Qt.txt", "LGPL-3.0.txt", "GPL-3.0.txt", "Qt-third-party.txt"} <= set(qt["texts"])
    words = (program / "licences" / "Qt.txt").read_text(encoding="utf-8")
    series = ".".join(qt["version"].split(".")[:2])
    assert f"https://download.qt.io/archive/qt/{series}/{qt['version']}/single/" in words
    assert "reverse engineer" in words
    assert "{" not in words
    assert "GNU Lesser General Public License" in (program / notices.NOTICES).read_text(encoding="utf-8")


def test_a_library_that_nobody_knows_stops_the_build(tmp_path):
    program = build(tmp_path, "libmystery.so.1", "PySide6/Qt/lib/libQt6Core.so.6", "notes.txt")
    assert notices.write(program, SITE, set()) == ["libmystery.so.1: nothing is known of this library"]


def test_a_package_without_a_text_stops_the_build(tmp_path):
    site = tmp_path / "site-packages"
    info = site / "bare-1.2.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: bare\nVersion: 1.2\n", encoding="utf-8")
    (site / "bare").mkdir()
    (site / "bare" / "__init__.py").touch()  # importlib_metadata lists no missing file
    (info / "RECORD").write_text("bare/__init__.py,,\nbare-1.2.dist-info/METADATA,,\n", encoding="utf-8")
    assert notices.write(build(tmp_path), site, {"bare"}) == ["bare 1.2: no licence text"]


def test_a_bundle_of_macos_keeps_them_among_its_resources(tmp_path):
    app = tmp_path / "MatrixDeck.app"
    library = app / "Contents" / "Frameworks" / "PySide6" / "QtCore.abi3.so"
    library.parent.mkdir(parents=True)
    library.touch()
    assert notices.write(app, SITE, set()) == []
    assert "Qt" in listed(app / "Contents" / "Resources")
    assert (app / "Contents" / "Resources" / notices.NOTICES).is_file()
    assert not (app / "licences").exists()


def test_a_built_program_shows_the_list_of_its_build(tmp_path, monkeypatch):
    program = build(tmp_path, "PySide6/QtCore.abi3.so")
    notices.write(program, SITE, {"httpx"})
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program / "matrixdeck"))
    shown = licences.components()
    assert [one.name for one in shown[:2]] == ["MatrixDeck", "httpx"]
    assert set(listed(program)) == {one.name for one in shown}
    assert all(len(one.text()) > 100 for one in shown)
