import sys
import tomllib
from importlib import metadata

import pytest

from gui import licences, paths


def test_from_the_source_the_installed_packages_tell():
    found = {one.name: one for one in licences.components()}
    assert next(iter(found)) == "MatrixDeck"
    assert {"Qt", "PySide6_Essentials", "shiboken6", "Python", "httpx", "Material Design Icons"} <= set(found)
    assert not {"pytest", "ruff", "pyinstaller", "OpenSSL"} & set(found)
    assert found["httpx"].version == metadata.version("httpx")
    assert found["httpx"].licence == "BSD-3-Clause"
    assert "Permission is hereby granted" in found["MatrixDeck"].text()
    assert all(one.texts and len(one.text()) > 100 for one in found.values())


def test_the_text_of_qt_names_its_version_its_source_and_both_licences():
    qt = next(one for one in licences.components() if one.name == "Qt")
    text = qt.text()
    assert f"Qt {qt.version}:" in text
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in text
    assert "GNU GENERAL PUBLIC LICENSE" in text
    assert "{" not in text.partition("GNU LESSER")[0]


def test_every_text_that_is_listed_is_shipped_and_every_shipped_one_is_listed():
    folder = paths.resource("licences")
    parts = tomllib.loads((folder / "components.toml").read_text(encoding="utf-8"))["component"]
    named = {text for part in parts for text in part["texts"]} | {p["notice"] for p in parts if "notice" in p}
    standard = {f"{name}.txt" for name in licences._STANDARD}
    assert named | standard == {path.name for path in folder.glob("*.txt")}


def test_what_a_package_contains_comes_with_the_texts_of_it():
    core = next(one for one in licences.components() if one.name == "pydantic_core")
    assert "Contains:" in core.words
    assert {"MIT.txt", "Apache-2.0.txt", "Unicode-3.0.txt"} <= {path.name for path in core.texts}


def test_a_text_that_cannot_be_read_is_named(tmp_path):
    part = licences.Component("one", "1", "MIT", (tmp_path / "gone.txt",), "of somebody")
    assert part.text().startswith("of somebody\n\n\ngone.txt: ")


@pytest.mark.parametrize("content", ["", "[]", '{"components": [{"name": "x"}]}', '{"components": 3}'])
def test_a_damaged_list_is_told(tmp_path, monkeypatch, content):
    program = tmp_path / "matrixdeck"
    (tmp_path / "licences").mkdir()
    (tmp_path / "licences" / "index.json").write_text(content, encoding="utf-8")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program))
    with pytest.raises(ValueError, match=r"list|Expecting"):
        licences.components()


def test_a_built_program_without_a_list_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "matrixdeck"))
    with pytest.raises(OSError, match=r"index\.json"):
        licences.components()
