"""The book of batches: what it holds after any end of the program, and on a disk that fails."""

import shutil
import sqlite3
import tempfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from gui.api.schemas import TaskRequest
from gui.scripts.secrets import MASK
from gui.store.batch_book import BatchBook
from gui.store.batch_records import BROKEN_OFF, INTERRUPTED, BatchRequest, BookProblem, RequestState

S = RequestState
REQUEST = TaskRequest("follow", {"target_users": ["a", "b"]}, serials=("S1", "S2"))


@pytest.fixture
def path(tmp_path):
    return tmp_path / "data" / "batches.sqlite"


def reopened(path):
    """Read what the next program finds if this one is killed now: from a copy of the files as they are."""
    folder = Path(tempfile.mkdtemp(dir=path.parent))
    for each in path.parent.glob(path.name + "*"):
        shutil.copy(each, folder)
    book = BatchBook(folder / path.name)
    try:
        return book.read()
    finally:
        book.close()
        shutil.rmtree(folder)


def test_everything_of_a_batch_comes_back(path):
    book = BatchBook(path)
    request = TaskRequest(
        "post", {"captions": "{a|b}\n🙂 שלום", "n": 1.5}, (), ("ann", "bob"), False, "16:40"
    )
    batch = book.add("naïve 名前 \ud800", "post", [(request, 2), (REQUEST, None)])
    done = replace(
        batch.requests[0],
        state=S.PARTLY,
        task_ids=(5, 7),
        reason="why",
        evidence="what",
        since_id=4,
        sent_at=12.5,
        missing=(("ann", "x"), ("bob", "")),
        since_mark="mark",
        sent_to="http://localhost:50809",
    )
    book.put([done], replace(batch, name="another", cancelled=True, paused=True, why_paused="so"))
    book.close()
    with closing(BatchBook(path)) as again:
        (found,) = again.read()
    assert found.requests == (done, batch.requests[1])
    assert (found.name, found.script_name, found.created_at) == ("another", "post", batch.created_at)
    assert (found.cancelled, found.paused, found.why_paused) == (True, True, "so")


def test_ids_are_never_given_twice(path):
    book = BatchBook(path)
    first = book.add("a", "follow", [(REQUEST, 4)])
    book.forget(first.id)
    assert book.add("b", "follow", [(REQUEST, 4)]).id > first.id
    assert [batch.name for batch in book.read()] == ["b"]
    book.close()


def test_a_killed_program_leaves_what_was_under_way_unknown_and_the_rest_paused(path):
    book = BatchBook(path)
    batch = book.add("a", "follow", [(REQUEST, 4)] * 3)
    book.put([replace(batch.requests[0], state=S.CREATED, task_ids=(1,))])
    book.put([replace(batch.requests[1], state=S.SENDING, since_id=1, sent_at=3.0)])
    (found,) = reopened(path)
    book.close()
    assert [each.state for each in found.requests] == [S.CREATED, S.UNKNOWN, S.WAITING]
    assert found.requests[1].reason == BROKEN_OFF
    assert found.requests[1].since_id == 1
    assert (found.paused, found.why_paused) == (True, INTERRUPTED)


def test_no_secret_is_written(path):
    book = BatchBook(path)
    config = {"chatgpt_settings": {"api_key": "sk-canary", "model": "m"}, "list": [{"api_key": "sk-canary"}]}
    marked = {"chatgpt_settings": {"api_key": {"keyring": "a.b"}}}
    batch = book.add("a", "account_warmup", [(TaskRequest("account_warmup", c), 1) for c in (config, marked)])
    book.put(batch.requests)
    first, second = (each.request.script_config for each in book.read()[0].requests)
    book.close()
    assert first["chatgpt_settings"] == {"api_key": MASK, "model": "m"}
    assert second == marked
    assert b"canary" not in b"".join(each.read_bytes() for each in path.parent.iterdir())


@pytest.mark.parametrize("content", [b"this is no database" * 400, b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_damaged_file_is_kept_aside(path, content):
    path.parent.mkdir()
    path.write_bytes(content)
    book = BatchBook(path)
    assert book.read() == []
    book.add("a", "follow", [(REQUEST, 4)])
    book.close()
    (aside,) = path.parent.glob("*.damaged-*")
    assert aside.read_bytes() == content
    assert aside.name in book.problem
    with closing(BatchBook(path)) as again:
        assert [batch.name for batch in again.read()] == ["a"]


def test_a_damaged_row_and_a_damaged_page_count_as_damage(path):
    for spoil in (_spoil_row, _spoil_pages):
        book = BatchBook(path)
        book.add("a", "follow", [(REQUEST, 4)] * 200)
        book.close()
        spoil(path)
        book = BatchBook(path)
        assert book.read() == []
        assert "damaged" in book.problem
        book.close()
    assert len(list(path.parent.glob("*.damaged-*"))) == 2


def _spoil_row(path):
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE requests SET request = '[1]' WHERE number = 3")


def _spoil_pages(path):
    content = bytearray(path.read_bytes())
    content[8192:] = b"\x5a" * (len(content) - 8192)
    path.write_bytes(content)


def test_a_file_of_a_later_version_is_kept_aside(path):
    book = BatchBook(path)
    book.add("a", "follow", [(REQUEST, 4)])
    book.close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 9")
    book = BatchBook(path)
    assert book.read() == []
    assert "another version" in book.problem
    book.close()


def test_a_full_disk_loses_nothing_and_later_changes_are_written(path):
    book = BatchBook(path)
    batch = book.add("a", "follow", [(REQUEST, 4)])
    pages = book._connection.execute("PRAGMA page_count").fetchone()[0]
    book._connection.execute(f"PRAGMA max_page_count = {pages}")  # how SQLite itself simulates a full disk
    big = TaskRequest("follow", {"target_users": ["x" * 100_000]}, serials=("S1",))
    with pytest.raises(BookProblem, match="full"):
        book.add("b", "follow", [(big, 1)])
    book.put([replace(batch.requests[0], state=S.CANCELLED)])
    book._connection.execute("PRAGMA max_page_count = 100000")
    book.add("c", "follow", [(big, 1)])
    assert [batch.name for batch in reopened(path)] == ["a", "c"]
    book.close()


def test_a_folder_that_cannot_be_made_is_a_problem_and_works_once_it_can(tmp_path):
    (tmp_path / "data").write_text("a file where the folder should be", encoding="utf-8")
    book = BatchBook(tmp_path / "data" / "batches.sqlite")
    with pytest.raises(BookProblem):
        book.read()
    with pytest.raises(BookProblem):
        book.add("a", "follow", [(REQUEST, 4)])
    (tmp_path / "data").unlink()
    assert book.add("a", "follow", [(REQUEST, 4)]).id == 1
    book.close()


def test_two_programs_do_not_share_one_book(path):
    first = BatchBook(path)
    first.add("a", "follow", [(REQUEST, 4)])
    with pytest.raises(BookProblem, match="another MatrixDeck"):
        BatchBook(path).read()
    first.close()
    second = BatchBook(path)
    assert len(second.read()) == 1
    second.close()


texts = st.text(max_size=12)


class Kept(RuleBasedStateMachine):
    """Whatever was written is there after the program was killed at any moment, and nothing else is."""

    @initialize()
    def begin(self):
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "batches.sqlite"
        self.book = BatchBook(self.path)
        self.model = {}

    @rule(name=texts, count=st.integers(1, 4))
    def add(self, name, count):
        batch = self.book.add(name, "follow", [(REQUEST, 4)] * count)
        self.model[batch.id] = batch

    @precondition(lambda self: self.model)
    @rule(
        data=st.data(),
        state=st.sampled_from(S),
        reason=texts,
        ids=st.lists(st.integers(1, 10**9), max_size=5),
    )
    def change(self, data, state, reason, ids):
        batch = self.model[data.draw(st.sampled_from(sorted(self.model)))]
        number = data.draw(st.integers(1, len(batch.requests)))
        held = list(batch.requests)
        held[number - 1] = replace(held[number - 1], state=state, reason=reason, task_ids=tuple(ids))
        self.book.put([held[number - 1]])
        self.model[batch.id] = replace(batch, requests=tuple(held))

    @precondition(lambda self: self.model)
    @rule(data=st.data(), name=texts, paused=st.booleans(), why=texts)
    def alter(self, data, name, paused, why):
        batch = self.model[data.draw(st.sampled_from(sorted(self.model)))]
        self.model[batch.id] = replace(batch, name=name, paused=paused, why_paused=why)
        self.book.put((), self.model[batch.id])

    @precondition(lambda self: self.model)
    @rule(data=st.data())
    def forget(self, data):
        batch_id = data.draw(st.sampled_from(sorted(self.model)))
        self.book.forget(batch_id)
        del self.model[batch_id]

    @rule()
    def restart(self):
        self.book.close()
        self.book = BatchBook(self.path)
        self.model = {batch.id: batch for batch in self.book.read()}

    @invariant()
    def a_killed_program_loses_nothing(self):
        found = {batch.id: batch for batch in reopened(self.path)}
        assert set(found) == set(self.model)
        for batch_id, batch in self.model.items():
            after = found[batch_id]
            assert after.name == batch.name
            for now, before in zip(after.requests, batch.requests, strict=True):
                assert now == as_after_the_end(before)
            waits = any(each.state is S.WAITING for each in batch.requests)
            assert after.paused == (batch.paused or waits)

    def teardown(self):
        self.book.close()
        shutil.rmtree(self.folder)


def as_after_the_end(request: BatchRequest) -> BatchRequest:
    if request.state is not S.SENDING:
        return request
    return replace(request, state=S.UNKNOWN, reason=BROKEN_OFF)


Kept.TestCase.settings = settings(max_examples=25, stateful_step_count=15, deadline=None)
TestKept = Kept.TestCase
