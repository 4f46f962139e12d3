"""Batches against the real simulator process: the panel must say what the simulator's database holds."""

import re
from contextlib import closing, contextmanager
from dataclasses import replace

import pytest

from gui.api.errors import Rejected, Unreadable
from gui.api.schemas import TaskRequest
from gui.scripts.secrets import MASK
from gui.state import batch_words as words
from gui.state import sender
from gui.state.plan import Plan, PlannedRequest, plan
from gui.state.sealed import filled_in, scrubbed
from gui.store.batch_book import BatchBook
from gui.store.batch_records import INTERRUPTED, RequestState
from tests.faults import Fault, FaultProxy

WAIT_MS = 20_000
S = RequestState


def quiet(simulator, *arguments, **options):
    return simulator("--seed", "7", "--tasks", "0", *arguments, **options)


def serials(server, count):
    return tuple(r[0] for r in server.rows("SELECT serial FROM devices ORDER BY serial LIMIT ?", count))


def follow(places, *targets, name="a batch"):
    config = {"target_users": list(targets), "access_method": "direct"}
    return plan("follow", [(config, tuple(places))], name=name)


def made(server):
    """Return how often the server has each device and target."""
    return server.rows(
        "SELECT serial, json_extract(script_args, '$.target_users[0]'), count(*) FROM tasks GROUP BY 1, 2"
    )


@pytest.fixture
def connected(start_host, qtbot):
    """Start a host and wait until it has read everything; looks settle soon."""

    def start(url, **options):
        host = start_host(url, **options)
        host.batches.settle_s = 0.2
        qtbot.waitSignal(host.ready, timeout=WAIT_MS).wait()
        return host

    return start


def settled(host, batch_id):
    batch = host.batches.batches[batch_id]
    return not batch.unfinished


def test_a_batch_is_created_followed_and_shown(simulator, connected, qtbot):
    server = quiet(simulator, "--speed", "1000")
    host = connected(server.url)
    places = serials(server, 4)
    batch_id = host.batches.submit(follow(places, *(f"user{i}" for i in range(60))))
    assert host.batches.batches[batch_id].expected == 240
    qtbot.waitUntil(lambda: settled(host, batch_id), timeout=WAIT_MS)
    batch = host.batches.batches[batch_id]
    assert batch.states == {S.CREATED: 4}
    assert len(set(batch.task_ids)) == batch.created == 240
    assert sorted(made(server)) == sorted((p, f"user{i}", 1) for p in places for i in range(60))
    qtbot.waitUntil(lambda: set(batch.task_ids) <= set(host.tasks), timeout=WAIT_MS)
    qtbot.waitUntil(lambda: host.batches.progress(batch_id).done > 0, timeout=WAIT_MS)
    progress = host.batches.progress(batch_id)
    assert progress.waiting + progress.running + progress.done + progress.failed == 240
    assert set(progress.by_device) == set(places)


@pytest.fixture
def broken_line(simulator, connected):
    """A quiet world, a proxy before it, and a host behind that."""
    server = quiet(simulator, "--speed", "0.01")
    with FaultProxy(server.port, late_s=0.6) as proxy:
        yield server, proxy, connected(proxy.url)


def posts(proxy):
    return sum(line.startswith("POST") for line in proxy.seen)


def batch_of(host, batch_id):
    return host.batches.batches[batch_id]


def states(host, batch_id):
    return [each.state for each in batch_of(host, batch_id).requests]


def single(places, *names):
    """A plan of one request a target."""
    parts = [follow(places, name).requests[0] for name in names]
    return Plan("parts", "follow", tuple(parts))


@pytest.mark.parametrize(
    "fault", [Fault.RESET_LATE, Fault.RESET_MID_BODY, Fault.TRUNCATE, Fault.GARBAGE_LATE]
)
def test_what_arrived_although_its_answer_was_lost_is_found(broken_line, qtbot, fault):
    server, proxy, host = broken_line
    proxy.once(fault, "POST")
    told = []
    host.batches.request_done.connect(told.append)
    batch_id = host.batches.submit(single(serials(server, 3), "ann", "bob"))
    qtbot.waitUntil(lambda: len(told) == 3, timeout=WAIT_MS)
    first, second = batch_of(host, batch_id).requests
    assert (first.state, second.state) == (S.CREATED, S.CREATED)
    assert words.taken_apart(first.evidence)[0] == words.ALL_THERE
    assert [(each.number, each.state) for each in told] == [(1, S.UNKNOWN), (1, S.CREATED), (2, S.CREATED)]
    assert told[0].error.maybe_done
    assert posts(proxy) == 2
    assert {count for _, _, count in made(server)} == {1}
    qtbot.waitUntil(lambda: set(batch_of(host, batch_id).task_ids) <= set(host.tasks), timeout=WAIT_MS)


@pytest.mark.parametrize("fault", [Fault.RESET_EARLY, Fault.GARBAGE])
def test_what_did_not_arrive_is_said_not_to_exist_and_sent_again_on_demand(broken_line, qtbot, fault):
    server, proxy, host = broken_line
    proxy.once(fault, "POST")
    batch_id = host.batches.submit(single(serials(server, 2), "ann", "bob"))
    qtbot.waitUntil(lambda: settled(host, batch_id), timeout=WAIT_MS)
    assert states(host, batch_id) == [S.NOT_CREATED, S.CREATED]
    assert words.taken_apart(batch_of(host, batch_id).requests[0].evidence)[0] == words.NONE_THERE
    assert {target for _, target, _ in made(server)} == {"bob"}
    host.batches.send_again(batch_id)
    qtbot.waitUntil(lambda: states(host, batch_id) == [S.CREATED] * 2, timeout=WAIT_MS)
    assert {count for _, _, count in made(server)} == {1}
    host.batches.send_again(batch_id)
    host.batches.look_up(batch_id)
    assert states(host, batch_id) == [S.CREATED] * 2
    assert posts(proxy) == 3


def test_what_has_arrived_late_is_not_sent_again(broken_line, qtbot, monkeypatch):
    server, proxy, host = broken_line
    monkeypatch.setattr(host.api._transport, "_deadline", 0.2)
    proxy.once(Fault.LATE, "POST")
    batch_id = host.batches.submit(single(serials(server, 2), "ann"))
    qtbot.waitUntil(lambda: states(host, batch_id) == [S.NOT_CREATED], timeout=WAIT_MS)
    qtbot.waitUntil(lambda: len(made(server)) == 2, timeout=WAIT_MS)
    host.batches.send_again(batch_id)
    qtbot.waitUntil(lambda: states(host, batch_id) == [S.CREATED], timeout=WAIT_MS)
    assert posts(proxy) == 1
    assert batch_of(host, batch_id).created == 2


def test_what_nobody_can_tell_is_sent_again_only_when_that_is_asked_for(broken_line, qtbot):
    server, proxy, host = broken_line
    proxy.once(Fault.TWICE_CUT, "POST")
    batch_id = host.batches.submit(single(serials(server, 2), "ann"))
    evidence = lambda: batch_of(host, batch_id).requests[0].evidence  # noqa: E731
    qtbot.waitUntil(lambda: bool(evidence()), timeout=WAIT_MS)
    assert states(host, batch_id) == [S.UNKNOWN]
    assert words.taken_apart(evidence())[0] == words.TOO_MANY
    host.batches.send_again(batch_id)
    assert states(host, batch_id) == [S.UNKNOWN]
    host.batches.send_again(batch_id, {S.UNKNOWN})
    qtbot.waitUntil(lambda: states(host, batch_id) == [S.CREATED], timeout=WAIT_MS)
    assert {count for _, _, count in made(server)} == {3}  # two by the line, one by the operator


def test_one_refusal_does_not_lose_the_rest(broken_line, qtbot):
    server, proxy, host = broken_line
    places = serials(server, 2)
    bad = PlannedRequest(TaskRequest("follow", {"target_users": ["x"], "access_method": "no"}, places), 2)
    good = single(places, "ann", "bob").requests
    told = []
    host.batches.request_done.connect(told.append)
    batch_id = host.batches.submit(Plan("mixed", "follow", (good[0], bad, good[1])))
    qtbot.waitUntil(lambda: settled(host, batch_id), timeout=WAIT_MS)
    assert states(host, batch_id) == [S.CREATED, S.REFUSED, S.CREATED]
    assert "access_method" in batch_of(host, batch_id).requests[1].reason
    assert told[1].error.field == "access_method"
    host.batches.send_again(batch_id)
    qtbot.waitUntil(lambda: len(told) == 4 and settled(host, batch_id), timeout=WAIT_MS)
    assert states(host, batch_id) == [S.CREATED, S.REFUSED, S.CREATED]
    assert posts(proxy) == 4


def test_pause_resume_cancel_and_send_the_rest(broken_line, qtbot):
    server, proxy, host = broken_line
    names = [f"user{each}" for each in range(30)]
    batch_id = host.batches.submit(single(serials(server, 1), *names))
    qtbot.waitUntil(lambda: batch_of(host, batch_id).created > 2, timeout=WAIT_MS)
    host.batches.pause(batch_id)
    qtbot.waitUntil(lambda: not batch_of(host, batch_id).states[S.SENDING], timeout=WAIT_MS)
    waiting = batch_of(host, batch_id).states[S.WAITING]
    other = host.batches.submit(single(serials(server, 1), "other"))
    qtbot.waitUntil(lambda: settled(host, other), timeout=WAIT_MS)
    assert batch_of(host, batch_id).states[S.WAITING] == waiting > 0
    assert posts(proxy) == 31 - waiting
    host.batches.cancel(batch_id)
    assert batch_of(host, batch_id).states[S.CANCELLED] == waiting
    host.batches.resume(batch_id)
    host.batches.send_rest(batch_id)
    qtbot.waitUntil(lambda: settled(host, batch_id), timeout=WAIT_MS)
    assert batch_of(host, batch_id).states == {S.CREATED: 30}
    assert {count for _, _, count in made(server)} == {1}
    assert posts(proxy) == 31


def test_a_line_that_is_down_pauses_the_batch_and_loses_nothing(broken_line, qtbot):
    server, proxy, host = broken_line
    proxy.fault = Fault.REFUSE
    batch_id = host.batches.submit(single(serials(server, 2), "ann", "bob"))
    qtbot.waitUntil(
        lambda: words.taken_apart(batch_of(host, batch_id).why_paused)[0] == words.LINE_BROKE, timeout=WAIT_MS
    )
    assert states(host, batch_id) == [S.WAITING] * 2
    proxy.fault = Fault.PASS
    host.batches.resume(batch_id)
    qtbot.waitUntil(lambda: settled(host, batch_id), timeout=WAIT_MS)
    assert states(host, batch_id) == [S.CREATED] * 2


def test_earlier_batches_are_known_without_a_connection(start_host, unused_port, tmp_path, qtbot):
    book = BatchBook(tmp_path / "batches.sqlite")
    batch = book.add("left", "follow", [(each.request, 1) for each in single(["S1"], "ann").requests])
    book.close()
    host = start_host(f"http://127.0.0.1:{unused_port}", batch_book=tmp_path / "batches.sqlite")
    with qtbot.waitSignal(host.batches.added, timeout=WAIT_MS) as added:
        pass
    assert added.args == [batch.id]
    assert batch_of(host, batch.id).paused


def test_without_a_connection_nothing_is_sent(start_host, unused_port, qtbot):
    host = start_host(f"http://127.0.0.1:{unused_port}")
    batch_id = host.batches.submit(single(["S1"], "ann"))
    qtbot.waitUntil(lambda: batch_of(host, batch_id).paused, timeout=WAIT_MS)
    assert batch_of(host, batch_id).why_paused == words.NOT_CONNECTED
    assert states(host, batch_id) == [S.WAITING]


def test_a_connection_that_is_closed_under_a_request_leaves_it_unknown(broken_line, simulator, qtbot):
    server, proxy, host = broken_line
    proxy.once(Fault.BLACK_HOLE, "POST")
    batch_id = host.batches.submit(single(serials(server, 1), "ann", "bob"))
    qtbot.waitUntil(lambda: posts(proxy) == 1, timeout=WAIT_MS)
    host.set_url(server.url)  # the same world by another address; an empty list does not show that
    qtbot.waitUntil(lambda: states(host, batch_id)[0] is S.UNKNOWN, timeout=WAIT_MS)
    evidence = lambda: batch_of(host, batch_id).requests[0].evidence  # noqa: E731
    qtbot.waitUntil(lambda: bool(evidence()), timeout=WAIT_MS)
    assert states(host, batch_id)[0] is S.UNKNOWN
    assert words.taken_apart(evidence())[0] == words.OTHER_SERVER
    assert words.taken_apart(batch_of(host, batch_id).why_paused)[0] == words.MOVED
    assert states(host, batch_id)[1] is S.WAITING


def test_the_next_program_looks_up_what_this_one_left_and_sends_nothing_by_itself(
    simulator, connected, tmp_path, qtbot
):
    server = quiet(simulator)
    path = tmp_path / "batches.sqlite"
    book = BatchBook(path)
    plan_ = single(serials(server, 1), "ann", "bob")
    batch = book.add("left", "follow", [(each.request, each.expected) for each in plan_.requests])
    book.put([replace(batch.requests[0], state=S.SENDING, since_id=0, sent_at=1.0, sent_to=server.url)])
    book.close()
    host = connected(server.url, batch_book=path)
    qtbot.waitUntil(lambda: host.batches.is_read, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: states(host, batch.id) == [S.NOT_CREATED, S.WAITING], timeout=WAIT_MS)
    assert batch_of(host, batch.id).paused
    assert batch_of(host, batch.id).why_paused == INTERRUPTED
    assert not made(server)
    host.batches.resume(batch.id)
    qtbot.waitUntil(lambda: states(host, batch.id) == [S.NOT_CREATED, S.CREATED], timeout=WAIT_MS)


def test_a_batch_is_renamed_and_forgotten_for_good(simulator, connected, tmp_path, qtbot, finish):
    server = quiet(simulator)
    path = tmp_path / "batches.sqlite"
    host = connected(server.url, batch_book=path)
    kept, dropped = (host.batches.submit(single(serials(server, 1), name)) for name in ("ann", "bob"))
    qtbot.waitUntil(lambda: settled(host, kept) and settled(host, dropped), timeout=WAIT_MS)
    host.batches.rename(kept, "another 🙂 שם")
    with qtbot.waitSignal(host.batches.removed):
        host.batches.forget(dropped)
    finish(host.stop_polling())
    with closing(BatchBook(path)) as again:
        (found,) = again.read()
    assert (found.name, found.states) == ("another 🙂 שם", {S.CREATED: 1})
    assert found.requests == batch_of(host, kept).requests


def test_where_nothing_can_be_written_nothing_is_sent(simulator, connected, tmp_path, qtbot):
    server = quiet(simulator)
    (tmp_path / "data").write_text("no folder", encoding="utf-8")
    host = connected(server.url, batch_book=tmp_path / "data" / "batches.sqlite")
    problems = []
    host.batches.problem.connect(problems.append)
    assert host.batches.submit(single(serials(server, 1), "ann")) is None
    assert len(problems) == 1
    assert not host.batches.batches
    (tmp_path / "data").unlink()
    batch_id = host.batches.submit(single(serials(server, 1), "bob"))
    qtbot.waitUntil(lambda: settled(host, batch_id), timeout=WAIT_MS)
    assert [target for _, target, _ in made(server)] == ["bob"]


def test_a_disk_that_fills_up_under_way_pauses_the_batch(simulator, connected, tmp_path, qtbot):
    server = quiet(simulator)
    book = FullBook(tmp_path / "batches.sqlite")
    host = connected(server.url, batch_book=book)
    problems = []
    host.batches.problem.connect(problems.append)
    book.left = 3
    batch_id = host.batches.submit(single(serials(server, 1), *(f"user{n}" for n in range(6))))
    qtbot.waitUntil(lambda: batch_of(host, batch_id).paused, timeout=WAIT_MS)
    assert states(host, batch_id) == [S.CREATED] * 1 + [S.WAITING] * 5
    assert "full" in batch_of(host, batch_id).why_paused
    assert problems
    assert len(made(server)) == 1
    book.left = 10**6
    host.batches.resume(batch_id)
    qtbot.waitUntil(lambda: settled(host, batch_id), timeout=WAIT_MS)
    assert len(made(server)) == 6
    assert {count for _, _, count in made(server)} == {1}


class FullBook(BatchBook):
    """A book whose disk is full after so many changes; SQLite says so as it would on a full disk."""

    left = 10**6

    @contextmanager
    def _transaction(self):
        self.left -= 1
        with super()._transaction() as connection:
            pages = connection.execute("PRAGMA page_count").fetchone()[0]
            if self.left < 0:
                connection.execute(f"PRAGMA max_page_count = {pages}")
                connection.execute("CREATE TABLE filler AS SELECT zeroblob(99999) AS content")
            yield connection


def test_a_damaged_book_is_told(start_host, simulator, tmp_path, qtbot):
    path = tmp_path / "batches.sqlite"
    path.write_bytes(b"no database" * 999)
    server = quiet(simulator)
    host = start_host(server.url, batch_book=path)
    with qtbot.waitSignal(host.batches.problem, timeout=WAIT_MS) as told:
        pass
    assert "damaged" in told.args[0]
    batch_id = host.batches.submit(single(serials(server, 1), "ann"))
    assert batch_id is not None


WARMUP = {"generate_by_chatgpt": True, "chatgpt_settings": {"api_key": {"keyring": "warm"}, "max_tokens": 5}}


def test_a_secret_is_put_in_only_on_the_way_out(simulator, connected, tmp_path, qtbot):
    server = quiet(simulator)
    keys = {}

    def put_back(config):
        return {**config, "chatgpt_settings": {**config["chatgpt_settings"], "api_key": keys["warm"]}}

    host = connected(server.url, batch_book=tmp_path / "book" / "batches.sqlite", put_back=put_back)
    planned = plan("account_warmup", [(WARMUP, serials(server, 1))])
    with qtbot.waitSignal(host.batches.problem, timeout=WAIT_MS):
        batch_id = host.batches.submit(planned)
    qtbot.waitUntil(lambda: batch_of(host, batch_id).paused, timeout=WAIT_MS)
    assert words.taken_apart(batch_of(host, batch_id).why_paused)[0] == words.KEY_UNKNOWN
    keys["warm"] = "sk-canary"
    host.batches.resume(batch_id)
    qtbot.waitUntil(lambda: settled(host, batch_id), timeout=WAIT_MS)
    assert states(host, batch_id) == [S.CREATED]
    assert "sk-canary" in server.rows("SELECT script_args FROM tasks")[0][0]
    bad = {**WARMUP, "task_duration": 1}
    refused = host.batches.submit(plan("account_warmup", [(bad, serials(server, 1))]))
    qtbot.waitUntil(lambda: settled(host, refused), timeout=WAIT_MS)
    assert states(host, refused) == [S.REFUSED]
    written = b"".join(each.read_bytes() for each in (tmp_path / "book").iterdir())
    assert b"keyring" in written
    assert b"canary" not in written


async def test_no_server_word_brings_a_secret_back():
    error = scrubbed(Rejected("api_key: 'sk-canary' is wrong"), {"api_key": "sk-canary"})
    assert "canary" not in str(error) + error.detail
    with pytest.raises(LookupError):
        await filled_in({"api_key": MASK}, dict)
    with pytest.raises(LookupError):
        await filled_in({"a": [{"api_key": {"keyring": "x"}}]}, dict)


def test_retry_the_failed_and_delete_what_has_not_begun(simulator, connected, qtbot):
    server = quiet(simulator, "--speed", "0.001")
    host = connected(server.url)
    batch_id = host.batches.submit(follow(serials(server, 4), "ann"))
    qtbot.waitUntil(lambda: settled(host, batch_id), timeout=WAIT_MS)
    ids = batch_of(host, batch_id).task_ids
    server.change("UPDATE tasks SET status = 3, retry_count = 0, next_at = NULL WHERE id = ?", ids[0])
    server.change("UPDATE tasks SET status = 0, next_at = 9e12 WHERE id > ?", ids[0])
    count = lambda: host.batches.progress(batch_id)  # noqa: E731
    qtbot.waitUntil(lambda: count().failed == 1, timeout=WAIT_MS)
    host.batches.retry_failed(batch_id)
    qtbot.waitUntil(lambda: count().failed == 0, timeout=WAIT_MS)
    server.change("UPDATE tasks SET next_at = 9e12 WHERE status IN (0, 1)")
    qtbot.waitUntil(lambda: count().waiting == 4, timeout=WAIT_MS)
    host.batches.delete_left(batch_id)
    qtbot.waitUntil(lambda: count().gone == 4, timeout=WAIT_MS)
    assert not made(server)


def test_a_defect_under_way_ends_nothing_and_what_was_sent_is_looked_up(broken_line, qtbot, monkeypatch):
    server, _, host = broken_line

    def defect(*_):
        raise ValueError("a defect")

    with monkeypatch.context() as patch:
        patch.setattr(sender, "after_answer", defect)
        batch_id = host.batches.submit(single(serials(server, 1), "ann", "bob"))
        qtbot.waitUntil(lambda: batch_of(host, batch_id).paused, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: states(host, batch_id) == [S.CREATED, S.WAITING], timeout=WAIT_MS)
    assert words.taken_apart(batch_of(host, batch_id).why_paused)[0] == words.PANEL_FAILED
    host.batches.resume(batch_id)
    qtbot.waitUntil(lambda: states(host, batch_id) == [S.CREATED] * 2, timeout=WAIT_MS)
    assert {count for _, _, count in made(server)} == {1}


def test_sending_again_does_not_resume_what_the_operator_paused(broken_line, qtbot):
    server, proxy, host = broken_line
    proxy.once(Fault.RESET_EARLY, "POST")
    batch_id = host.batches.submit(single(serials(server, 1), "ann", "bob"))
    host.batches.pause(batch_id)
    assert states(host, batch_id) == [S.WAITING] * 2
    host.batches.resume(batch_id)
    qtbot.waitUntil(lambda: batch_of(host, batch_id).states[S.UNKNOWN] == 1, timeout=WAIT_MS)
    host.batches.pause(batch_id)
    qtbot.waitUntil(lambda: states(host, batch_id) == [S.NOT_CREATED, S.WAITING], timeout=WAIT_MS)
    host.batches.send_again(batch_id)
    assert batch_of(host, batch_id).paused
    host.batches.resume(batch_id)
    qtbot.waitUntil(lambda: states(host, batch_id) == [S.CREATED] * 2, timeout=WAIT_MS)


def test_every_sentence_can_be_taken_apart_again():
    for template in (*words.EVIDENCE, *words.REASONS):
        names = set(re.findall(r"{(\w+)}", template))
        values = {name: f"a {name}, or 2" for name in names}
        assert words.taken_apart(template.format(**values)) == (template, values)
    assert words.taken_apart("something else") == ("something else", {})


def test_a_list_that_cannot_be_read_holds_the_rest_back_until_patience_ends(broken_line, qtbot, monkeypatch):
    server, proxy, host = broken_line
    monkeypatch.setattr(sender, "LOOK_AGAIN_S", 0.05)
    monkeypatch.setattr(sender, "PATIENCE_S", 0.5)
    proxy.once(Fault.RESET_LATE, "POST")
    unreadable = True
    real = type(host.api).list_tasks

    async def list_tasks(api, **how):
        if unreadable and posts(proxy):
            raise Unreadable("a web page")
        return await real(api, **how)

    monkeypatch.setattr(type(host.api), "list_tasks", list_tasks)
    batch_id = host.batches.submit(single(serials(server, 1), "ann", "bob"))
    qtbot.waitUntil(lambda: batch_of(host, batch_id).paused, timeout=WAIT_MS)
    first = batch_of(host, batch_id).requests[0]
    assert (first.state, words.taken_apart(first.evidence)[0]) == (S.UNKNOWN, words.UNREADABLE)
    assert words.taken_apart(batch_of(host, batch_id).why_paused)[0] == words.STILL_UNCLEAR
    host.batches.send_again(batch_id, {S.UNKNOWN})  # cannot be looked for, and so is not sent
    host.batches.resume(batch_id)
    qtbot.waitUntil(lambda: batch_of(host, batch_id).paused, timeout=WAIT_MS)
    # Which of the two asked for the list first, the look-up put off or the sending, is a matter of moments.
    why = words.taken_apart(batch_of(host, batch_id).why_paused)[0]
    assert why in {words.LINE_BROKE, words.STILL_UNCLEAR}
    assert posts(proxy) == 1
    unreadable = False
    host.batches.resume(batch_id)
    qtbot.waitUntil(lambda: states(host, batch_id) == [S.CREATED] * 2, timeout=WAIT_MS)
    assert {count for _, _, count in made(server)} == {1}
    assert posts(proxy) == 2


def test_what_could_not_be_looked_up_is_tried_again_by_itself(broken_line, qtbot, monkeypatch):
    server, proxy, host = broken_line
    monkeypatch.setattr(sender, "PATIENCE_S", 0.0)
    monkeypatch.setattr(sender, "MOST_PATIENT_S", 0.2)
    proxy.once(Fault.RESET_LATE, "POST")
    failures = 4
    real = type(host.api).list_tasks

    async def list_tasks(api, **how):
        nonlocal failures
        if posts(proxy) and failures and how.get("page_size") == 100 and "status" not in how:
            failures -= 1
            raise Unreadable("a web page")
        return await real(api, **how)

    monkeypatch.setattr(type(host.api), "list_tasks", list_tasks)
    batch_id = host.batches.submit(single(serials(server, 1), "ann"))
    qtbot.waitUntil(lambda: states(host, batch_id) == [S.CREATED], timeout=WAIT_MS)
    assert not failures
    assert posts(proxy) == 1


def test_paused_while_the_list_is_read_is_not_sent(broken_line, qtbot):
    server, proxy, host = broken_line
    batch_id = host.batches.submit(single(serials(server, 1), "ann"))
    before = len(proxy.seen)
    qtbot.waitUntil(lambda: len(proxy.seen) > before, timeout=WAIT_MS)
    host.batches.pause(batch_id)
    other = host.batches.submit(single(serials(server, 1), "bob"))
    qtbot.waitUntil(lambda: settled(host, other), timeout=WAIT_MS)
    found = batch_of(host, batch_id).requests[0].state
    assert posts(proxy) == 1 + (found is S.CREATED)


def test_a_batch_is_kept_while_it_is_sent(broken_line, qtbot):
    server, proxy, host = broken_line
    proxy.once(Fault.BLACK_HOLE, "POST")
    batch_id = host.batches.submit(single(serials(server, 1), "ann", "bob"))
    qtbot.waitUntil(lambda: posts(proxy) == 1, timeout=WAIT_MS)
    with qtbot.waitSignal(host.batches.problem):
        host.batches.forget(batch_id)
    assert batch_id in host.batches.batches
    host.batches.cancel(batch_id)
    qtbot.waitUntil(lambda: states(host, batch_id) == [S.NOT_CREATED, S.CANCELLED], timeout=WAIT_MS)
    host.batches.forget(batch_id)
    assert not host.batches.batches


def test_what_is_wrong_with_the_list_on_sending_again_is_told(broken_line, qtbot):
    server, proxy, host = broken_line
    proxy.once(Fault.RESET_EARLY, "POST")
    batch_id = host.batches.submit(single(serials(server, 1), "ann"))
    qtbot.waitUntil(lambda: states(host, batch_id) == [S.NOT_CREATED], timeout=WAIT_MS)
    server.change(
        "INSERT INTO tasks(script_name, script_args, serial, status, source) SELECT 'follow',"
        " '{\"target_users\":[\"ann\"]}', serial, 2, 'ui' FROM devices ORDER BY serial LIMIT 1"
    )
    host.batches.send_again(batch_id)
    qtbot.waitUntil(lambda: states(host, batch_id) == [S.UNKNOWN], timeout=WAIT_MS)
    assert words.taken_apart(batch_of(host, batch_id).requests[0].evidence)[0] == words.ALIKE
    host.batches.look_up(batch_id)
    host.batches.send_again(batch_id, {S.UNKNOWN})
    qtbot.waitUntil(lambda: states(host, batch_id) == [S.CREATED], timeout=WAIT_MS)
    assert posts(proxy) == 2


def test_fewer_tasks_than_expected_are_named(broken_line, qtbot, monkeypatch):
    """A TikMatrix that leaves a device out: what it did not make is told by device and target."""
    server, _, host = broken_line
    real = type(host.api).create_task

    async def without_the_last(api, asked):
        return await real(api, replace(asked, serials=asked.serials[:-1]))

    monkeypatch.setattr(type(host.api), "create_task", without_the_last)
    places = serials(server, 3)
    batch_id = host.batches.submit(follow(places, "ann", "bob"))
    missing = lambda: batch_of(host, batch_id).requests[0].missing  # noqa: E731
    qtbot.waitUntil(lambda: bool(missing()), timeout=WAIT_MS)
    request = batch_of(host, batch_id).requests[0]
    assert (request.state, len(request.task_ids), request.expected) == (S.PARTLY, 4, 6)
    assert missing() == ((places[2], "ann"), (places[2], "bob"))
    host.batches.look_up(batch_id)
    qtbot.waitUntil(lambda: "looked" in batch_of(host, batch_id).requests[0].evidence, timeout=WAIT_MS)
    assert missing() == ((places[2], "ann"), (places[2], "bob"))
