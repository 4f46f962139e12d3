"""What outlives the form: presets, drafts, keys; and tasks that are taken back into it."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QInputDialog,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from gui.api.schemas import Account, Task, TaskStatus
from gui.state.desk import Desk
from gui.store.drafts import DraftBook
from gui.store.key_ring import KeyRing
from tests.store.test_key_ring import Shelf
from tests.views.composing import Bench

SECRET = "sk-canary-5150"
KEY = "account_warmup.chatgpt_settings.api_key"


class Keeping(Bench):
    """A page over a folder, with a key store where one is given."""

    def __init__(self, qtbot: QtBot, folder: Path, shelf: Shelf | None = None) -> None:
        self.folder = folder
        self.desk = Desk(
            presets=folder / "presets.json",
            drafts=folder / "drafts.json",
            ring=KeyRing(shelf) if shelf is not None else KeyRing(),
        )
        super().__init__(qtbot, self.desk)

    def menu(self, name: str) -> None:
        self.page.findChild(QAction, name).trigger()

    def name_it(self, name: str) -> None:
        dialog = self.page.findChild(QInputDialog, "preset_name_dialog")
        dialog.setTextValue(name)
        dialog.accept()
        self.qtbot.waitUntil(lambda: self.page.findChild(QInputDialog, "preset_name_dialog") is None)

    def presets(self) -> list[str]:
        pick = self.find(QComboBox, "preset_pick")
        return [pick.itemText(i) for i in range(1, pick.count())]

    def pick(self, name: str) -> None:
        pick = self.find(QComboBox, "preset_pick")
        pick.setCurrentIndex(pick.findText(name))
        pick.activated.emit(pick.currentIndex())

    def users(self) -> str:
        return str(self.find(QPlainTextEdit, "field.target_users").toPlainText())

    def written(self) -> None:
        with self.qtbot.waitSignal(self.desk.drafts.written):
            self.desk.drafts.write_now()

    def chatgpt(self, key: str = SECRET) -> QLineEdit:
        self.page.open_script("account_warmup")
        self.find(QCheckBox, "field.generate_by_chatgpt").setChecked(True)
        self.page.refresh()
        field: QLineEdit = self.find(QLineEdit, "field.chatgpt_settings.api_key")
        if key:
            field.setText(key)
        return field


@pytest.fixture
def open_page(qtbot: QtBot, tmp_path: Path) -> Iterator[object]:
    opened = []

    def open_(shelf: Shelf | None = None) -> Keeping:
        opened.append(Keeping(qtbot, tmp_path, shelf))
        return opened[-1]

    yield open_
    for bench in opened:
        bench.host.close()


def test_a_preset_is_saved_changed_and_picked_again(open_page) -> None:
    bench = open_page()
    bench.follow("ann", "bob")
    bench.click("preset_save")
    bench.name_it("Bakers")
    assert bench.presets() == ["Bakers"]
    assert bench.text("preset_changed") == ""
    bench.follow("eve")
    bench.written()
    assert bench.text("preset_changed") == "changed"
    bench.menu("preset_save_as")
    bench.name_it(" bakers")
    assert "already" in bench.text("outcome_text")
    assert bench.presets() == ["Bakers"]
    bench.menu("preset_save_as")
    bench.name_it("Eve alone")
    bench.pick("Bakers")
    assert bench.users() == "ann\nbob"
    bench.menu("preset_rename")
    bench.name_it("Bread")
    bench.menu("preset_duplicate")
    assert bench.presets() == ["Bread", "Bread 2", "Eve alone"]
    bench.menu("preset_delete")
    box = bench.page.findChild(QMessageBox, "preset_delete_box")
    assert "Bread 2" in box.text()
    box.accept()
    assert bench.presets() == ["Bread", "Eve alone"]
    assert bench.users() == "ann\nbob"
    bench.page.open_script("unfollow")
    assert bench.presets() == []
    again = open_page()
    again.page.open_script("follow")
    assert again.presets() == ["Bread", "Eve alone"]


def test_presets_go_to_a_file_and_come_from_one(open_page, tmp_path: Path) -> None:
    bench = open_page()
    bench.follow("ann")
    bench.click("preset_save")
    bench.name_it("../Bakers 日本")
    bench.menu("preset_export")
    dialog = bench.page.findChild(QFileDialog, "preset_file_dialog")
    path = tmp_path / "export.json"
    with bench.qtbot.waitSignal(bench.desk.files.written):
        dialog.fileSelected.emit(str(path))
    dialog.reject()
    assert json.loads(path.read_text(encoding="utf-8"))["presets"][0]["name"] == "../Bakers 日本"
    bench.page._presets._files.take(path.read_text(encoding="utf-8"))
    assert bench.presets() == ["../Bakers 日本", "../Bakers 日本 2"]
    bench.qtbot.waitUntil(lambda: bench.page.findChild(QFileDialog, "preset_file_dialog") is None)
    path.write_text("no presets", encoding="utf-8")
    bench.menu("preset_import")
    dialog = bench.page.findChild(QFileDialog, "preset_file_dialog")
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    bench.qtbot.waitUntil(lambda: "holds no presets" in bench.text("outcome_text"))
    path.unlink()
    bench.desk.files.read(str(path))
    bench.qtbot.waitUntil(lambda: "could not be" in bench.text("outcome_text"))


def test_what_was_typed_is_back_at_the_next_start(open_page) -> None:
    bench = open_page()
    bench.follow("ann", "日本語 🍞")
    bench.click("targets.accounts")
    bench.find(QPlainTextEdit, "usernames").setPlainText("one\ntwo")
    bench.click("start.at")
    bench.written()
    again = open_page()
    assert again.users() == "ann\n日本語 🍞"
    assert again.page.request().usernames == ("one", "two")
    assert again.page.request().start_time == bench.page.request().start_time != ""
    assert "is back" in again.text("outcome_text")
    again.menu("form_clear")
    assert again.users() == ""
    again.written()
    assert DraftBook(again.folder / "drafts.json").load("follow")["target_users"] == []


def test_what_was_sent_does_not_come_back(open_page) -> None:
    bench = open_page()
    bench.follow("ann")
    bench.written()
    with bench.qtbot.waitSignal(bench.desk.drafts.written):
        bench.click("create_button")
    assert open_page().page.form().config() != {"target_users": ["ann"]}
    assert DraftBook(bench.folder / "drafts.json").load("follow") == {}


def test_a_key_goes_to_the_key_store_and_comes_from_there(open_page) -> None:
    shelf = Shelf()
    bench = open_page(shelf)
    bench.chatgpt()
    bench.written()
    bench.qtbot.waitUntil(lambda: list(shelf.kept.values()) == [SECRET])
    bench.qtbot.waitUntil(lambda: "Kept in the system" in bench.text("note.chatgpt_settings.api_key"))
    bench.click("preset_save")
    bench.name_it("Warm")
    bench.menu("form_clear")
    bench.pick("Warm")
    assert bench.find(QLineEdit, "field.chatgpt_settings.api_key").text() == SECRET
    again = open_page(shelf)
    bench.qtbot.waitUntil(lambda: again.chatgpt("").text() == SECRET)
    assert again.page.request().script_config["chatgpt_settings"]["api_key"] == SECRET
    assert SECRET not in "".join(path.read_text(encoding="utf-8") for path in bench.folder.iterdir())


def test_a_kept_key_can_be_forgotten(open_page) -> None:
    shelf = Shelf()
    bench = open_page(shelf)
    field = bench.chatgpt()
    bench.written()
    bench.qtbot.waitUntil(lambda: list(shelf.kept.values()) == [SECRET])
    bench.menu("form_forget_keys")
    assert field.text() == ""
    bench.qtbot.waitUntil(lambda: shelf.kept == {})
    assert bench.desk.keys.get(KEY) == ""
    assert bench.page.findChild(QAction, "form_forget_keys").isVisible()
    bench.page.open_script("follow")
    assert not bench.page.findChild(QAction, "form_forget_keys").isVisible()


def test_without_a_key_store_it_says_so_and_asks_again_at_the_next_start(open_page) -> None:
    bench = open_page()
    bench.desk.keys.ring.__dict__["_found"] = (None, "none")
    bench.chatgpt()
    bench.written()
    bench.qtbot.waitUntil(lambda: "Not kept" in bench.text("note.chatgpt_settings.api_key"))
    bench.page.refresh()
    assert "no key store here" in bench.text("summary_warnings")
    again = open_page()
    again.desk.keys.ring.__dict__["_found"] = (None, "none")
    field = again.chatgpt("")
    assert field.text() == ""
    bench.qtbot.waitUntil(lambda: "Type it again" in again.text("note.chatgpt_settings.api_key"))


def test_a_batch_holds_no_key_and_what_is_sent_does(open_page) -> None:
    bench = open_page(Shelf())
    bench.chatgpt()
    bench.page.refresh()
    bench.click("create_button")
    (request,) = bench.host.asked
    assert request.script_config["chatgpt_settings"]["api_key"] == {"keyring": KEY}
    sent = bench.desk.put_back(request.script_config)
    assert sent["chatgpt_settings"]["api_key"] == SECRET
    bench.page.refresh()
    assert not bench.create.isEnabled()


def task(number: int, users: list[str], serial: str, **more: object) -> Task:
    args = {"target_users": users, "access_method": "search", "username": "user.1"}
    return Task(
        number, "follow", serial, TaskStatus.FAILED, script_args=json.dumps(args), account="user.1", **more
    )


def test_a_task_is_taken_back_into_the_form(open_page) -> None:
    bench = open_page()
    bench.page.open_script("post")
    bench.page.take_task(task(1, ["ann"], "S2"))
    request = bench.page.request()
    assert request.script_name == "follow"
    assert request.serials == ("S2",)
    assert request.script_config == {"target_users": ["ann"], "access_method": "search"}
    assert "Nothing is sent yet" in bench.text("outcome_text")
    assert bench.host.asked == []
    bench.page.set_selected_devices(("S1",))
    assert bench.page.request().serials == ("S2",)


def test_the_account_is_the_target_where_the_device_has_others(open_page) -> None:
    bench = open_page()
    bench.host._registry.take_accounts(
        [Account(n, f"user.{n}", device="S2", device_online=True) for n in (1, 2)]
    )
    bench.page.take_task(task(1, ["ann"], "S2"))
    assert bench.page.request().usernames == ("user.1",)
    assert bench.page.request().serials == ()


def test_failed_tasks_are_made_again_pair_by_pair(open_page) -> None:
    bench = open_page()
    bench.page.take_tasks((task(1, ["ann"], "S1"), task(2, ["bob"], "S2"), task(3, ["ann"], "S3")))
    requests = [each.request for each in bench.page.plan().requests]
    pairs = {(s, user) for r in requests for s in r.serials for user in r.script_config["target_users"]}
    assert pairs == {("S1", "ann"), ("S3", "ann"), ("S2", "bob")}
    assert bench.page.summary().count == 3
    assert bench.create.text().startswith("Create 3 ")
    assert "pairs" in bench.text("outcome_detail")
    bench.find(QPlainTextEdit, "field.target_users").appendPlainText("eve")
    bench.page.form().field("target_users").left.emit()
    bench.qtbot.waitUntil(lambda: bench.page.summary().count == 9)


def test_what_cannot_be_taken_is_told(open_page) -> None:
    bench = open_page()
    args = {
        "task_duration": "long",
        "newfangled": 1,
        "topic": "bread",
        "generate_by_chatgpt": True,
        "chatgpt_settings": {"api_key": "sk-of-somebody", "model": "m"},
    }
    bench.page.take_task(Task(1, "account_warmup", "S1", script_args=json.dumps(args)))
    detail = bench.text("outcome_detail")
    assert "newfangled" in detail
    assert "task_duration" in detail
    assert "Keys are never taken" in detail
    config = bench.page.form().config()
    assert config["topic"] == "bread"
    assert config["chatgpt_settings"]["model"] == "m"
    assert config["chatgpt_settings"]["api_key"] == ""
    bench.page.take_task(Task(2, "super_marketing", "S1"))
    assert "super_marketing" in bench.text("outcome_text")
    bench.page.take_task(Task(3, "follow", "S1", script_args="{broken"))
    assert "cannot be read" in bench.text("outcome_detail")
    bench.page.take_tasks(())
    assert bench.find(QPushButton, "create_button")
