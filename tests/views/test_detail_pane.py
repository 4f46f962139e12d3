"""The detail pane: everything about a task, nothing that is secret."""

import json
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from gui.views.look import Look
from gui.views.tasks import arguments, detail_pane
from gui.views.tasks.detail_pane import DetailPane
from gui.views.tasks.detail_text import duration_words
from tests.tables.making import task
from tests.views.feeding import FedHost

SECRET = "sk-very-secret"
WARMUP = {
    "username": "studio.nine",
    "task_duration": 600,
    "topic": "baking\nbread",
    "generate_by_chatgpt": True,
    "chatgpt_settings": {"api_key": SECRET, "model": "gpt-3.5-turbo", "max_tokens": 100},
    "password": SECRET,
    "odd_one": [1, 2],
}


# Said by the offscreen platform when a window is popped up or raised.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def host(qapp: QApplication) -> Iterator[FedHost]:
    host = FedHost()
    yield host
    host.deleteLater()


@pytest.fixture
def pane(qtbot: QtBot, host: FedHost, dressed: Look) -> DetailPane:
    pane = DetailPane(host, dressed)
    qtbot.addWidget(pane)
    pane.resize(320, 700)
    pane.show()
    return pane


def press(pane: DetailPane, name: str) -> None:
    QTest.mouseClick(pane.findChild(QAbstractButton, name), Qt.MouseButton.LeftButton)


def show(pane: DetailPane, host: FedHost, **fields: object) -> None:
    record = task(7, **fields)
    host.feed([record])
    pane.show_task(record)


def test_a_hint_where_nothing_is_selected(pane: DetailPane) -> None:
    assert pane.hint.isVisible()
    assert not pane.text.isVisible()
    assert not pane.status.isVisible()
    assert pane.minimumWidth() == 280


def test_every_field_of_a_failed_task(pane: DetailPane, host: FedHost) -> None:
    show(
        pane,
        host,
        status=3,
        remark="element not found: publish button",
        start_time="2026-11-23 09:38:10",
        end_time="2026-11-23 09:39:41",
        source="api",
        retry_count=1,
        extra=(
            ("batch", '"Reels evening"'),
            ("session_token", f'"{SECRET}"'),
            ("nested", f'{{"password": "{SECRET}"}}'),
        ),
    )
    host.edit_device("R58N1", "Rack 1 · 04", "", "")
    assert pane.heading.text() == "Task 7"
    assert pane.status.accessibleName() == "Failed"
    assert pane.remark.toPlainText() == "element not found: publish button"
    text = pane.text.toPlainText()
    for words in (
        "post",
        "Rack 1 · 04",
        "R58N1",
        "@studio.nine",
        "2026-11-23 09:38:10",
        "1 min 31 s",
        "Reels evening",
    ):
        assert words in text, words
    lines = text.splitlines()
    assert lines[lines.index("Source") + 1] == "API"
    assert SECRET not in text


def test_arguments_of_a_known_script_by_their_titles(pane: DetailPane, host: FedHost) -> None:
    show(pane, host, script_name="account_warmup", script_args=json.dumps(WARMUP))
    text = pane.text.toPlainText()
    assert "600 s" in text
    assert "baking\nbread" in text
    assert "gpt-3.5-turbo" in text
    assert "odd_one" in text
    assert "task_duration" not in text
    assert arguments.MASK in text
    press(pane, "button.raw")
    raw = pane.text.toPlainText()
    assert '"task_duration": 600' in raw
    assert '"max_tokens": 100' in raw
    assert SECRET not in raw
    press(pane, "button.raw")
    assert '"task_duration"' not in pane.text.toPlainText()


def test_choices_are_shown_by_their_labels() -> None:
    rows = dict(
        arguments.readable("post", '{"content_type": 0, "post_way": "addButton", "upload_wait_time": 60}')
    )
    assert "Video" in rows.values()
    assert "60 s" in rows.values()
    assert "addButton" not in rows.values()


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("", []),
        ("{}", []),
        ("plain words", [("", "plain words")]),
        ("[1, 2]", [("", "1\n2")]),
        ('{"broken": ', [("", '{"broken": ')]),
        (f"password={SECRET}, x=1", [("", f"password={arguments.MASK}, x=1")]),
        (
            '{"a": true, "b": false, "c": {"d": 1}, "e": "", "f": null}',
            [("a", "Yes"), ("b", "No"), ("c", '{"d": 1}')],
        ),
    ],
)
def test_arguments_of_unknown_scripts(text: str, rows: list[tuple[str, str]]) -> None:
    assert arguments.readable("follow_back", text) == rows


def test_a_long_list_is_cut(pane: DetailPane) -> None:
    rows = arguments.readable("x", json.dumps({"urls": list(range(40))}))
    assert rows[0][1].endswith("and 28 more")


@pytest.mark.parametrize(
    "key",
    [
        "api_key",
        "apiKey",
        "API_KEY",
        "password",
        "accessToken",
        "auth-token",
        "cookies",
        "login_password",
        "Authorization",
    ],
)
def test_secret_keys(key: str) -> None:
    assert arguments.is_secret(key)


def test_what_looks_like_a_key_is_hidden_wherever_it_stands() -> None:
    shown = arguments.raw(json.dumps({"prompt": "use sk-abcdefgh123 for it"}))
    assert "sk-" not in shown
    assert "for it" in shown


@pytest.mark.parametrize(
    "key", ["max_tokens", "tokens_used", "keyword", "passage", "custom_sound_keyword", "material_path"]
)
def test_keys_that_are_none(key: str) -> None:
    assert not arguments.is_secret(key)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.just(SECRET[:3]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(("a", "b", "chatgpt_settings")), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(JSON, st.sampled_from(("api_key", "password", "accessToken")), st.booleans())
def test_no_nesting_lets_a_secret_through(inside: object, key: str, wrapped: bool) -> None:
    hidden: object = {key: SECRET, "beside": inside}
    if wrapped:
        hidden = json.dumps({"inner": json.dumps(hidden)})
    text = json.dumps({"config": [hidden, inside]})
    assert SECRET not in arguments.raw(text)
    assert SECRET not in str(arguments.readable("post", text))


def test_a_remark_of_four_thousand_characters_wraps_and_scrolls(pane: DetailPane, host: FedHost) -> None:
    show(pane, host, status=3, remark="x" * 2_000 + " 找不到发布按钮" * 250)
    assert pane.remark.isVisible()
    assert pane.remark.height() < 200
    assert pane.remark.verticalScrollBar().maximum() > 0
    assert not pane.remark.horizontalScrollBar().isVisible()
    pane.remark.selectAll()
    pane.remark.copy()
    assert len(QGuiApplication.clipboard().text()) > 3_500


def test_markup_in_a_field_stays_text(pane: DetailPane, host: FedHost) -> None:
    show(pane, host, script_name="<b>bold</b>", script_args="<img src='x'>", status=2, remark="<i>note</i>")
    assert "<b>bold</b>" in pane.text.toPlainText()
    assert pane.remark.toPlainText() == "<i>note</i>"


def test_it_follows_the_task(pane: DetailPane, host: FedHost) -> None:
    show(pane, host, status=1)
    assert pane.buttons["stop"].isVisible()
    assert not pane.buttons["retry"].isVisible()
    host.feed([task(7, status=3, remark="device offline"), task(8)])
    assert pane.status.accessibleName() == "Failed"
    assert pane.buttons["retry"].isVisible()
    host.feed([task(9)])
    host.feed(removed=[7])
    assert pane.hint.isVisible()
    show(pane, host)
    host.forget()
    assert pane.hint.isVisible()


def test_reading_is_not_disturbed_by_polls(pane: DetailPane, host: FedHost) -> None:
    pane.resize(320, 260)
    show(pane, host, script_args=json.dumps({f"key{i}": "value" for i in range(60)}), status=1)
    pane.text.verticalScrollBar().setValue(200)
    host.feed([task(7, script_args=json.dumps({f"key{i}": "value" for i in range(61)}), status=1)])
    assert pane.text.verticalScrollBar().value() == 200
    show(pane, host, script_args="{}")


def test_commands(pane: DetailPane, host: FedHost, qtbot: QtBot) -> None:
    show(pane, host, status=3)
    press(pane, "detail_pane.retry")
    host.feed([task(7, status=1)])
    press(pane, "detail_pane.stop")
    press(pane, "detail_pane.delete")
    box = pane.findChild(QMessageBox, "confirm_box")
    with qtbot.waitSignal(box.destroyed):
        QTest.mouseClick(box.findChild(QAbstractButton, "confirm_box.yes"), Qt.MouseButton.LeftButton)
    assert host.asked == [("retry", (7,)), ("stop", (7,)), ("delete", (7,))]


def test_copy_takes_all_of_it(pane: DetailPane, host: FedHost) -> None:
    show(pane, host, status=3, remark="device offline")
    press(pane, "detail_pane.copy")
    text = QGuiApplication.clipboard().text()
    assert text.startswith("Task 7\ndevice offline\n")
    assert "@studio.nine" in text


def test_several_tasks_are_summed_up(pane: DetailPane, host: FedHost) -> None:
    host.feed(
        task(i, status=3 if i < 4 else 2, remark="device offline" if i < 4 else "") for i in range(1, 9)
    )
    pane.show_task((1, 2, 3, 4, 5))
    assert pane.heading.text() == "5 tasks selected"
    text = pane.text.toPlainText()
    assert "Failed" in text
    assert "3 ×" in text
    assert not pane.raw.isVisible()
    press(pane, "detail_pane.retry")
    asked = pane.findChild(QMessageBox, "confirm_box")
    assert asked.informativeText() == "3 can be retried · 2 are not failed"
    asked.findChild(QAbstractButton, "confirm_box.yes").click()
    assert host.asked == [("retry", (1, 2, 3))]


def test_very_many_tasks_are_summed_up_a_moment_later(
    pane: DetailPane, host: FedHost, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(detail_pane, "_AT_ONCE", 3)
    host.feed(task(i, status=2) for i in range(1, 9))
    pane.show_task(tuple(range(1, 9)))
    qtbot.waitUntil(lambda: pane.heading.text() == "8 tasks selected")


def test_a_theme_repaints(pane: DetailPane, host: FedHost, dressed: Look) -> None:
    show(pane, host, status=3, remark="x")
    before = pane.grab().toImage()
    dressed.set_theme("light")
    assert pane.grab().toImage() != before


@pytest.mark.parametrize(("seconds", "words"), [(5, "5 s"), (91, "1 min 31 s"), (3_720, "1 h 2 min")])
def test_durations(seconds: int, words: str) -> None:
    assert duration_words(seconds) == words


def test_what_is_shown_can_be_run_again(pane: DetailPane, host: FedHost, qtbot: QtBot) -> None:
    assert pane.again.isHidden()
    host.feed([task(1, status=3), task(2, status=3)])
    pane.show_task(host.tasks[1])
    assert pane.again.text() == "Run again with changes…"
    with qtbot.waitSignal(pane.run_again.requested) as asked:
        press(pane, "detail_pane.again")
    assert asked.args[0] == (host.tasks[1],)
    pane.show_task((1, 2))
    assert pane.again.text() == "New batch from these…"
    with qtbot.waitSignal(pane.run_again.requested) as asked:
        press(pane, "detail_pane.again")
    assert asked.args[0] == (host.tasks[1], host.tasks[2])
