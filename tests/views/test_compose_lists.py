"""Editors of lists: counts, tidying up, files read into them, and what is far too long."""

import time
from pathlib import Path
from random import Random

import pytest
from openpyxl import Workbook
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from gui.scripts.problems import problems_of
from gui.state.importing import ImportFault, ImportProblem
from gui.views.compose import form as form_module
from gui.views.compose.import_words import problem_words
from gui.views.compose.inputs import MOST_IN_LINE
from tests.views.filling import click, drop, find, form_of, mime, said

NAMES = ["ann", "中文名", "😀👩‍👩‍👧", "שלום", "مرحبا", "ann"]


def paste(editor: QPlainTextEdit, **what) -> None:
    QApplication.clipboard().setMimeData(mime(**what))
    editor.paste()
    QApplication.clipboard().clear()


def test_repeats_and_blanks_are_counted_and_removed_and_come_back(qtbot: QtBot) -> None:
    form = form_of(qtbot, "follow")
    editor = find(form, QPlainTextEdit, "field.target_users")
    assert not find(form, QPushButton, "tidy.target_users").isVisible()
    typed = "ann\n\nbob \n  \nann\n"
    editor.setPlainText(typed)
    count = said(form, "count.target_users")
    assert count.startswith("3 line")
    assert "1 repeated" in count
    assert "2 blank" in count
    click(qtbot, form, "tidy.target_users")
    assert editor.toPlainText() == "ann\nbob"
    assert form.config()["target_users"] == ["ann", "bob"]
    assert not find(form, QPushButton, "tidy.target_users").isVisible()
    editor.undo()
    assert editor.toPlainText() == typed


@pytest.mark.parametrize("suffix", [".txt", ".csv", ".xlsx"])
def test_a_file_is_put_behind_what_is_there(qtbot: QtBot, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"users{suffix}"
    if suffix == ".xlsx":
        book = Workbook()
        for row in (["id", "username"], *([n, name] for n, name in enumerate(NAMES))):
            book.active.append(row)
        book.save(path)
    elif suffix == ".csv":
        rows = ["id,username", *(f"{n},{name}" for n, name in enumerate(NAMES))]
        path.write_text("\n".join(rows), encoding="gb18030")
    else:
        path.write_text("\n".join(NAMES), encoding="utf-8-sig")
    form = form_of(qtbot, "follow")
    editor = find(form, QPlainTextEdit, "field.target_users")
    editor.setPlainText("typed before")
    click(qtbot, form, "import.target_users")
    (dialog,) = form.findChildren(QFileDialog)
    dialog.filesSelected.emit([str(path)])
    dialog.reject()
    qtbot.waitUntil(lambda: form.config()["target_users"] == ["typed before", *NAMES])
    assert form.payload()["target_users"] == ["typed before", *NAMES]
    note = said(form, "note.target_users")
    assert path.name in note
    assert ("“username”" in note) == (suffix != ".txt")
    assert find(form, QPushButton, "import.target_users").isEnabled()
    editor.undo()
    assert editor.toPlainText() == "typed before"
    assert said(form, "note.target_users") == ""
    qtbot.waitUntil(lambda: not form.findChildren(QFileDialog))


def test_files_may_be_dropped_or_pasted(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("https://vm.tiktok.com/a", encoding="utf-8")
    (tmp_path / "b.csv").write_text("username,link\nann,https://vm.tiktok.com/b", encoding="utf-8")
    form = form_of(qtbot, "comment")
    editor = find(form, QPlainTextEdit, "field.target_post_urls")
    assert drop(editor, mime(files=[str(tmp_path / "a.txt")]))
    qtbot.waitUntil(lambda: form.config()["target_post_urls"] == ["https://vm.tiktok.com/a"])
    paste(editor, files=[str(tmp_path / "b.csv")])
    expected = ["https://vm.tiktok.com/a", "https://vm.tiktok.com/b"]
    qtbot.waitUntil(lambda: form.config()["target_post_urls"] == expected)
    assert editor.toPlainText() == "\n".join(expected)
    assert drop(editor, mime(text="words"))
    assert "words" in editor.toPlainText()


@pytest.mark.parametrize(
    ("name", "raw", "words"),
    [
        ("binary.txt", bytes(range(256)), "not a text file"),
        ("broken.xlsx", b"PK\x03\x04 no workbook", "damaged"),
        ("empty.csv", b"", "no lines"),
        ("gone.txt", None, "no such file"),
        ("old.xls", b"\xd0\xcf\x11\xe0", "old Excel"),
    ],
)
def test_a_file_that_cannot_be_taken_is_explained_and_nothing_is_lost(
    qtbot: QtBot, tmp_path: Path, name: str, raw: bytes | None, words: str
) -> None:
    path = tmp_path / name
    if raw is not None:
        path.write_bytes(raw)
    form = form_of(qtbot, "follow")
    editor = find(form, QPlainTextEdit, "field.target_users")
    editor.setPlainText("typed before")
    drop(editor, mime(files=[str(path)]))
    qtbot.waitUntil(lambda: words in said(form, "note.target_users"))
    assert name in said(form, "note.target_users")
    assert find(form, QLabel, "note.target_users").property("role") == "error"
    assert editor.toPlainText() == "typed before"
    assert form.payload() is not None


def test_a_line_without_end_is_not_inserted(qtbot: QtBot, tmp_path: Path) -> None:
    form = form_of(qtbot, "post")
    editor = find(form, QPlainTextEdit, "field.captions")
    editor.setPlainText("Hello")
    paste(editor, text="x" * 5_000_000)
    assert editor.toPlainText() == "Hello"
    assert "5,000,000" in said(form, "note.captions")
    (tmp_path / "long.txt").write_text("y" * (MOST_IN_LINE + 1), encoding="utf-8")
    drop(editor, mime(files=[str(tmp_path / "long.txt")]))
    qtbot.waitUntil(lambda: f"{MOST_IN_LINE + 1:,}" in said(form, "note.captions"))
    assert editor.toPlainText() == "Hello"


def test_a_prompt_refuses_it_too_and_says_so(qtbot: QtBot) -> None:
    form = form_of(qtbot, "account_warmup")
    form.set_config({"generate_by_chatgpt": True})
    editor = find(form, QPlainTextEdit, "field.chatgpt_settings.prompt")
    paste(editor, text="x" * (MOST_IN_LINE + 1))
    assert editor.toPlainText() == ""
    assert f"{MOST_IN_LINE + 1:,}" in said(form, "refused.chatgpt_settings.prompt")
    paste(editor, text="y" * MOST_IN_LINE)
    assert len(form.config()["chatgpt_settings"]["prompt"]) == MOST_IN_LINE
    assert said(form, "refused.chatgpt_settings.prompt") == ""


@pytest.mark.parametrize("fault", list(ImportFault))
def test_every_problem_of_a_file_says_what_happened(
    fault: ImportFault,
) -> None:
    words = problem_words(ImportProblem(fault, Path("/x/{odd} name.txt")))
    assert words.startswith("✕ Nothing was taken from {odd} name.txt. ")
    assert words.count(".") >= 2


def test_an_unchanged_form_is_not_checked_anew(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    form = form_of(qtbot, "follow")
    checked: list[int] = []

    def spy(model, config):
        checked.append(len(config["target_users"]))
        return problems_of(model, config)

    monkeypatch.setattr(form_module, "problems_of", spy)
    form.field("target_users").set_value(["ann"])
    for _ in range(3):
        form.refresh()
    assert checked == [1]
    find(form, QPlainTextEdit, "field.target_users").setPlainText("ann\nbob")
    assert checked == [1, 2]


def test_captions_from_a_table_keep_their_lines(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "captions.csv"
    path.write_text('id,caption\n1,"one\nmore of one"\n2,two', encoding="utf-8")
    form = form_of(qtbot, "post")
    editor = find(form, QPlainTextEdit, "field.captions")
    click(qtbot, form, "mapping.captions.round robin")
    click(qtbot, form, "mapping.split.blocks")
    for _ in range(2):
        drop(editor, mime(files=[str(path)]))
    whole = "\n\n".join(["one\nmore of one", "two"] * 2)
    qtbot.waitUntil(lambda: editor.toPlainText() == whole)
    assert "2 repeated" in said(form, "count.captions")
    click(qtbot, form, "tidy.captions")
    assert editor.toPlainText() == "one\nmore of one\n\ntwo"
    editor.clear()
    click(qtbot, form, "mapping.split.lines")
    drop(editor, mime(files=[str(path)]))
    qtbot.waitUntil(lambda: editor.toPlainText() == "one more of one\ntwo")


def test_two_hundred_thousand_lines_stay_usable(qtbot: QtBot, tmp_path: Path) -> None:
    lines = [f"user.name.{number}" for number in range(200_000)]
    path = tmp_path / "many.txt"
    path.write_text("\n".join([*lines, "user.name.7", ""]), encoding="utf-8")
    form = form_of(qtbot, "follow")
    editor = find(form, QPlainTextEdit, "field.target_users")
    drop(editor, mime(files=[str(path)]))
    qtbot.waitUntil(lambda: "1 repeated" in said(form, "count.target_users"), timeout=20_000)
    editor.moveCursor(QTextCursor.MoveOperation.End)
    heard: list[int] = []
    form.changed.connect(lambda: heard.append(1))
    started = time.perf_counter()
    qtbot.keyClicks(editor, "0123456789")
    spent = time.perf_counter() - started
    assert heard == [], "nothing is worked out between two keys"
    assert spent < 1.0
    assert form.config()["target_users"][-1] == "user.name.70123456789", "sending never sees an old text"
    qtbot.waitUntil(lambda: bool(heard))
    assert "repeated" not in said(form, "count.target_users")
    first = form.config()["target_users"]
    assert form.config()["target_users"] is first, "an unchanged list is not read again"
    assert form.payload()["target_users"] == first


def test_five_megabytes_of_lines_can_be_pasted(qtbot: QtBot) -> None:
    text = "\n".join("{good|fine} words " * 4 for _ in range(70_000))
    assert len(text) > 5_000_000
    form = form_of(qtbot, "comment")
    editor = find(form, QPlainTextEdit, "field.comment_content")
    paste(editor, text=text)
    qtbot.waitUntil(lambda: said(form, "count.comment_content").startswith("70000 line"), timeout=20_000)
    assert "variants" in said(form, "spintax.comment_content")
    assert form.config()["comment_content"].count("\n") == 69_999


def test_faults_of_spintax_are_told_with_their_place_and_forbid_nothing(qtbot: QtBot) -> None:
    form = form_of(qtbot, "post")
    editor = find(form, QPlainTextEdit, "field.captions")
    assert said(form, "spintax.captions") == ""
    editor.setPlainText("fine\n{a|b and {c|d}")
    assert "Line 2, column 1" in said(form, "spintax.captions")
    assert "never closed" in said(form, "spintax.captions")
    assert find(form, QLabel, "spintax.captions").property("role") == "warning"
    (warning,) = [text for text in form.warnings() if "Line 2, column 1" in text]
    assert warning.startswith("Captions: ")
    assert form.problems() == {}
    assert form.payload() is not None
    editor.setPlainText("{a|b} and {c|d|{e|f}}")
    assert said(form, "spintax.captions").startswith("8 variant")
    assert find(form, QLabel, "spintax.captions").property("role") == "caption"
    editor.setPlainText("no braces")
    assert said(form, "spintax.captions") == ""


def test_samples_are_shown_and_drawn_again(qtbot: QtBot) -> None:
    form = form_of(qtbot, "comment")
    note = find(form, QLabel, "spintax.comment_content").parent()
    note.chance = Random(5)
    editor = find(form, QPlainTextEdit, "field.comment_content")
    editor.setPlainText("Nice {one|two}\nplain\nso {{very |}good|great|fine}!")
    assert said(form, "spintax.comment_content").startswith("6 variant")
    assert said(form, "samples.comment_content") == ""
    click(qtbot, form, "preview.comment_content")
    possible = {"Nice one", "Nice two", "so very good!", "so good!", "so great!", "so fine!"}
    seen = set()
    for _ in range(12):
        lines = [line.removeprefix("•  ") for line in said(form, "samples.comment_content").split("\n")]
        assert 3 <= len(lines) <= 5
        seen |= set(lines)
        click(qtbot, form, "again.comment_content")
    assert seen == possible
    editor.setPlainText("{only}")
    assert said(form, "samples.comment_content") == "•  only"
    click(qtbot, form, "preview.comment_content")
    assert said(form, "samples.comment_content") == ""


def test_each_comment_is_a_text_of_its_own(qtbot: QtBot) -> None:
    form = form_of(qtbot, "account_warmup")
    find(form, QPlainTextEdit, "field.comment").setPlainText("{a|\nb}")
    note = said(form, "spintax.comment")
    assert "Line 1, column 1" in note
    assert "Line 2, column 2" in note


@pytest.mark.parametrize("width", [560, 1000])
def test_wrapped_words_are_seen_whole(qtbot: QtBot, dressed: object, width: int) -> None:
    form = form_of(qtbot, "comment", width)
    editor = find(form, QPlainTextEdit, "field.comment_content")
    editor.setPlainText("A {long|short} comment with many words that go on and on, " * 3)
    click(qtbot, form, "preview.comment_content")
    label = find(form, QLabel, "samples.comment_content")
    qtbot.waitUntil(lambda: label.height() >= label.heightForWidth(label.width()))
    assert form.minimumSizeHint().width() <= 560
