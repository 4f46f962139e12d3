import json
import shlex
from dataclasses import replace
from datetime import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QTimeEdit,
    QWidget,
)

from gui.api.errors import ApiError, PlanRefused, Rejected, ServerError, TimedOut, Unreachable, Unreadable
from gui.api.schemas import License
from gui.state.connection import Connection, Phase
from gui.state.devices import DeviceState
from gui.store.batch_records import RequestState
from tests.views.composing import URL, Bench

SECRET = "sk-canary-5150"


def test_it_opens_on_post_with_the_selected_devices(bench: Bench) -> None:
    assert bench.text("composer_title") == "Publish a video or images"
    assert bench.text("target_devices") == "Rack 1 · 01, 02, 03"
    assert bench.page.summary().count == 3
    assert bench.create.isEnabled()


def test_the_five_scripts_can_be_chosen_by_keyboard_and_the_announced_cannot(bench: Bench) -> None:
    scripts = bench.find(QListWidget, "script_list")
    scripts.setFocus()
    seen = [bench.text("composer_title")]
    for _ in range(scripts.count() + 2):
        bench.qtbot.keyClick(scripts, Qt.Key.Key_Down)
        seen.append(bench.text("composer_title"))
    assert seen[:5] == [
        "Publish a video or images",
        "Follow users",
        "Stop following users",
        "Warm up accounts",
        "Comment on posts",
    ]
    assert seen[-1] == "Match accounts"
    like = scripts.findItems("like", Qt.MatchFlag.MatchExactly)[0]
    assert not like.flags() & Qt.ItemFlag.ItemIsEnabled
    assert "announced" in like.toolTip()
    assert like.data(Qt.ItemDataRole.AccessibleTextRole) == "like, announced"
    newer = scripts.findItems("login", Qt.MatchFlag.MatchExactly)[0]
    assert newer.data(Qt.ItemDataRole.AccessibleTextRole) == "login, newer"


@pytest.mark.parametrize("name", ["like", "no_such_script"])
def test_opening_a_script_that_cannot_be_sent_explains_itself(bench: Bench, name: str) -> None:
    bench.page.open_script(name)
    assert bench.text("composer_title") == "Publish a video or images"
    assert name in bench.text("outcome_text")


def test_a_post_is_sent_as_it_was_typed(bench: Bench) -> None:
    bench.type_into("field.captions", "{New|Fresh} day")
    bench.qtbot.mouseClick(bench.find(QPushButton, "field.post_way.useSound"), Qt.MouseButton.LeftButton)
    bench.qtbot.waitUntil(lambda: not bench.create.isEnabled())
    assert "attention" in bench.text("summary_errors")
    bench.type_into("field.sound_name", "Song")
    bench.qtbot.waitUntil(bench.create.isEnabled)
    bench.click("create_button")
    (request,) = bench.host.asked
    assert request.script_name == "post"
    assert request.serials == bench.serials
    assert request.start_time == ""
    assert request.script_config["captions"] == "{New|Fresh} day"
    assert request.script_config["sound_name"] == "Song"
    assert "custom_sound_keyword" not in request.script_config


def test_it_cannot_be_sent_twice(bench: Bench) -> None:
    bench.follow("ann", "bob")
    assert bench.create.text().startswith("Create 6 task")
    bench.click("create_button")
    assert bench.create.text() == "Creating…"
    assert not bench.create.isEnabled()
    bench.qtbot.mouseClick(bench.create, Qt.MouseButton.LeftButton)
    bench.qtbot.keyClick(bench.page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    bench.page.send()
    assert len(bench.host.asked) == 1
    with bench.qtbot.waitSignal(bench.page.tasks_created) as created:
        bench.host.answer(1, 2, 3, 4, 5, 6)
    assert created.args == [(1, 2, 3, 4, 5, 6)]
    assert bench.text("outcome_text").startswith("6 task")
    bench.qtbot.waitUntil(bench.create.isEnabled)
    assert bench.page.request() == bench.host.asked[0]
    assert "sent already" in bench.text("summary_warnings")


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_control_return_sends_from_inside_a_text(bench: Bench, key: Qt.Key) -> None:
    bench.follow("ann")
    users = bench.find(QPlainTextEdit, "field.target_users")
    users.setFocus()
    bench.qtbot.keyClick(users, key, Qt.KeyboardModifier.ControlModifier)
    assert len(bench.host.asked) == 1
    assert users.toPlainText() == "ann"


def test_a_try_to_send_leads_to_what_is_wrong(bench: Bench) -> None:
    bench.page.open_script("comment")
    content = bench.find(QPlainTextEdit, "field.comment_content")
    content.setFocus()
    bench.qtbot.keyClick(content, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert bench.host.asked == []
    assert bench.find(QPlainTextEdit, "field.target_post_urls").hasFocus()
    assert "at least one post" in bench.text("error.target_post_urls")
    assert "at least one comment" in bench.text("error.comment_content")


def test_the_summary_leads_to_the_first_problem(bench: Bench) -> None:
    bench.page.open_script("follow")
    bench.find(QWidget, "script_list").setFocus()
    assert bench.text("error.target_users") == ""
    bench.click("show_problem_button")
    assert bench.find(QPlainTextEdit, "field.target_users").hasFocus()
    assert bench.text("error.target_users") != ""


def test_what_was_typed_for_a_script_stays(bench: Bench) -> None:
    bench.type_into("field.captions", "Hello")
    bench.follow("ann")
    bench.page.open_script("post")
    assert bench.find(QPlainTextEdit, "field.captions").toPlainText() == "Hello"
    bench.page.open_script("follow")
    assert bench.find(QPlainTextEdit, "field.target_users").toPlainText() == "ann"


def test_a_refusal_marks_its_field_and_keeps_everything(bench: Bench) -> None:
    bench.follow("ann")
    bench.click("create_button")
    bench.host.refuse(Rejected("script_config.target_users: no such user", code=40001, field="target_users"))
    assert bench.text("error.target_users") == "✕ no such user"
    assert "no such user" in bench.text("outcome_text")
    assert bench.find(QPlainTextEdit, "field.target_users").toPlainText() == "ann"
    bench.qtbot.waitUntil(bench.create.isEnabled)
    bench.click("create_button")
    assert bench.text("error.target_users") == ""
    assert bench.text("outcome_text") == ""


@pytest.mark.parametrize(("field", "row"), [("serials", "targets"), ("start_time", "start_time")])
def test_a_refusal_of_targets_or_time_is_told_there(bench: Bench, field: str, row: str) -> None:
    bench.click("create_button")
    bench.host.refuse(Rejected(f"{field}: not good", code=40001, field=field))
    assert bench.text(f"error.{row}") == "✕ not good"
    bench.qtbot.waitUntil(bench.create.isEnabled)
    bench.click("create_button")
    assert bench.text(f"error.{row}") == ""


def test_good_news_goes_with_its_script_and_bad_news_stays(bench: Bench) -> None:
    bench.follow("ann")
    bench.click("create_button")
    bench.host.answer(1, 2, 3)
    assert bench.text("outcome_text") != ""
    bench.page.open_script("unfollow")
    assert bench.text("outcome_text") == ""
    bench.follow("bob")
    bench.click("create_button")
    bench.host.refuse(Rejected("no", code=40003))
    bench.page.open_script("unfollow")
    assert "no" in bench.text("outcome_text")


def test_a_refusal_marks_the_script_that_was_sent(bench: Bench) -> None:
    bench.follow("ann")
    bench.click("create_button")
    bench.page.open_script("unfollow")
    bench.host.refuse(Rejected("no such user", code=40001, field="target_users"))
    assert bench.text("error.target_users") == ""
    bench.page.open_script("follow")
    assert "no such user" in bench.find(QLabel, "error.target_users").text()


@pytest.mark.parametrize(
    "error", [Rejected("script not supported", code=40003), PlanRefused("needs Pro", code=40301)]
)
def test_refusals_without_a_field_are_shown_with_their_words(bench: Bench, error: ApiError) -> None:
    bench.click("create_button")
    bench.host.refuse(error)
    assert error.detail in bench.text("outcome_text")
    assert bench.text("outcome_detail") != ""
    bench.qtbot.waitUntil(bench.create.isEnabled)


@pytest.mark.parametrize("kind", [TimedOut, Unreachable, Unreadable, ServerError])
def test_a_doubtful_end_is_never_sent_again_as_it_is(bench: Bench, kind: type[ApiError]) -> None:
    bench.follow("ann")
    bench.click("create_button")
    error = kind("nothing came")
    error.maybe_done = True
    bench.host.refuse(error)
    assert "may have been created" in bench.text("outcome_detail")
    bench.qtbot.waitUntil(lambda: not bench.page._soon.isActive())
    assert not bench.create.isEnabled()
    assert "on its way, or may be" in bench.create.toolTip()
    bench.page.send()
    assert len(bench.host.asked) == 1
    assert bench.find(QPlainTextEdit, "field.target_users").toPlainText() == "ann"
    with bench.qtbot.waitSignal(bench.page.tasks_wanted):
        bench.click("outcome_show_tasks")
    with bench.qtbot.waitSignal(bench.page.batch_wanted) as wanted:
        bench.click("outcome_show_batch")
    assert wanted.args == [bench.host.last().id]
    bench.host.become(RequestState.UNKNOWN, evidence="Two tasks like it are there.", error=error)
    assert "Two tasks like it are there." in bench.text("outcome_detail")
    bench.host.become(RequestState.NOT_CREATED, evidence="No task like it is there.")
    assert "Nothing of it was created" in bench.text("outcome_text")
    assert "No task like it is there." in bench.text("outcome_detail")
    bench.qtbot.waitUntil(bench.create.isEnabled)


def test_a_look_that_finds_the_tasks_is_told(bench: Bench) -> None:
    bench.follow("ann")
    bench.click("create_button")
    error = TimedOut("nothing came")
    error.maybe_done = True
    bench.host.refuse(error)
    with bench.qtbot.waitSignal(bench.page.tasks_created) as created:
        bench.host.answer(7, 8, 9, evidence="They are there.")
    assert created.args == [(7, 8, 9)]
    assert bench.text("outcome_text").startswith("3 task")


def test_another_plan_may_go_out_while_one_is_doubtful(bench: Bench) -> None:
    bench.follow("ann")
    bench.click("create_button")
    error = TimedOut("nothing came")
    error.maybe_done = True
    bench.host.refuse(error)
    bench.follow("bob")
    assert bench.create.isEnabled()
    bench.follow("ann")
    assert not bench.create.isEnabled()


def test_what_never_went_out_can_be_sent_again(bench: Bench) -> None:
    bench.follow("ann")
    bench.click("create_button")
    bench.host.refuse(Unreachable("nothing listens there"))
    assert "may have been created" not in bench.text("outcome_detail")
    bench.qtbot.waitUntil(bench.create.isEnabled)
    assert "sent already" not in bench.text("summary_warnings")


def test_fewer_tasks_than_expected_are_told(bench: Bench) -> None:
    bench.click("create_button")
    bench.host.answer(7, 8)
    assert bench.text("outcome_text") == "2 of 3 tasks were created."


def test_none_created_is_told(bench: Bench) -> None:
    bench.click("create_button")
    bench.host.answer()
    assert "created no task" in bench.text("outcome_text")


def test_batches_from_elsewhere_are_not_its_own(bench: Bench) -> None:
    bench.follow("ann")
    with bench.qtbot.assertNotEmitted(bench.page.tasks_created):
        bench.host.batches.submit(replace(bench.page.plan(), name="from elsewhere"))
        bench.host.answer(1, 2, 3)
    assert bench.text("outcome_text") == ""
    bench.qtbot.waitUntil(lambda: "from elsewhere" in bench.text("summary_warnings"))


def test_no_devices_no_button(bench: Bench) -> None:
    bench.page.set_selected_devices(())
    bench.qtbot.waitUntil(lambda: not bench.create.isEnabled())
    assert "Select at least one device" in bench.text("summary_errors")
    assert bench.create.text() == "Create tasks"


def test_the_line_and_the_plan_are_heeded_as_they_change(bench: Bench) -> None:
    host = bench.host
    host.connection = Connection(Phase.UNREACHABLE, URL)
    host.connection_changed.emit(host.connection)
    bench.qtbot.waitUntil(lambda: not bench.create.isEnabled())
    assert "no connection" in bench.text("summary_errors")
    host.connection = Connection(Phase.LIVE, URL)
    host.connection_changed.emit(host.connection)
    bench.qtbot.waitUntil(bench.create.isEnabled)
    host.license = License("Starter", True, 2)
    host.license_changed.emit(host.license)
    bench.qtbot.waitUntil(lambda: "2 can run at once, 1 wait" in bench.text("summary_text"))


def test_several_accounts_on_a_device(bench: Bench) -> None:
    bench.find(QCheckBox, "multi_account").click()
    bench.page.refresh()
    assert bench.page.request().enable_multi_account
    assert bench.page.summary().count == 3
    bench.page.set_selected_devices(("S1", "stranger"))
    bench.page.refresh()
    assert bench.page.summary().count is None
    assert bench.create.text() == "Create tasks"
    assert bench.create.isEnabled()


def test_scripts_that_always_or_never_run_for_every_account(bench: Bench) -> None:
    bench.page.open_script("login")
    assert bench.text("composer_nothing") == "There is nothing to set."
    assert not bench.page.findChild(QCheckBox, "multi_account").isVisible()
    assert bench.page.request().body() == {
        "script_name": "login",
        "script_config": {},
        "serials": list(bench.serials),
    }
    assert bench.page.summary().count == 3
    bench.page.open_script("match_accounts")
    assert not bench.page.request().enable_multi_account
    assert "newer" in bench.text("summary_warnings")


def test_accounts_are_typed_and_picked(bench: Bench) -> None:
    bench.click("targets.accounts")
    bench.page.refresh()
    assert bench.text("summary_errors") == "✕ Name at least one account."
    assert not bench.create.isEnabled()
    names = bench.find(QPlainTextEdit, "usernames")
    bench.qtbot.keyClicks(names, "user.1")
    bench.qtbot.keyClick(names, Qt.Key.Key_Return)
    bench.qtbot.keyClicks(names, " user.1 ")
    pick = bench.find(QComboBox, "known_accounts")
    assert [pick.itemText(i) for i in range(pick.count())] == ["user.1", "user.2", "user.3"]
    pick.activated.emit(1)
    pick.activated.emit(1)
    bench.page.refresh()
    request = bench.page.request()
    assert request.usernames == ("user.1", "user.2")
    assert request.serials == ()
    assert "serials" not in request.body()
    assert bench.page.summary().count == 2
    bench.click("targets.devices")
    assert bench.page.request().usernames == ()


def test_known_accounts_follow_the_host_and_keep_what_was_typed(bench: Bench) -> None:
    bench.click("targets.accounts")
    bench.find(QPlainTextEdit, "usernames").setPlainText("someone")
    bench.host.add_rack(5)
    pick = bench.find(QComboBox, "known_accounts")
    bench.qtbot.waitUntil(lambda: pick.count() == 5)
    assert pick.currentText() == ""
    assert bench.page.request().usernames == ("someone",)
    assert "Not among the known accounts: someone." in bench.text("summary_warnings")


def test_a_start_time_is_said_in_words_and_sent(bench: Bench) -> None:
    bench.click("start.at")
    edit = bench.find(QTimeEdit, "start_time")
    edit.setTime(edit.time().fromString("12:54", "HH:mm"))
    bench.page.refresh()
    assert bench.text("start_words") == "in 3 h 10 min, today"
    assert bench.page.request().start_time == "12:54"
    edit.setTime(edit.time().fromString("08:05", "HH:mm"))
    bench.page.refresh()
    assert bench.text("start_words") == "already past today: TikMatrix will probably start it at once"
    assert "08:05 is already past today" in bench.text("summary_warnings")
    assert bench.page.request().start_time == "08:05"
    bench.click("start.now")
    assert bench.page.request().start_time == ""
    bench.page._schedule.set_start(time(23, 5))
    assert bench.page.request().start_time == "23:05"
    bench.page._schedule.set_start(None)
    assert bench.page.request().start_time == ""


def test_the_exact_request_without_its_secret(bench: Bench) -> None:
    bench.page.open_script("account_warmup")
    bench.find(QCheckBox, "field.generate_by_chatgpt").click()
    bench.page.refresh()
    key = bench.find(QLineEdit, "field.chatgpt_settings.api_key")
    bench.qtbot.keyClicks(key, SECRET)
    bench.qtbot.keyClick(bench.page, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    pane = bench.find(QPlainTextEdit, "request_text")
    sent = bench.page.request().body()
    assert sent["script_config"]["chatgpt_settings"]["api_key"] == SECRET
    shown = json.loads(pane.toPlainText())
    assert shown["script_config"]["chatgpt_settings"].pop("api_key") == "••••••••"
    sent["script_config"]["chatgpt_settings"].pop("api_key")
    assert shown == sent
    bench.click("request_kind.curl")
    words = shlex.split(pane.toPlainText().replace("\\\n", " "))
    assert words[:4] == ["curl", "-X", "POST", f"{URL}/api/v1/task"]
    assert json.loads(words[-1])["script_name"] == "account_warmup"
    assert SECRET not in pane.toPlainText()
    bench.click("copy_request_button")
    assert QGuiApplication.clipboard().text() == pane.toPlainText()
    QGuiApplication.clipboard().clear()
    bench.click("show_request_button")
    assert not pane.isVisible()
    for widget in bench.page.findChildren(QLabel):
        assert SECRET not in widget.text()


def test_the_shown_request_follows_the_form_even_while_something_is_wrong(bench: Bench) -> None:
    bench.page.open_script("follow")
    bench.click("show_request_button")
    pane = bench.find(QPlainTextEdit, "request_text")
    assert json.loads(pane.toPlainText())["script_config"]["target_users"] == []
    bench.type_into("field.target_users", "o'hara")
    bench.qtbot.waitUntil(lambda: "o'hara" in pane.toPlainText())
    bench.click("request_kind.curl")
    words = shlex.split(pane.toPlainText().replace("\\\n", " "))
    assert json.loads(words[-1])["script_config"]["target_users"] == ["o'hara"]


def test_tab_walks_from_the_scripts_through_the_form_to_the_button(bench: Bench) -> None:
    bench.page.open_script("comment")
    bench.page.form().set_config({"target_post_urls": ["https://vm.tiktok.com/a"], "comment_content": "Nice"})
    bench.page.refresh()
    bench.find(QListWidget, "script_list").setFocus()
    visited = []
    for _ in range(20):
        bench.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        visited.append(QApplication.focusWidget().objectName())
    assert visited == [
        "preset_pick",
        "preset_save",
        "preset_menu",
        "field.target_post_urls",
        "import.target_post_urls",
        "field.comment_content",
        "import.comment_content",
        "field.comment_order.random",
        "field.insert_emoji",
        "field.comment_image_path",
        "choose.comment_image_path",
        "targets.devices",
        "device_source",
        "multi_account",
        "start.now",
        "create_button",
        "show_request_button",
        "batch_name",
        "script_list",
        "preset_pick",
    ]


def test_every_control_has_an_accessible_name(bench: Bench) -> None:
    controls = (QPushButton, QLineEdit, QPlainTextEdit, QComboBox, QCheckBox, QTimeEdit, QListWidget)
    for name in ("post", "follow", "account_warmup", "comment", "profile"):
        bench.page.open_script(name)
    for kind in controls:
        for widget in bench.page.findChildren(kind):
            if isinstance(widget.parent(), QComboBox | QTimeEdit) or widget.objectName().startswith("qt_"):
                continue
            assert widget.accessibleName(), widget


def test_a_hidden_page_rests_and_is_fresh_when_seen_again(bench: Bench) -> None:
    bench.page.hide()
    bench.page.set_selected_devices(("S1",))
    assert not bench.page._soon.isActive()
    assert bench.page.summary().count == 3
    bench.page.show()
    assert bench.page.summary().count == 1


def test_a_long_form_scrolls_and_the_button_stays_in_sight(bench: Bench) -> None:
    bench.page.open_script("account_warmup")
    bench.page.resize(700, 560)
    area = bench.page.findChild(QScrollArea)
    bench.qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    assert bench.page.rect().contains(bench.create.mapTo(bench.page, bench.create.rect().bottomRight()))
    field = bench.page.form().field("comment_order")
    field.take_focus()
    bench.page.open_script("follow")
    bench.page.resize(1100, 900)
    bench.qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() == 0)


def busy(bench: Bench, *serials: str) -> None:
    """Let these devices run a task, and no others, as a poll tells it."""
    for serial, device in bench.host.devices.items():
        state = DeviceState.RUNNING if serial in serials else DeviceState.IDLE
        bench.host._registry.devices[serial] = replace(device, state=state)
    bench.host.devices_changed.emit()
    bench.page.refresh()
    QApplication.sendPostedEvents()
    bench.qtbot.waitUntil(lambda: not bench.page._soon.isActive())


def test_what_a_poll_tells_does_not_move_the_form(bench: Bench) -> None:
    card = bench.page.findChild(QWidget, "summary")
    bench.follow("ann")
    bench.page.set_selected_devices(bench.serials[1:])
    busy(bench)
    bench.qtbot.waitUntil(lambda: card.height() == card.layout().totalHeightForWidth(card.width()))
    height = card.height()
    busy(bench, "S2")
    assert "Busy now" in bench.text("summary_warnings")
    bench.qtbot.waitUntil(lambda: card.height() > height)
    grown = card.height()
    place = card.mapTo(bench.page, card.rect().topLeft())
    busy(bench)
    assert bench.text("summary_warnings") == ""
    bench.page.grab()
    assert (card.height(), card.mapTo(bench.page, card.rect().topLeft())) == (grown, place)
    bench.page.set_selected_devices(bench.serials[:2])
    bench.page.refresh()
    bench.qtbot.waitUntil(lambda: card.height() == height)


def test_both_themes_paint_every_script(bench: Bench) -> None:
    pictures = set()
    for theme in ("light", "dark"):
        bench.look.set_theme(theme)
        for name in ("post", "login"):
            bench.page.open_script(name)
            image = bench.page.grab().toImage()
            pictures.add(bytes(image.constBits()[: image.sizeInBytes()]))
    assert len(pictures) == 4
