"""The files of a post: taken by drop, dialog, paste and typing; looked at; put in order."""

from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from gui.views.compose.file_list import FileList
from gui.views.compose.file_rows import FileRole
from gui.views.compose.form import ScriptForm
from tests.views.filling import click, drop, find, form_of, mime, said

MP4 = b"\0\0\0\x18ftypmp42"


class Bench:
    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot = qtbot
        self.folder = folder
        self.form: ScriptForm = form_of(qtbot, "post")
        self.list: FileList = find(self.form, FileList, "field.material_list")
        self.tester = QAbstractItemModelTester(self.list.model())

    def file(self, name: str, raw: bytes = MP4) -> str:
        path = self.folder / name
        path.write_bytes(raw)
        return str(path)

    @property
    def paths(self) -> list[str]:
        return self.form.config()["material_list"]

    @property
    def names(self) -> list[str]:
        model = self.list.model()
        return [model.index(row, 0).data() for row in range(model.rowCount())]

    def detail(self, row: int) -> str:
        return self.list.model().index(row, 0).data(FileRole.DETAIL)

    def choose(self, *rows: int) -> None:
        self.list.clearSelection()
        for row in rows:
            flag = QItemSelectionModel.SelectionFlag.Select
            self.list.selectionModel().select(self.list.model().index(row, 0), flag)

    def about(self, words: str) -> bool:
        return any(words in warning for warning in self.form.warnings())


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> Bench:
    return Bench(qtbot, tmp_path)


def test_dropped_files_are_shown_with_size_and_kind(bench: Bench) -> None:
    video, odd = bench.file("day one.mp4", MP4 + bytes(1_499_988)), bench.file("notes.mp4", b"plain words")
    assert drop(bench.list, mime(files=[video, odd]))
    assert bench.paths == [video, odd]
    assert bench.names == ["day one.mp4", "notes.mp4"]
    bench.qtbot.waitUntil(lambda: "1.5 MB · MP4" in bench.detail(0))
    assert str(bench.folder) in bench.detail(0)
    assert "not MP4, JPG or PNG" in bench.detail(1)
    assert [bench.list.model().index(row, 0).data(FileRole.ODD) for row in (0, 1)] == [False, True]
    assert bench.about("Not MP4, JPG or PNG: notes.mp4.")
    assert not drop(bench.list, mime(text="no file"))
    assert drop(bench.list, mime(files=[video]))
    assert bench.paths == [video, odd], "none is taken twice"


def test_what_is_missing_or_empty_is_marked_until_it_is_mended(bench: Bench) -> None:
    empty, missing = bench.file("e.mp4", b""), str(bench.folder / "m.mp4")
    bench.form.set_config({"material_list": [empty, missing, str(bench.folder)]})
    bench.qtbot.waitUntil(lambda: bench.about("Missing: m.mp4."))
    assert bench.about("Empty: e.mp4.")
    assert bench.about("Folders, not files:")
    assert "missing" in bench.detail(1)
    assert bench.form.payload() is not None, "a warning forbids nothing"
    bench.file("m.mp4")
    bench.file("e.mp4")
    bench.list.setFocus()
    bench.qtbot.waitUntil(lambda: not bench.about("Missing") and not bench.about("Empty"))
    assert "MP4" in bench.detail(0)


def test_videos_among_images_are_told_of_and_the_other_way_round(bench: Bench) -> None:
    files = [bench.file("a.mp4"), bench.file("b.png", b"\x89PNG\r\n\x1a\n" + bytes(30))]
    bench.form.set_config({"material_list": files})
    bench.qtbot.waitUntil(lambda: bench.about("these are images: b.png."))
    assert not bench.about("these are videos")
    bench.form.set_config({"content_type": 1})
    assert bench.about("these are videos: a.mp4.")
    assert not bench.about("these are images")


def test_paths_are_typed_and_pasted(bench: Bench) -> None:
    line = find(bench.form, QLineEdit, "path.material_list")
    bench.qtbot.keyClicks(line, r'"C:\videos\a.mp4"')
    bench.qtbot.keyClick(line, Qt.Key.Key_Return)
    assert line.text() == ""
    bench.list.setFocus()
    QApplication.clipboard().setText("/b.mp4\n\n /c.mp4 \n")
    bench.qtbot.keyClick(bench.list, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert bench.paths == [r"C:\videos\a.mp4", "/b.mp4", "/c.mp4"]
    assert bench.names == ["a.mp4", "b.mp4", "c.mp4"]
    line.setFocus()
    bench.qtbot.keyClicks(line, "/d.mp4")
    bench.list.setFocus()
    assert bench.paths[-1] == "/d.mp4", "what was typed and left without Enter is not lost"


def test_files_are_moved_and_removed(bench: Bench) -> None:
    bench.form.set_config({"material_list": [f"/{name}.mp4" for name in "abcd"]})
    up, down, remove = (
        find(bench.form, QPushButton, f"{what}.material_list") for what in ("up", "down", "remove")
    )
    assert not any(button.isEnabled() for button in (up, down, remove))
    bench.choose(0)
    assert (up.isEnabled(), down.isEnabled(), remove.isEnabled()) == (False, True, True)
    click(bench.qtbot, bench.form, "down.material_list")
    assert bench.names == ["b.mp4", "a.mp4", "c.mp4", "d.mp4"]
    assert bench.list.selected_rows() == [1]
    bench.choose(2, 3)
    click(bench.qtbot, bench.form, "up.material_list")
    assert bench.names == ["b.mp4", "c.mp4", "d.mp4", "a.mp4"]
    alt = Qt.KeyboardModifier.AltModifier
    bench.qtbot.keyClick(bench.list, Qt.Key.Key_Up, alt)
    assert bench.names == ["c.mp4", "d.mp4", "b.mp4", "a.mp4"]
    bench.qtbot.keyClick(bench.list, Qt.Key.Key_Up, alt)
    assert bench.names == ["c.mp4", "d.mp4", "b.mp4", "a.mp4"]
    bench.qtbot.keyClick(bench.list, Qt.Key.Key_Delete)
    assert bench.names == ["b.mp4", "a.mp4"]
    click(bench.qtbot, bench.form, "remove.material_list")
    click(bench.qtbot, bench.form, "remove.material_list")
    assert bench.paths == []
    assert not remove.isVisible()
    assert "material_source" in bench.form.config()


def test_a_picture_is_shown_small(bench: Bench) -> None:
    image = QImage(800, 1200, QImage.Format.Format_RGB32)
    image.fill(QColor("#c86432"))
    path = str(bench.folder / "bread.png")
    assert image.save(path)
    bench.form.set_config(
        {"material_list": [path, bench.file("broken.png", b"\x89PNG\r\n\x1a\n" + bytes(30))]}
    )
    model = bench.list.model()

    def picture(row: int):
        return model.index(row, 0).data(Qt.ItemDataRole.DecorationRole)

    bench.qtbot.waitUntil(lambda: picture(0) is not None)
    assert picture(0).height() == 72
    assert picture(0).toImage().pixelColor(10, 10) == QColor("#c86432")
    assert picture(1) is None
    shown = bench.list.grab().toImage()
    colors = {shown.pixelColor(x, 20).name() for x in range(60)}
    assert "#c86432" in colors


def test_on_another_pc_nothing_is_looked_at(bench: Bench) -> None:
    bench.form.set_config({"material_list": [str(bench.folder / "m.mp4")]})
    bench.qtbot.waitUntil(lambda: bench.about("Missing"))
    bench.form.set_here(False)
    assert not bench.about("Missing")
    assert "missing" not in bench.detail(0)
    assert "another PC" in said(bench.form, "away.material_list")
    assert not find(bench.form, QPushButton, "choose.material_list").isVisible()
    bench.form.set_here(True)
    assert bench.about("Missing")
    assert said(bench.form, "away.material_list") == ""


def test_every_control_of_the_list_has_a_name(bench: Bench) -> None:
    bench.form.set_config({"material_list": ["/a.mp4"]})
    for name in ("up", "down", "remove", "choose"):
        assert find(bench.form, QPushButton, f"{name}.material_list").accessibleName()
    text = bench.list.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert text.startswith("/a.mp4")
    assert find(bench.form, QLabel, "count.material_list").text().startswith("1 file")
