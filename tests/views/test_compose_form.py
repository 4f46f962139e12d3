from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gui.scripts.registry import REGISTRY, check
from gui.scripts.spec import fields_of
from gui.views.compose.form import ScriptForm


def form_of(qtbot: QtBot, name: str) -> ScriptForm:
    model = REGISTRY[name].model
    assert model is not None
    form = ScriptForm(model)
    form.changed.connect(form.refresh)
    qtbot.addWidget(form)
    with qtbot.waitActive(form):
        form.resize(700, 700)
        form.show()
        form.activateWindow()
    return form


def find(form: QWidget, kind: type[Any], name: str) -> Any:
    found = form.findChild(kind, name)
    assert found is not None, name
    return found


def type_lines(qtbot: QtBot, editor: QPlainTextEdit, text: str) -> None:
    for number, line in enumerate(text.split("\n")):
        if number:
            qtbot.keyClick(editor, Qt.Key.Key_Return)
        qtbot.keyClicks(editor, line)


def error(form: ScriptForm, name: str) -> str:
    label = find(form, QLabel, f"error.{name}")
    return label.text() if label.isVisible() else ""


SCRIPTS = [name for name, info in REGISTRY.items() if info.model]


@pytest.mark.parametrize("name", SCRIPTS)
def test_every_field_has_an_editor_with_a_name_for_eyes_and_for_readers(qtbot: QtBot, name: str) -> None:
    form = form_of(qtbot, name)
    for spec in fields_of(form.model):
        editor = find(form, QWidget, f"field.{spec.name}")
        assert editor.accessibleName() == spec.title
        assert editor.toolTip() == spec.description


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_fresh_form_holds_the_defaults(qtbot: QtBot, name: str) -> None:
    form = form_of(qtbot, name)
    config = form.config()
    for spec in fields_of(form.model):
        if spec.name in config:
            assert config[spec.name] == spec.default
            assert type(config[spec.name]) is type(spec.default)
    assert [p.field for p in check(name, config)] == list(form.problems())


@pytest.mark.parametrize("name", SCRIPTS)
def test_numbers_are_kept_within_the_bounds_and_show_their_unit(qtbot: QtBot, name: str) -> None:
    form = form_of(qtbot, name)
    for spec in fields_of(form.model):
        if spec.widget != "number":
            continue
        spin = find(form, QSpinBox, f"field.{spec.name}")
        assert spin.minimum() == spec.minimum
        assert spec.maximum is None or spin.maximum() == spec.maximum
        assert spin.text().endswith(spec.unit)


def test_typing_and_clicking_make_the_config(qtbot: QtBot) -> None:
    form = form_of(qtbot, "post")
    qtbot.mouseClick(find(form, QPushButton, "field.content_type.1"), Qt.MouseButton.LeftButton)
    spin = find(form, QSpinBox, "field.image_count")
    spin.selectAll()
    qtbot.keyClicks(spin, "4")
    qtbot.keyClicks(find(form, QPlainTextEdit, "field.captions"), "{New|Fresh} day")
    for path in ("/a.jpg", " /b.jpg"):
        line = find(form, QLineEdit, "path.material_list")
        qtbot.keyClicks(line, path)
        qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.keyClick(find(form, QComboBox, "field.add_sound"), Qt.Key.Key_Down)
    link = find(form, QCheckBox, "field.add_product_link")
    qtbot.keyClick(link, Qt.Key.Key_Space)
    config = form.config()
    assert config["content_type"] == 1
    assert config["image_count"] == 4
    assert config["captions"] == "{New|Fresh} day"
    assert config["material_list"] == ["/a.jpg", "/b.jpg"]
    assert config["add_sound"] == "0"
    assert config["add_product_link"] == 1
    assert type(config["add_product_link"]) is int
    assert check("post", config) == []
    assert form.payload() is not None


def test_segments_move_with_the_arrow_keys(qtbot: QtBot) -> None:
    form = form_of(qtbot, "post")
    form.field("post_way").take_focus()
    for key, chosen in (
        (Qt.Key.Key_Right, "addButton"),
        (Qt.Key.Key_Right, "useSound"),
        (Qt.Key.Key_Left, "addButton"),
        (Qt.Key.Key_Left, "share"),
    ):
        qtbot.keyClick(QApplication.focusWidget(), key)
        assert form.config()["post_way"] == chosen
        assert QApplication.focusWidget().isChecked()
    assert QApplication.focusWidget().accessibleName() == "Post by: Share"


def test_fields_come_and_go_with_their_condition(qtbot: QtBot) -> None:
    form = form_of(qtbot, "post")
    count = find(form, QSpinBox, "field.image_count")
    folder = find(form, QLineEdit, "field.material_path")
    source = find(form, QWidget, "field.material_source")
    assert not count.isVisible()
    form.field("content_type").set_value(1)
    assert count.isVisible()
    form.field("material_source").set_value("localFolder")
    assert folder.isVisible()
    form.field("material_list").set_value(["/a.mp4"])
    assert not source.isVisible()
    assert not folder.isVisible()
    assert "material_source" not in form.config()
    form.field("material_list").set_value([])
    assert folder.isVisible()


def test_a_whole_section_comes_and_goes(qtbot: QtBot) -> None:
    form = form_of(qtbot, "account_warmup")
    heading = next(label for label in form.findChildren(QLabel) if label.text() == "CHATGPT")
    assert not heading.isVisible()
    assert "chatgpt_settings" not in form.config()
    find(form, QCheckBox, "field.generate_by_chatgpt").click()
    assert heading.isVisible()
    assert form.config()["chatgpt_settings"]["model"] == "gpt-3.5-turbo"


def test_what_is_needed_is_told_only_after_the_field_was_left(qtbot: QtBot) -> None:
    form = form_of(qtbot, "post")
    form.field("post_way").set_value("useSound")
    line = find(form, QLineEdit, "field.sound_name")
    assert form.problems() == {"sound_name": "A sound name is needed when posting with a sound."}
    assert error(form, "sound_name") == ""
    line.setFocus()
    find(form, QSpinBox, "field.upload_wait_time").setFocus()
    assert error(form, "sound_name") == "✕ A sound name is needed when posting with a sound."
    assert line.property("invalid") == "true"
    qtbot.keyClicks(line, "Song")
    assert error(form, "sound_name") == ""
    assert line.property("invalid") == "false"
    assert form.payload() is not None


def test_a_try_to_send_tells_everything_and_leads_to_the_first(qtbot: QtBot) -> None:
    form = form_of(qtbot, "comment")
    assert error(form, "target_post_urls") == ""
    form.tell_all()
    assert error(form, "target_post_urls") == "✕ Give the address of at least one post."
    assert error(form, "comment_content") == "✕ Write at least one comment."
    assert form.focus_first_problem()
    assert find(form, QPlainTextEdit, "field.target_post_urls").hasFocus()
    form.set_config({"target_post_urls": ["https://vm.tiktok.com/a"], "comment_content": "Nice"})
    assert not form.focus_first_problem()


def test_focus_that_passes_to_a_menu_is_not_leaving(qtbot: QtBot) -> None:
    form = form_of(qtbot, "follow")
    text = find(form, QPlainTextEdit, "field.target_users")
    text.setFocus()
    text.clearFocus()
    assert error(form, "target_users") != ""
    other = form_of(qtbot, "follow")
    text = find(other, QPlainTextEdit, "field.target_users")
    text.setFocus(Qt.FocusReason.PopupFocusReason)
    find(other, QWidget, "field.access_method").setFocus(Qt.FocusReason.PopupFocusReason)
    assert error(other, "target_users") == ""


def test_numbers_that_contradict_each_other_are_told_at_once(qtbot: QtBot) -> None:
    form = form_of(qtbot, "account_warmup")
    form.field("min_duration").set_value(60)
    assert "60 s" in error(form, "max_duration")
    form.field("max_duration").set_value(60)
    assert error(form, "max_duration") == ""


def test_what_the_server_said_stays_until_the_field_is_edited(qtbot: QtBot) -> None:
    form = form_of(qtbot, "follow")
    form.set_config({"target_users": ["ann"]})
    assert form.mark("script_config.target_users", "no such user")
    assert error(form, "target_users") == "✕ no such user"
    assert form.payload() is not None
    assert form.focus_first_problem()
    qtbot.keyClicks(find(form, QPlainTextEdit, "field.target_users"), "x")
    assert error(form, "target_users") == ""
    assert not form.mark("serials", "no such device")
    assert not form_of(qtbot, "post").mark("image_count", "out of sight")


def test_lines_are_counted_and_repeats_are_named(qtbot: QtBot) -> None:
    form = form_of(qtbot, "follow")
    count = find(form, QLabel, "count.target_users")
    assert count.text().startswith("0 line")
    type_lines(qtbot, find(form, QPlainTextEdit, "field.target_users"), "ann\n\nbob\nann")
    assert count.text().startswith("3 line")
    assert "1 repeated" in count.text()
    assert form.each("target_users") == 3
    assert form.each("") == 1


def test_texts_one_a_line_go_out_as_text(qtbot: QtBot) -> None:
    form = form_of(qtbot, "account_warmup")
    type_lines(qtbot, find(form, QPlainTextEdit, "field.topic"), "cats\n \n dogs ")
    assert form.config()["topic"] == "cats\ndogs"
    form.field("topic").set_value("one\ntwo")
    assert form.config()["topic"] == "one\ntwo"


def test_tab_leaves_a_text_of_several_lines(qtbot: QtBot) -> None:
    form = form_of(qtbot, "follow")
    text = find(form, QPlainTextEdit, "field.target_users")
    text.setFocus()
    qtbot.keyClick(text, Qt.Key.Key_Tab)
    assert not text.hasFocus()
    assert text.toPlainText() == ""


def test_a_secret_is_dots_until_it_is_asked_for(qtbot: QtBot) -> None:
    form = form_of(qtbot, "account_warmup")
    form.field("generate_by_chatgpt").set_value(True)
    line = find(form, QLineEdit, "field.chatgpt_settings.api_key")
    qtbot.keyClicks(line, "sk-1")
    assert line.echoMode() == QLineEdit.EchoMode.Password
    assert "sk-1" not in line.displayText()
    button = find(form, QPushButton, "show.chatgpt_settings.api_key")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert line.echoMode() == QLineEdit.EchoMode.Normal
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert line.echoMode() == QLineEdit.EchoMode.Password
    assert form.config()["chatgpt_settings"]["api_key"] == "sk-1"


def test_decimals(qtbot: QtBot) -> None:
    form = form_of(qtbot, "account_warmup")
    form.field("generate_by_chatgpt").set_value(True)
    spin = find(form, QDoubleSpinBox, "field.chatgpt_settings.temperature")
    assert (spin.minimum(), spin.maximum()) == (0, 2)
    form.set_config({"chatgpt_settings": {"temperature": 1.25}})
    assert form.config()["chatgpt_settings"]["temperature"] == 1.25


def turn_wheel(widget: QWidget) -> QWheelEvent:
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle,
        QPointF(widget.mapToGlobal(widget.rect().center())),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)
    return event


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (QSpinBox, "upload_wait_time"),
        (QComboBox, "add_sound"),
        (QDoubleSpinBox, "chatgpt_settings.temperature"),
    ],
)
def test_the_wheel_turns_only_the_field_with_the_focus(qtbot: QtBot, kind: type[QWidget], name: str) -> None:
    form = form_of(qtbot, "account_warmup" if "." in name else "post")
    if "." in name:
        form.field("generate_by_chatgpt").set_value(True)
    else:
        form.field("add_sound").set_value("1")
    field = form.field(name)
    before = field.value()
    editor = find(form, kind, f"field.{name}")
    form.setFocus()
    turn_wheel(editor)
    assert field.value() == before
    editor.setFocus()
    turn_wheel(editor)
    assert field.value() != before


def dialog_of(form: QWidget) -> QFileDialog:
    dialogs = form.findChildren(QFileDialog)
    assert len(dialogs) == 1
    return dialogs[0]


def test_files_are_added_by_a_dialog_that_blocks_nothing(qtbot: QtBot) -> None:
    form = form_of(qtbot, "post")
    form.field("material_list").set_value(["/a.mp4"])
    qtbot.mouseClick(find(form, QPushButton, "choose.material_list"), Qt.MouseButton.LeftButton)
    dialog = dialog_of(form)
    assert dialog.isVisible()
    dialog.filesSelected.emit(["/a.mp4", "/b.mp4"])
    assert form.config()["material_list"] == ["/a.mp4", "/b.mp4"]
    assert find(form, QLabel, "count.material_list").text().startswith("2 file")
    dialog.reject()
    qtbot.waitUntil(lambda: not form.findChildren(QFileDialog))


@pytest.mark.parametrize(
    ("script", "name", "mode"),
    [
        ("profile", "avatars_path", QFileDialog.FileMode.Directory),
        ("comment", "comment_image_path", QFileDialog.FileMode.ExistingFile),
    ],
)
def test_paths_are_chosen_by_a_dialog(
    qtbot: QtBot, script: str, name: str, mode: QFileDialog.FileMode
) -> None:
    form = form_of(qtbot, script)
    qtbot.mouseClick(find(form, QPushButton, f"choose.{name}"), Qt.MouseButton.LeftButton)
    dialog = dialog_of(form)
    assert dialog.fileMode() == mode
    dialog.fileSelected.emit("/pictures/one")
    assert form.config()[name] == "/pictures/one"
    dialog.reject()
    qtbot.waitUntil(lambda: not form.findChildren(QFileDialog))


def test_filling_from_a_config_keeps_what_it_does_not_name(qtbot: QtBot) -> None:
    form = form_of(qtbot, "post")
    form.field("captions").set_value("Hello")
    form.set_config({"upload_wait_time": 60, "post_way": "nonsense", "add_sound": "nonsense"})
    assert form.config()["captions"] == "Hello"
    assert form.config()["upload_wait_time"] == 60
    assert form.config()["post_way"] == "share"
    assert form.config()["add_sound"] == "-1"
