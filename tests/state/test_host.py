"""The host against the real simulator process: what it knows, how it says so, and what its commands do."""

import pytest

from gui.api.errors import NotFound, PlanRefused, Rejected, TimedOut, Unreachable
from gui.api.schemas import AdbDevice, TaskRequest, TaskStatus
from gui.state.connection import Phase
from gui.state.devices import DeviceState, FactSource
from gui.state.host import Host
from gui.state.outcome import Command
from gui.state.plan import Plan, PlannedRequest
from gui.store.device_book import DeviceBook
from tests.faults import Fault, FaultProxy

WAIT_MS = 20_000


def quiet(simulator, *arguments, **options):
    """A world in which nothing happens by itself."""
    return simulator("--seed", "7", "--tasks", "0", *arguments, **options)


def create(qtbot, host, request):
    """Create tasks through the host; return their ids and what went wrong."""
    planned = Plan(request.script_name, request.script_name, (PlannedRequest(request, None),))
    with qtbot.waitSignal(host.batches.request_done, timeout=WAIT_MS) as done:
        batch_id = host.batches.submit(planned)
    return host.batches.batches[batch_id].task_ids, done.args[0].error


def serials(server, count):
    found = [row[0] for row in server.rows("SELECT serial FROM devices WHERE online = 1 LIMIT ?", count)]
    assert len(found) == count
    return tuple(found)


FOLLOW = {"target_users": ["studio.nine"]}


def test_the_first_picture_is_complete(simulator, start_host, qtbot):
    server = simulator("--tasks", "350", "--seed", "3")
    host = start_host(server.url)
    with qtbot.waitSignal(host.ready, timeout=WAIT_MS):
        pass
    assert host.license.plan_name == "Pro"
    assert host.license.device_limit == 20
    assert host.connection.phase is Phase.LIVE
    assert host.connection.latency_ms > 0
    assert host.progress.complete
    assert len(host.tasks) >= 350
    online = {row[0] for row in server.rows("SELECT serial FROM devices WHERE online = 1")}
    known_online = {s for s, d in host.devices.items() if d.state in {DeviceState.IDLE, DeviceState.RUNNING}}
    assert known_online <= online
    assert known_online


def test_tasks_appear_run_and_finish(simulator, start_host, qtbot):
    server = quiet(simulator, "--speed", "60")
    host = start_host(server.url)
    qtbot.waitSignal(host.ready, timeout=WAIT_MS).wait()
    ids, _ = create(qtbot, host, TaskRequest("follow", FOLLOW, serials=serials(server, 3)))
    assert len(ids) == 3
    seen = set()

    def all_ended():
        tasks = [host.tasks[i] for i in ids if i in host.tasks]
        seen.update(task.status for task in tasks)
        return len(tasks) == 3 and all(t.status in {TaskStatus.COMPLETED, TaskStatus.FAILED} for t in tasks)

    qtbot.waitUntil(all_ended, timeout=WAIT_MS)
    assert TaskStatus.RUNNING in seen
    for task_id in ids:
        (status,) = server.rows("SELECT status FROM tasks WHERE id = ?", task_id)[0]
        assert host.tasks[task_id].status == status


def test_stop_retry_and_delete(simulator, start_host, qtbot):
    server = quiet(simulator)
    host = start_host(server.url)
    qtbot.waitSignal(host.ready, timeout=WAIT_MS).wait()
    ids, _ = create(qtbot, host, TaskRequest("account_warmup", {}, serials=serials(server, 3)))
    running = lambda: all(i in host.tasks and host.tasks[i].status == TaskStatus.RUNNING for i in ids)  # noqa: E731
    qtbot.waitUntil(running, timeout=WAIT_MS)

    with qtbot.waitSignal(host.command_finished, timeout=WAIT_MS) as stopped:
        host.stop(ids[:2])
        assert host.pending == {ids[0]: "stop", ids[1]: "stop"}
    assert stopped.args[0].done == 2
    qtbot.waitUntil(lambda: host.tasks[ids[0]].status == TaskStatus.FAILED, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: not host.pending, timeout=WAIT_MS)

    with qtbot.waitSignal(host.command_finished, timeout=WAIT_MS) as retried:
        host.retry(ids[:1])
    assert retried.args[0].command is Command.RETRY
    assert retried.args[0].done == 1
    qtbot.waitUntil(lambda: host.tasks[ids[0]].status != TaskStatus.FAILED, timeout=WAIT_MS)
    assert (
        host.tasks[ids[0]].retry_count
        == server.rows("SELECT retry_count FROM tasks WHERE id=?", ids[0])[0][0]
    )

    with qtbot.waitSignal(host.command_finished, timeout=WAIT_MS) as refused:
        host.retry(ids[2:])
    assert isinstance(refused.args[0].failures[0][1], Rejected)
    assert ids[2] not in host.pending

    with qtbot.waitSignal(host.command_finished, timeout=WAIT_MS):
        host.delete(ids[:1])
    qtbot.waitUntil(lambda: ids[0] not in host.tasks, timeout=WAIT_MS)
    with qtbot.waitSignal(host.command_finished, timeout=WAIT_MS) as deleted:
        host.delete(ids[1:])
    assert deleted.args[0].done == 2
    qtbot.waitUntil(lambda: not host.tasks, timeout=WAIT_MS)
    assert server.rows("SELECT count(*) FROM tasks") == [(0,)]
    qtbot.waitUntil(lambda: not host.pending, timeout=WAIT_MS)


def test_deleting_what_is_gone_counts_as_deleted(simulator, start_host, qtbot):
    server = simulator("--tasks", "30", "--seed", "1")
    host = start_host(server.url)
    qtbot.waitSignal(host.ready, timeout=WAIT_MS).wait()
    victim = max(host.tasks)
    server.change("DELETE FROM tasks WHERE id = ?", victim)
    with qtbot.waitSignal(host.command_finished, timeout=WAIT_MS) as deleted:
        host.delete([victim])
    assert deleted.args[0].failures == ()
    qtbot.waitUntil(lambda: victim not in host.tasks, timeout=WAIT_MS)


def test_stopping_what_is_gone_is_a_failure(simulator, start_host, qtbot):
    server = quiet(simulator)
    host = start_host(server.url)
    qtbot.waitSignal(host.ready, timeout=WAIT_MS).wait()
    with qtbot.waitSignal(host.command_finished, timeout=WAIT_MS) as stopped:
        host.stop([4711])
    (failure,) = stopped.args[0].failures
    assert failure[0] == 4711
    assert isinstance(failure[1], NotFound)


def test_retry_all(simulator, start_host, qtbot):
    server = simulator("--tasks", "200", "--seed", "5")
    host = start_host(server.url)
    qtbot.waitSignal(host.ready, timeout=WAIT_MS).wait()
    (failed,) = server.rows("SELECT count(*) FROM tasks WHERE status = 3")[0]
    assert failed
    with qtbot.waitSignal(host.command_finished, timeout=WAIT_MS) as finished:
        host.retry_all()
    assert finished.args[0].command is Command.RETRY_ALL
    assert 0 < finished.args[0].done <= failed
    qtbot.waitUntil(lambda: host.stats.failed == failed - finished.args[0].done, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: not host.progress.catching_up, timeout=WAIT_MS)


def test_a_refused_request_names_its_field(simulator, start_host, qtbot):
    server = quiet(simulator)
    host = start_host(server.url)
    qtbot.waitSignal(host.ready, timeout=WAIT_MS).wait()
    config = {"post_way": "useSound"}
    _, error = create(qtbot, host, TaskRequest("post", config, serials=serials(server, 1)))
    assert isinstance(error, Rejected)
    assert error.field == "sound_name"
    assert server.rows("SELECT count(*) FROM tasks") == [(0,)]


@pytest.mark.parametrize("plan", ["free", "starter"])
def test_a_plan_without_the_api(simulator, start_host, qtbot, plan):
    server = quiet(simulator, "--plan", plan)
    host = start_host(server.url)
    qtbot.waitUntil(lambda: host.connection.phase is Phase.REFUSED, timeout=WAIT_MS)
    assert isinstance(host.connection.error, PlanRefused)
    assert host.license.plan_name.lower() == plan
    assert host.connection.next_try is not None


def test_nothing_listens(start_host, qtbot, unused_port):
    host = start_host(f"http://127.0.0.1:{unused_port}")
    qtbot.waitUntil(lambda: host.connection.phase is Phase.UNREACHABLE, timeout=WAIT_MS)
    assert isinstance(host.connection.error, Unreachable)
    with qtbot.waitSignal(host.command_finished, timeout=WAIT_MS) as finished:
        host.stop([1, 2])
    assert [task_id for task_id, _ in finished.args[0].failures] == [1, 2]


def test_the_server_vanishes_and_comes_back(simulator, start_host, qtbot, tmp_path):
    db = tmp_path / "world.db"
    server = simulator("--tasks", "150", "--seed", "2", db=db)
    host = start_host(server.url)
    qtbot.waitSignal(host.ready, timeout=WAIT_MS).wait()
    known = len(host.tasks)
    phases = []
    host.connection_changed.connect(lambda connection: phases.append(connection.phase))
    server.stop()
    qtbot.waitUntil(lambda: host.connection.phase is Phase.UNREACHABLE, timeout=WAIT_MS)
    assert phases[0] is not Phase.UNREACHABLE or Phase.STALE in phases
    assert len(host.tasks) == known
    again = simulator("--port", str(server.port), db=db)
    again.change("DELETE FROM tasks WHERE id IN (SELECT id FROM tasks WHERE status = 2 LIMIT 5)")
    host.reconnect()
    qtbot.waitUntil(lambda: host.connection.phase is Phase.LIVE, timeout=WAIT_MS)
    qtbot.waitUntil(
        lambda: set(host.tasks) == {row[0] for row in again.rows("SELECT id FROM tasks")}, timeout=WAIT_MS
    )


def test_another_address_means_another_picture(simulator, start_host, qtbot):
    first = simulator("--tasks", "40", "--seed", "1")
    second = simulator("--tasks", "10", "--seed", "2")
    host = start_host(first.url)
    qtbot.waitSignal(host.ready, timeout=WAIT_MS).wait()
    with qtbot.waitSignal(host.tasks_reset, timeout=WAIT_MS):
        host.set_url(second.url)
    qtbot.waitUntil(lambda: host.progress.complete and len(host.tasks) == 10, timeout=WAIT_MS)
    assert host.connection.url == second.url
    host.set_url(second.url)  # the same again changes nothing
    assert host.progress.complete


def test_an_older_tikmatrix_without_accounts(simulator, start_host, qtbot):
    server = simulator("--tasks", "60", "--no-accounts", "--seed", "4")
    host = start_host(server.url)
    qtbot.waitSignal(host.ready, timeout=WAIT_MS).wait()
    assert host.connection.phase is Phase.LIVE
    assert host.devices
    assert all(set(d.told) == {FactSource.TASKS} for d in host.devices.values())
    idle = [d for d in host.devices.values() if not d.running_script]
    assert all(d.state is DeviceState.UNKNOWN for d in idle)  # unknown is not offline


def test_a_broken_row_does_not_blank_the_table(simulator, start_host, qtbot):
    server = simulator("--tasks", "120", "--seed", "4")
    server.change("UPDATE tasks SET remark = ?, script_name = 'follow_back' WHERE id = 50", "x" * 4000)
    server.change("UPDATE tasks SET serial = NULL, script_args = NULL, source = NULL WHERE id = 51")
    server.change("UPDATE tasks SET script_args = '{broken' WHERE id = 52")
    host = start_host(server.url)
    qtbot.waitSignal(host.ready, timeout=WAIT_MS).wait()
    assert len(host.tasks[50].remark) == 4000
    assert host.tasks[51].source == "ui"
    assert host.tasks[52].script_args == "{broken"


def test_a_stalled_server_is_a_condition_not_a_freeze(simulator, start_host, qtbot, monkeypatch):
    monkeypatch.setattr("gui.api.client.LocalApi.__init__.__kwdefaults__", {"deadline": 0.5})
    server = simulator("--tasks", "20", "--seed", "4")
    with FaultProxy(server.port) as proxy:
        host = start_host(f"http://127.0.0.1:{proxy.port}")
        qtbot.waitSignal(host.ready, timeout=WAIT_MS).wait()
        proxy.fault = Fault.STALL
        host.refresh()
        qtbot.waitUntil(lambda: host.connection.phase is Phase.STALE, timeout=WAIT_MS)
        assert isinstance(host.connection.error, TimedOut)
        assert len(host.tasks) == 20
        proxy.fault = Fault.PASS
        host.reconnect()
        qtbot.waitUntil(lambda: host.connection.phase is Phase.LIVE, timeout=WAIT_MS)


def test_hidden_and_idle_polls_are_slower(simulator, start_host, qtbot):
    server = quiet(simulator)
    host = start_host(server.url)
    qtbot.waitSignal(host.ready, timeout=WAIT_MS).wait()
    qtbot.waitUntil(lambda: host.polling.interval_s == 3.0, timeout=WAIT_MS)
    host.set_watched(watched=False)
    host.refresh()
    qtbot.waitUntil(lambda: host.polling.interval_s == 15.0, timeout=WAIT_MS)
    host.set_watched(watched=True)
    qtbot.waitUntil(lambda: host.polling.interval_s == 3.0, timeout=WAIT_MS)
    host.set_interval(5.0)
    qtbot.waitUntil(lambda: host.polling.interval_s == 5.0, timeout=WAIT_MS)


def test_the_operators_own_devices(tmp_path, qtbot):
    book = DeviceBook(tmp_path / "devices.json")
    host = Host(device_book=book)
    with qtbot.waitSignal(host.devices_changed):
        host.add_devices(["R58M1", "", "192.168.1.9:5555"])
    with qtbot.waitSignal(host.devices_changed):
        host.edit_device("R58M1", "Rack 1 · 01", "Rack 1", "new battery")
    assert host.devices["R58M1"].name == "Rack 1 · 01"
    again = Host(device_book=DeviceBook(tmp_path / "devices.json"))
    assert again.devices["R58M1"].note == "new battery"
    assert again.devices["192.168.1.9:5555"].state is DeviceState.UNKNOWN
    again.forget_device("R58M1")
    assert "R58M1" not in DeviceBook(tmp_path / "devices.json").entries


def test_a_demo_that_does_not_start_is_told(qtbot):
    host = Host(demo=True)
    assert host.connection.phase is Phase.STARTING
    host.demo_failed(Unreachable("no simulator"))
    assert host.connection.phase is Phase.UNREACHABLE
    assert host.connection.demo


def test_more_accounts_than_a_page_holds(simulator, start_host, qtbot):
    server = simulator("--devices", "90", "--tasks", "0", "--seed", "2")
    (accounts,) = server.rows("SELECT count(*) FROM accounts")[0]
    assert accounts > 100
    host = start_host(server.url)
    with qtbot.waitSignal(host.ready, timeout=WAIT_MS):
        pass
    known = [name for device in host.devices.values() for name in device.accounts]
    lived = server.rows("SELECT count(DISTINCT device || '/' || username) FROM accounts WHERE device != ''")
    assert len(known) == lived[0][0]


def test_commands_that_break_on_the_way_are_failures_and_are_looked_up(simulator, start_host, qtbot):
    server = simulator("--tasks", "80", "--seed", "4")
    with FaultProxy(server.port) as proxy:
        host = start_host(f"http://127.0.0.1:{proxy.port}")
        qtbot.waitSignal(host.ready, timeout=WAIT_MS).wait()
        victims = sorted(i for i, t in host.tasks.items() if t.status == TaskStatus.COMPLETED)[:3]
        proxy.once(Fault.RESET_LATE, "DELETE")
        with qtbot.waitSignal(host.command_finished, timeout=WAIT_MS) as finished:
            host.delete(victims)
        outcome = finished.args[0]
        assert outcome.done == 0
        assert [task_id for task_id, _ in outcome.failures] == victims
        assert all(error.maybe_done for _, error in outcome.failures)
        # It was carried out all the same: the next look at the list shows that.
        qtbot.waitUntil(lambda: not set(victims) & set(host.tasks), timeout=WAIT_MS)
        proxy.once(Fault.RESET_EARLY, "POST")
        with qtbot.waitSignal(host.command_finished, timeout=WAIT_MS) as finished:
            host.retry_all()
        assert finished.args[0].done == 0
        assert finished.args[0].failures[0][0] == 0


def test_a_defect_does_not_end_the_polling(simulator, start_host, qtbot, monkeypatch):
    server = simulator("--tasks", "5", "--seed", "4")
    host = start_host(server.url)
    qtbot.waitSignal(host.ready, timeout=WAIT_MS).wait()
    original = host._follower._sync.tick

    async def broken(_chore):
        monkeypatch.setattr(host._follower._sync, "tick", original)
        raise ZeroDivisionError("a defect")

    monkeypatch.setattr(host._follower._sync, "tick", broken)
    host.refresh()
    qtbot.waitUntil(lambda: host.connection.phase is Phase.STALE, timeout=WAIT_MS)
    assert "a defect" in host.connection.error.detail
    qtbot.waitUntil(lambda: host.connection.phase is Phase.LIVE, timeout=WAIT_MS)


def test_a_local_adb_server_is_asked(start_host, qtbot, unused_port, monkeypatch):
    listed = [AdbDevice("R58M1", "device", "Pixel 7a")]

    async def adb_devices():
        return tuple(listed)

    monkeypatch.setattr("gui.api.adb.adb_devices", adb_devices)
    monkeypatch.setattr("gui.state.adb_watch.EVERY_S", 0.05)
    host = start_host(f"http://127.0.0.1:{unused_port}")
    qtbot.waitUntil(lambda: "R58M1" in host.devices, timeout=WAIT_MS)
    assert host.devices["R58M1"].state is DeviceState.IDLE
    listed.clear()
    qtbot.waitUntil(lambda: host.devices["R58M1"].state is DeviceState.OFFLINE, timeout=WAIT_MS)
