"""Files and captions for each target of a post: dealt out, written by hand, and turned into payloads."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from gui.scripts.registry import check
from gui.tables.mapping import MARK, Column
from gui.views.compose.form import ScriptForm
from tests.views.filling import click, find, form_of, said

TARGETS = ("S1", "S2", "S3", "S4")
NAMES = {serial: f"Rack 1 · 0{serial[1]}" for serial in TARGETS}
FILES = ["/films/a.mp4", "/films/b.mp4"]


class Bench:
    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.form: ScriptForm = form_of(qtbot, "post")
        self.form.set_targets(TARGETS, NAMES)
        self.table: QTableView = find(self.form, QTableView, "mapping.table")

    def fill(self, files: list[str], captions: str) -> None:
        self.form.field("material_list").set_value(files)
        find(self.form, QPlainTextEdit, "field.captions").setPlainText(captions)

    def deal(self, what: str, how: str) -> None:
        click(self.qtbot, self.form, f"mapping.{what}.{how}")

    def column(self, column: Column) -> list[str]:
        model = self.table.model()
        return [model.index(row, column).data() for row in range(model.rowCount())]

    def write(self, row: int, column: Column, text: str) -> None:
        """Double-click, type over what is there, Enter."""
        self.table.setFocus()
        self.table.setCurrentIndex(self.table.model().index(row, column))
        self.qtbot.keyClick(self.table, Qt.Key.Key_F2)
        editor = QApplication.focusWidget()
        assert isinstance(editor, QLineEdit)
        editor.selectAll()
        self.qtbot.keyClick(editor, Qt.Key.Key_Delete)
        editor.insert(text)  # as an input method does; keys cannot type every character
        self.close(editor)

    def close(self, editor: QLineEdit) -> None:
        self.qtbot.keyClick(editor, Qt.Key.Key_Return)
        self.qtbot.waitUntil(lambda: self.table.state() is not QTableView.State.EditingState)

    def error(self) -> str:
        return said(self.form, "error.mapping")


@pytest.fixture
def bench(qtbot: QtBot) -> Bench:
    return Bench(qtbot)


def test_without_a_choice_all_get_the_same_in_one_payload(bench: Bench) -> None:
    bench.fill(FILES, "one\ntwo")
    assert not bench.table.isVisible()
    ((payload, targets),) = bench.form.payloads(TARGETS)
    assert payload == bench.form.payload()
    assert (payload["material_list"], payload["captions"], targets) == (FILES, "one\ntwo", TARGETS)


def test_round_robin_gives_one_payload_for_each_content(bench: Bench) -> None:
    bench.fill(FILES, "one\ntwo")
    bench.deal("files", "round robin")
    bench.deal("captions", "round robin")
    assert bench.table.isVisible()
    assert bench.column(Column.TARGET) == list(NAMES.values())
    assert bench.column(Column.FILES) == ["a.mp4", "b.mp4", "a.mp4", "b.mp4"]
    assert bench.column(Column.CAPTION) == ["one", "two", "one", "two"]
    found = bench.form.payloads(TARGETS)
    assert [(p["material_list"], p["captions"], t) for p, t in found] == [
        (["/films/a.mp4"], "one", ("S1", "S3")),
        (["/films/b.mp4"], "two", ("S2", "S4")),
    ]
    for payload, _ in found:
        assert check("post", payload) == []
        assert payload["post_way"] == "share"


def test_one_to_one_that_does_not_come_out_even_is_told_and_not_sent(bench: Bench) -> None:
    bench.fill(FILES, "")
    bench.deal("files", "one to one")
    assert "Rack 1 · 03, 04" in bench.error()
    assert set(bench.form.problems()) == {"mapping"}
    assert bench.form.payloads(TARGETS) is None
    assert bench.column(Column.FILES)[2:] == ["! nothing", "! nothing"]
    assert bench.table.model().index(2, Column.FILES).data(MARK) == "missing"
    assert bench.form.focus_first_problem()
    assert bench.table.hasFocus()
    bench.form.field("material_list").set_value([*FILES, "/c.mp4", "/d.mp4", "/e.mp4"])
    assert bench.error() == ""
    assert len(bench.form.payloads(TARGETS)) == 4
    assert any("e.mp4" in warning for warning in bench.form.warnings())


def test_captions_that_do_not_suffice(bench: Bench) -> None:
    bench.fill([], "one\ntwo\nthree")
    bench.deal("captions", "one to one")
    assert "No caption for Rack 1 · 04" in bench.error()
    bench.write(3, Column.CAPTION, "by hand")
    assert bench.error() == ""
    found = bench.form.payloads(TARGETS)
    assert [(p["captions"], t) for p, t in found][3] == ("by hand", ("S4",))
    assert all("material_list" not in p and p["material_source"] == "materialLibrary" for p, _ in found)


def test_captions_of_several_lines(bench: Bench) -> None:
    bench.fill([], "one\nmore of one\n\ntwo 😀\nשלום")
    bench.deal("captions", "round robin")
    assert len(bench.form.payloads(TARGETS)) == 4
    bench.deal("split", "blocks")
    found = bench.form.payloads(TARGETS)
    assert [(p["captions"], t) for p, t in found] == [
        ("one\nmore of one", ("S1", "S3")),
        ("two 😀\nשלום", ("S2", "S4")),
    ]
    assert "↵" in bench.column(Column.CAPTION)[0]
    assert said(bench.form, "count.captions").startswith("2 caption")


def test_what_is_written_into_the_table_stays_and_can_be_undone(bench: Bench) -> None:
    bench.fill(FILES, "one")
    bench.deal("files", "round robin")
    bench.write(1, Column.FILES, '/x.mp4 | "/y.mp4"')
    bench.write(1, Column.CAPTION, "first ↵ second")
    assert bench.column(Column.FILES)[1] == "✎ x.mp4, y.mp4"
    found = {t: p for p, t in bench.form.payloads(TARGETS)}
    assert found[("S2",)]["material_list"] == ["/x.mp4", "/y.mp4"]
    assert found[("S2",)]["captions"] == "first\nsecond"
    bench.form.field("material_list").set_value([*FILES, "/c.mp4"])
    assert bench.column(Column.FILES) == ["a.mp4", "✎ x.mp4, y.mp4", "c.mp4", "a.mp4"]
    click(bench.qtbot, bench.form, "mapping.undo")
    assert bench.column(Column.FILES) == ["a.mp4", "b.mp4", "c.mp4", "a.mp4"]
    assert not find(bench.form, QPushButton, "mapping.undo").isVisible()


def test_a_caption_may_be_left_out_by_hand(bench: Bench) -> None:
    bench.fill([], "one")
    bench.deal("captions", "round robin")
    bench.write(0, Column.CAPTION, "")
    assert bench.error() == ""
    assert {t: p.get("captions") for p, t in bench.form.payloads(TARGETS)} == {
        ("S1",): None,
        ("S2", "S3", "S4"): "one",
    }
    assert any("without a caption" in warning for warning in bench.form.warnings())


def test_files_written_by_hand_are_looked_at_too(bench: Bench, tmp_path: Path) -> None:
    bench.fill(FILES, "one")
    bench.deal("files", "round robin")
    bench.write(0, Column.FILES, str(tmp_path / "none.mp4"))
    bench.qtbot.waitUntil(lambda: any("none.mp4" in warning for warning in bench.form.warnings()))


def test_images_come_by_the_handful(bench: Bench) -> None:
    bench.form.field("content_type").set_value(1)
    bench.form.field("image_count").set_value(2)
    bench.fill([f"/{n}.jpg" for n in range(8)], "one")
    bench.deal("files", "one to one")
    assert bench.column(Column.FILES)[0] == "0.jpg, 1.jpg"
    assert [p["material_list"] for p, _ in bench.form.payloads(TARGETS)][3] == ["/6.jpg", "/7.jpg"]


def test_other_targets_are_dealt_to_at_once(bench: Bench) -> None:
    bench.fill(FILES, "one")
    bench.deal("files", "one to one")
    assert bench.form.payloads(("ann", "bob")) is not None
    assert bench.column(Column.TARGET) == ["ann", "bob"]
    assert bench.error() == ""
    bench.form.set_targets(())
    bench.form.refresh()
    assert "Choose targets" in said(bench.form, "mapping.counts")
    assert not bench.table.isVisible()


def test_an_open_editor_survives_what_others_change(bench: Bench) -> None:
    bench.fill(FILES, "one")
    bench.deal("files", "round robin")
    bench.table.setFocus()
    bench.table.setCurrentIndex(bench.table.model().index(0, Column.CAPTION))
    bench.qtbot.keyClick(bench.table, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    bench.qtbot.keyClicks(editor, "half")
    bench.form.set_targets(TARGETS, {**NAMES, "S4": "renamed"})
    find(bench.form, QPlainTextEdit, "field.captions").setPlainText("another")
    assert bench.column(Column.CAPTION)[0] == "another"
    assert QApplication.focusWidget() is editor
    assert editor.text() == "half"
    bench.close(editor)
    assert bench.column(Column.CAPTION)[0] == "✎ half"
    assert bench.column(Column.TARGET)[3] == "renamed"


def test_how_it_is_dealt_out_can_be_kept_and_brought_back(bench: Bench) -> None:
    bench.fill(FILES, "one\n\ntwo")
    bench.deal("files", "round robin")
    bench.deal("captions", "round robin")
    bench.deal("split", "blocks")
    bench.write(2, Column.CAPTION, "own")
    kept, config = bench.form.state(), bench.form.config()
    other = Bench(bench.qtbot)
    other.form.set_config(config)
    other.form.set_state(kept)
    assert other.form.payloads(TARGETS) == bench.form.payloads(TARGETS)
    other.form.set_state({})
    assert len(other.form.payloads(TARGETS)) == 1
    for nonsense in (
        {"mapping": 5},
        {"mapping": {"files": "?", "hand": [1]}},
        {"mapping": {"hand": {"S1": 3}}},
    ):
        other.form.set_state(nonsense)
        assert len(other.form.payloads(TARGETS)) == 1


def test_other_scripts_have_one_payload_for_all(qtbot: QtBot) -> None:
    form = form_of(qtbot, "follow")
    assert form.payloads(TARGETS) is None
    form.set_config({"target_users": ["ann"]})
    assert form.payloads(TARGETS) == [(form.payload(), TARGETS)]
    assert form.state() == {}
    form.set_state({"mapping": {"files": "one to one"}})
    assert form.warnings() == ()
    assert form.findChild(QLabel, "mapping.counts") is None


def test_posts_without_words_are_told_of(bench: Bench) -> None:
    assert any("no caption" in warning for warning in bench.form.warnings())
    bench.fill([], "one")
    assert not any("caption" in warning for warning in bench.form.warnings())
