import json
from pathlib import Path

from gui.store.device_book import DeviceBook, DeviceEntry


def test_what_is_written_is_read_again(tmp_path):
    path = tmp_path / "deep" / "devices.json"
    book = DeviceBook(path)
    book.write("S1", DeviceEntry("机架一", "Rack", "note 🙂"))
    book.add(["S1", "S2"])
    again = DeviceBook(path)
    assert again.entries == {"S1": DeviceEntry("机架一", "Rack", "note 🙂"), "S2": DeviceEntry()}
    again.forget("S1")
    again.forget("never there")
    assert DeviceBook(path).entries == {"S2": DeviceEntry()}


def test_a_damaged_file_is_kept_aside(tmp_path):
    path = tmp_path / "devices.json"
    path.write_text('{"S1": {"nickname": "Ra', encoding="utf-8")
    book = DeviceBook(path)
    assert book.problem
    assert book.entries == {}
    (kept,) = tmp_path.glob("devices.json.damaged-*")
    assert kept.read_text(encoding="utf-8").startswith('{"S1"')
    assert kept.name in book.problem
    book.write("S2", DeviceEntry("b"))
    assert json.loads(path.read_text(encoding="utf-8"))["S2"]["nickname"] == "b"


def test_a_second_damaged_file_leaves_the_first_one_alone(tmp_path):
    path = tmp_path / "devices.json"
    for content in ("{one", "{two", "{three"):
        path.write_text(content, encoding="utf-8")
        DeviceBook(path)
    kept = {file.read_text(encoding="utf-8") for file in tmp_path.glob("devices.json.damaged-*")}
    assert kept == {"{one", "{two", "{three"}


def test_what_cannot_be_read_is_never_overwritten(tmp_path, monkeypatch):
    path = tmp_path / "devices.json"
    path.mkdir()

    def refuse(*_):
        raise PermissionError("no")

    monkeypatch.setattr(Path, "replace", refuse)
    book = DeviceBook(path)
    assert "not saved" in book.problem
    book.write("S1", DeviceEntry("a"))
    assert path.is_dir()


def test_a_file_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "file").touch()
    book = DeviceBook(tmp_path / "file" / "devices.json")
    book.write("S1", DeviceEntry("a"))
    assert "could not be saved" in book.problem
    assert book.entries["S1"].nickname == "a"


def test_without_a_path_nothing_is_written(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    DeviceBook().write("S1", DeviceEntry("a"))
    assert list(tmp_path.iterdir()) == []
