import threading

import pytest

from gui.scripts.secrets import MissingSecret
from gui.state.desk import Desk
from gui.state.drafting import Drafting
from gui.state.keys import KeyPlace, Keys
from gui.store.drafts import DraftBook
from gui.store.key_ring import KeyRing

CANARY = "sk-canary-5150"


class Slow:
    """A key store that answers only when it is let."""

    def __init__(self):
        self.kept = {}
        self.let = threading.Event()

    def get_password(self, _service, username):
        assert self.let.wait(10)
        return self.kept.get(username)

    def set_password(self, _service, username, password):
        assert self.let.wait(10)
        self.kept[username] = password

    def delete_password(self, _service, username):
        del self.kept[username]


@pytest.fixture
def desk(qtbot, tmp_path):
    desk = Desk(drafts=tmp_path / "drafts.json", ring=KeyRing(Slow()))
    yield desk
    desk.keys.ring._given.let.set()
    desk.close()
    desk.deleteLater()


def test_a_slow_key_store_holds_nobody_up(qtbot, desk):
    keys, store = desk.keys, desk.keys.ring._given
    keys.put("a.key", CANARY)
    assert keys.get("a.key") == CANARY
    assert keys.place("a.key") is KeyPlace.NOWHERE
    assert desk.put_back({"k": {"keyring": "a.key"}}) == {"k": CANARY}
    with qtbot.waitSignal(keys.changed):
        store.let.set()
    assert store.kept == {"a.key": CANARY}
    assert keys.place("a.key") is KeyPlace.STORE
    with qtbot.waitSignal(keys.changed):
        keys.forget("a.key")
    assert store.kept == {}
    with pytest.raises(MissingSecret):
        desk.put_back({"k": {"keyring": "a.key"}})


def test_a_kept_key_is_found_by_the_next_panel(qtbot):
    store = Slow()
    store.let.set()
    store.kept["a.key"] = CANARY
    keys = Keys(KeyRing(store))
    with qtbot.waitSignal(keys.changed):
        keys.ask("a.key")
    assert (keys.get("a.key"), keys.place("a.key")) == (CANARY, KeyPlace.STORE)
    keys.close()
    keys.deleteLater()


def test_what_is_typed_last_wins_over_what_is_read(qtbot):
    store = Slow()
    store.kept["a.key"] = "old"
    keys = Keys(KeyRing(store))
    keys.ask("a.key")
    keys.put("a.key", "new")
    with qtbot.waitSignal(keys.changed):
        store.let.set()
    qtbot.waitUntil(lambda: store.kept["a.key"] == "new")
    assert keys.get("a.key") == "new"
    keys.close()
    keys.deleteLater()


def test_drafts_are_written_a_moment_after_and_only_the_last(qtbot, tmp_path):
    path = tmp_path / "drafts.json"
    drafting = Drafting(DraftBook(path))
    asked = []
    for number in range(5):
        drafting.touch("follow", lambda number=number: asked.append(number) or {"a": number})
    assert not path.exists()
    with qtbot.waitSignal(drafting.written):
        pass
    assert asked == [4]
    assert DraftBook(path).load("follow") == {"a": 4}
    drafting.touch("follow", lambda: {"a": 9})
    drafting.close()
    assert DraftBook(path).load("follow") == {"a": 9}
    drafting.drop("follow")
    drafting.close()
    assert DraftBook(path).load("follow") == {}
    drafting.deleteLater()


def test_a_disk_that_takes_no_drafts_is_told_once(qtbot, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    drafting = Drafting(DraftBook(blocked / "drafts.json"))
    told = []
    drafting.problem.connect(told.append)
    for _ in range(2):
        drafting.touch("follow", lambda: {"a": 1})
        with qtbot.waitSignal(drafting.written):
            drafting.write_now()
    assert len(told) == 1
    assert "could not be saved" in told[0]
    drafting.close()
    drafting.deleteLater()


def test_ceilings_are_told_when_they_change(qtbot, desk):
    assert desk.ceilings["follow"] == 60
    with qtbot.waitSignal(desk.ceilings_changed) as told:
        desk.raise_ceiling("follow", 90)
    assert told.args == [{"follow": 90, "unfollow": 60, "comment": 30}]
    with qtbot.assertNotEmitted(desk.ceilings_changed):
        desk.set_ceilings(dict(desk.ceilings))


def test_files_are_read_and_written_in_a_thread(qtbot, desk, tmp_path):
    path = tmp_path / "presets.json"
    with qtbot.waitSignal(desk.files.written):
        desk.files.write(str(path), "日本語 🍞")
    with qtbot.waitSignal(desk.files.read_done) as read:
        desk.files.read(str(path))
    assert read.args == ["日本語 🍞"]
    path.write_bytes(b"\xff\xfe\x00binary")
    for bad in (path, tmp_path, tmp_path / "nowhere"):
        with qtbot.waitSignal(desk.files.failed):
            desk.files.read(str(bad))
    with qtbot.waitSignal(desk.files.failed):
        desk.files.write(str(tmp_path / "no folder" / "a.json"), "x")
