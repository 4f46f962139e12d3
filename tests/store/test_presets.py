import json

import pytest

from gui.store.presets import NameTaken, NotPresets, PresetBook

CANARY = "sk-canary-5150"
FOLLOW = {"target_users": ["studio.nine", "日本語 🍞", "שלום"], "access_method": "search"}


@pytest.fixture
def path(tmp_path):
    return tmp_path / "data" / "presets.json"


def test_presets_last(path):
    book = PresetBook(path)
    assert book.names("follow") == ()
    book.save("follow", " Bakers  of town ", FOLLOW)
    book.save("follow", "a first", {})
    book.save("unfollow", "Bakers of town", {})
    again = PresetBook(path)
    assert again.names("follow") == ("a first", "Bakers of town")
    assert again.get("follow", "Bakers of town") == FOLLOW
    assert again.problem == ""


def test_names_are_unique_and_never_empty(path):
    book = PresetBook(path)
    book.save("follow", "One", FOLLOW)
    book.save("follow", "Two", {})
    with pytest.raises(NameTaken):
        book.rename("follow", "Two", "oNE")
    with pytest.raises(NameTaken):
        book.save("follow", "  ", {})
    book.rename("follow", "One", "ONE")
    assert book.names("follow") == ("ONE", "Two")
    assert book.duplicate("follow", "ONE") == "ONE 2"
    assert book.duplicate("follow", "ONE") == "ONE 3"
    book.get("follow", "ONE 2")["target_users"].append("changed")
    assert book.get("follow", "ONE") == FOLLOW
    book.delete("follow", "ONE")
    assert PresetBook(path).names("follow") == ("ONE 2", "ONE 3", "Two")


def test_an_export_is_imported_elsewhere_and_replaces_nothing(path, tmp_path):
    book = PresetBook(path)
    book.save("follow", "One", FOLLOW)
    text = book.export_json("follow", ["One"])
    other = PresetBook(tmp_path / "other.json")
    assert other.import_json(text) == [("follow", "One")]
    assert other.import_json(text) == [("follow", "One 2")]
    assert other.get("follow", "One 2") == FOLLOW


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no json",
        "[]",
        '{"format": "other", "presets": []}',
        '{"format": "matrixdeck presets", "presets": 3}',
        '{"format": "matrixdeck presets", "presets": [{"script": "follow", "name": "a"}]}',
        '{"format": "matrixdeck presets", "presets": [{"script": "follow", "name": " ", "config": {}}]}',
        "[" * 100_000,
    ],
)
def test_what_is_no_export_changes_nothing(path, text):
    book = PresetBook(path)
    book.save("follow", "One", FOLLOW)
    before = path.read_bytes()
    with pytest.raises(NotPresets):
        book.import_json(text)
    assert path.read_bytes() == before


def test_no_secret_is_written_not_even_an_imported_one(path):
    book = PresetBook(path)
    config = {"generate_by_chatgpt": True, "chatgpt_settings": {"api_key": CANARY}}
    book.save("account_warmup", "Mine", config)
    rows = [{"script": "account_warmup", "name": "Theirs", "config": config}]
    book.import_json(json.dumps({"format": "matrixdeck presets", "version": 1, "presets": rows}))
    assert book.names("account_warmup") == ("Mine", "Theirs")
    assert CANARY not in path.read_text(encoding="utf-8")
    assert CANARY not in book.export_json("account_warmup", book.names("account_warmup"))


def test_a_damaged_file_is_kept_aside(path):
    path.parent.mkdir()
    path.write_bytes(b'{"format": "matrixdeck presets", "pre')
    book = PresetBook(path)
    assert book.names("follow") == ()
    assert "could not be read" in book.problem
    book.save("follow", "One", FOLLOW)
    kept = [p for p in path.parent.iterdir() if ".damaged-" in p.name]
    assert [p.read_bytes() for p in kept] == [b'{"format": "matrixdeck presets", "pre']


def test_a_disk_that_takes_nothing_is_told_and_the_preset_stays_in_sight(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    book = PresetBook(blocked / "presets.json")
    book.save("follow", "One", FOLLOW)
    assert "could not be saved" in book.problem
    assert book.names("follow") == ("One",)


def test_without_a_path_nothing_is_written(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    PresetBook().save("follow", "One", FOLLOW)
    assert list(tmp_path.iterdir()) == []
