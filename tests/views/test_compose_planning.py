"""What a plan amounts to on the page: targets by choice, ceilings, load and a rough end."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QMessageBox, QPlainTextEdit, QPushButton

from gui.api.schemas import License, Task, TaskStatus
from gui.state.devices import DeviceState
from gui.store.batch_records import BookProblem, RequestState
from tests.views.composing import Bench, StillHost

DAY = "2026-11-23"


def source(bench: Bench, name: str) -> None:
    combo = bench.find(QComboBox, "device_source")
    combo.setCurrentIndex(combo.findData(name))
    combo.activated.emit(combo.currentIndex())
    bench.page.refresh()


def state(host: StillHost, **states: DeviceState) -> None:
    for serial, device_state in states.items():
        host._registry.devices[serial] = replace(host.devices[serial], state=device_state)
    host.devices_changed.emit()


def followed(serial: str, count: int, first: int = 1, status: int = TaskStatus.COMPLETED) -> list[Task]:
    return [
        Task(
            number,
            "follow",
            serial,
            status,
            start_time=f"{DAY} 08:00:00",
            end_time=f"{DAY} 08:02:00",
            create_time=f"{DAY} 07:59:00",
        )
        for number in range(first, first + count)
    ]


def test_all_idle_all_online_and_groups(bench: Bench) -> None:
    bench.host.edit_device("S3", "Shelf", "Rack 2", "")
    state(bench.host, S1=DeviceState.RUNNING, S2=DeviceState.OFFLINE)
    source(bench, "idle")
    assert bench.page.request().serials == ("S3",)
    source(bench, "online")
    assert bench.page.request().serials == ("S1", "S3")
    source(bench, "group:Rack 2")
    assert bench.page.request().serials == ("S3",)
    assert bench.text("target_devices") == "Shelf"
    bench.page.set_selected_devices(("S1",))
    assert bench.page.request().serials == ("S3",)
    state(bench.host, S3=DeviceState.OFFLINE)
    source(bench, "idle")
    assert bench.text("target_devices") == "There is none at the moment."
    assert not bench.create.isEnabled()


def test_nobody_is_left_out_by_itself(bench: Bench) -> None:
    state(bench.host, S1=DeviceState.RUNNING, S2=DeviceState.OFFLINE)
    bench.page.set_selected_devices((*bench.serials, "stranger"))
    bench.page.refresh()
    assert bench.page.request().serials == (*bench.serials, "stranger")
    boxes = {name: bench.find(QCheckBox, f"leave_out.{name}") for name in ("offline", "running", "unknown")}
    assert all("1" in box.text() for box in boxes.values())
    boxes["offline"].click()
    bench.page.refresh()
    assert bench.page.request().serials == ("S1", "S3", "stranger")
    assert "left out by choice" in bench.text("summary_warnings")
    boxes["unknown"].click()
    boxes["running"].click()
    bench.page.refresh()
    assert bench.page.request().serials == ("S3",)
    state(bench.host, S1=DeviceState.IDLE)
    bench.page.refresh()
    assert bench.page.request().serials == ("S1", "S3")
    bench.page.set_selected_devices(("S2",))
    bench.page.refresh()
    assert bench.text("target_devices") == "All of them are left out."
    assert not bench.create.isEnabled()


def test_which_accounts_are_reached_where_known(bench: Bench) -> None:
    bench.page.set_selected_devices((*bench.serials, "stranger"))
    assert bench.text("account_reach") == ""
    bench.find(QCheckBox, "multi_account").click()
    assert "3 accounts known" in bench.text("account_reach")
    assert "nobody has named" in bench.text("account_reach")


def test_accounts_of_a_kind_are_added(bench: Bench) -> None:
    bench.click("targets.accounts")
    menu = bench.find(QPushButton, "add_known_accounts").menu()
    menu.aboutToShow.emit()
    actions = {action.text(): action for action in menu.actions()}
    actions["All known accounts (3)"].trigger()
    assert bench.page.request().usernames == ("user.1", "user.2", "user.3")


def test_accounts_come_from_a_file(bench: Bench, tmp_path: Path) -> None:
    path = tmp_path / "accounts.csv"
    path.write_text("device,username\nS1,ann\nS2,bob\nS3,ann\n", encoding="utf-8-sig")
    bench.click("targets.accounts")
    assert bench.find(QPushButton, "import.usernames")
    bench.page._targets.accounts._tools.read([str(path)])
    bench.qtbot.waitUntil(lambda: bench.page.plan().requests != ())
    assert bench.page.request().usernames == ("ann", "bob")


def test_a_plan_above_the_ceiling_is_blocked_until_it_is_raised_knowingly(bench: Bench) -> None:
    bench.host.show_tasks(followed("S1", 41) + followed("S2", 12, first=100, status=TaskStatus.PENDING))
    bench.follow(*(f"user.{n}" for n in range(20)))
    errors = bench.text("summary_errors")
    assert "Ceiling of 60 follow tasks" in errors
    assert "Rack 1 · 01 would have 61 (41 today already)" in errors
    assert "02" not in errors
    assert not bench.create.isEnabled()
    bench.page.send()
    assert bench.host.asked == []
    bench.click("raise_ceiling_button")
    box = bench.page.findChild(QMessageBox, "ceiling_box")
    assert "60" in box.text()
    assert "61" in box.text()
    bench.qtbot.mouseClick(box.findChild(QPushButton, "ceiling_box.no"), Qt.MouseButton.LeftButton)
    assert bench.host.desk.ceilings["follow"] == 60
    bench.qtbot.waitUntil(lambda: bench.page.findChild(QMessageBox, "ceiling_box") is None)
    bench.click("raise_ceiling_button")
    box = bench.page.findChild(QMessageBox, "ceiling_box")
    bench.qtbot.mouseClick(box.findChild(QPushButton, "ceiling_box.yes"), Qt.MouseButton.LeftButton)
    assert bench.host.desk.ceilings == {"follow": 61, "unfollow": 60, "comment": 30}
    bench.qtbot.waitUntil(bench.create.isEnabled)
    bench.click("create_button")
    assert len(bench.host.asked) == 1


def test_what_was_just_sent_counts_against_the_ceiling(bench: Bench) -> None:
    bench.follow(*(f"user.{n}" for n in range(40)))
    bench.click("create_button")
    bench.follow(*(f"other.{n}" for n in range(40)))
    assert "would have 80 (40 today already)" in bench.text("summary_errors")
    bench.host.become(RequestState.CANCELLED)
    bench.host.become(RequestState.CANCELLED, number=2)
    bench.page.refresh()
    assert bench.text("summary_errors") == ""


def test_another_script_and_no_ceiling_block_nothing(bench: Bench) -> None:
    bench.host.show_tasks(followed("S1", 60))
    bench.page.open_script("post")
    assert bench.create.isEnabled()
    bench.host.desk.set_ceilings({})
    bench.follow("ann")
    assert bench.create.isEnabled()


def test_requests_rounds_and_a_rough_end(bench: Bench) -> None:
    bench.host.license = License("Starter", True, 2)
    bench.follow(*(f"user.{n}" for n in range(40)))
    assert "In 2 requests" in bench.text("summary_figures")
    assert "no figure yet" in bench.text("summary_figures")
    bench.host.show_tasks(followed("S1", 3) + followed("S2", 5, first=50, status=TaskStatus.PENDING))
    bench.page._planning._typical.clear()
    bench.page.refresh()
    # 120 tasks and 5 that wait, two at a time, 2 minutes each: 63 rounds from 09:44
    words = bench.text("summary_figures")
    assert "63 rounds of 2 min 0 s: done at 11:50" in words
    assert "rough" in words
    assert "Rack 1 · 02 gets 40 on top of 5" in words


def test_every_request_can_be_looked_at(bench: Bench) -> None:
    bench.follow(*(f"user.{n}" for n in range(50)))
    bench.click("show_request_button")
    number = bench.page.findChild(object, "request_number")
    assert number.isVisible()
    assert number.maximum() == len(bench.page.plan().requests) == 2
    pane = bench.find(QPlainTextEdit, "request_text")
    assert '"S1"' in pane.toPlainText()
    assert '"S3"' not in pane.toPlainText()
    number.setValue(2)
    assert '"S3"' in pane.toPlainText()


def test_more_than_one_batch_may_hold_is_refused_without_being_planned(bench: Bench) -> None:
    bench.host.desk.set_ceilings({})
    bench.follow(*(f"user.{n}" for n in range(34_000)))
    assert "at most 100,000 tasks" in bench.text("summary_errors")
    assert not bench.create.isEnabled()
    bench.click("show_request_button")
    assert bench.find(QPlainTextEdit, "request_text").toPlainText() == ""


def test_a_batch_of_many_requests_is_followed(bench: Bench) -> None:
    bench.follow(*(f"user.{n}" for n in range(50)))
    name = bench.page.findChild(object, "batch_name")
    name.setText("Monday")
    with bench.qtbot.assertNotEmitted(bench.page.tasks_created):
        bench.click("create_button")
        assert bench.host.last().name == "Monday"
        assert "Monday: 0 of 2 requests, 0 tasks made" in bench.text("batch_line_text")
        bench.host.answer(*range(1, 101), number=1)
        assert "1 of 2 requests, 100 tasks made" in bench.text("batch_line_text")
        bench.host.answer(*range(101, 151), number=2)
    assert bench.text("outcome_text") == "150 tasks created, 2 of 2 requests done."
    assert bench.text("batch_line_text") == ""
    assert name.text() == ""
    with bench.qtbot.waitSignal(bench.page.batch_wanted) as wanted:
        bench.click("outcome_show_batch")
    assert wanted.args == [bench.host.last().id]


def test_a_batch_is_paused_goes_on_and_is_cancelled(bench: Bench, loop: object) -> None:
    bench.follow(*(f"user.{n}" for n in range(50)))
    bench.click("create_button")
    bench.click("batch_line_pause")
    assert bench.host.last().paused
    assert bench.text("batch_line_text").endswith(", paused")
    bench.click("batch_line_resume")
    assert not bench.host.last().paused
    bench.host.answer(*range(1, 101), number=1)
    bench.click("batch_line_cancel")
    assert bench.host.last().states[RequestState.CANCELLED] == 1
    assert bench.text("outcome_text") == "100 tasks created, 1 of 2 requests done."
    assert bench.text("batch_line_text") == ""


def test_the_proposed_name_says_what_it_is(bench: Bench) -> None:
    bench.follow("ann")
    assert bench.page.plan().name.startswith("follow, 23 Nov 09:44, 3 device")


def test_targets_that_change_under_the_finger_are_not_sent(bench: Bench) -> None:
    source(bench, "idle")
    bench.follow("ann")
    assert bench.create.isEnabled()
    state(bench.host, S1=DeviceState.OFFLINE)
    bench.page.send()
    assert bench.host.asked == []
    assert "changed this very moment" in bench.text("outcome_text")
    bench.page.send()
    assert [request.serials for request in bench.host.asked] == [("S2", "S3")]


def test_a_disk_that_takes_nothing_sends_nothing(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise BookProblem("The disk is full.")

    bench.follow("ann")
    monkeypatch.setattr(bench.host.batches._ledger._book, "add", full)
    bench.click("create_button")
    assert bench.text("outcome_text") == "Nothing was sent."
    assert "The disk is full." in bench.text("outcome_detail")
    assert bench.find(QPlainTextEdit, "field.target_users").toPlainText() == "ann"
    assert bench.host.asked == []


def test_the_words_of_a_device_stay_words(bench: Bench) -> None:
    bench.host.edit_device("S1", "{has} <b>50%</b> {0}", "", "")
    bench.host.show_tasks(followed("S1", 60))
    bench.follow("ann")
    assert "{has} <b>50%</b> {0} would have 61" in bench.page.findChild(QLabel, "summary_errors").text()
    assert datetime.fromisoformat(f"{DAY}T09:44") == bench.page.clock()
