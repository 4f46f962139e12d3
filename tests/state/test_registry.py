from gui.api.schemas import Account, AdbDevice, Task, TaskStatus
from gui.state.changes import TaskChanges
from gui.state.devices import DeviceState, FactSource
from gui.state.registry import RECENT, DeviceRegistry
from gui.store.device_book import DeviceBook


def registry(now=None):
    return DeviceRegistry(DeviceBook(), now=now or (lambda: 1000.0))


def task(task_id, status, serial="S1", end="", **fields):
    return Task(task_id, "post", serial, status, start_time="2026-01-01 10:00:00", end_time=end, **fields)


def test_a_running_task_makes_its_device_run():
    it = registry()
    assert it.take_tasks(TaskChanges((task(1, TaskStatus.RUNNING), task(2, TaskStatus.PENDING))))
    device = it.devices["S1"]
    assert device.state is DeviceState.RUNNING
    assert device.running_script == "post"
    assert device.waiting == 1
    assert not it.take_tasks(TaskChanges((task(1, TaskStatus.RUNNING),)))  # nothing looks different
    it.take_tasks(TaskChanges((task(1, TaskStatus.FAILED, end="2026-01-01 10:05:00", remark="no"),)))
    device = it.devices["S1"]
    assert device.state is DeviceState.UNKNOWN
    assert device.last_status == TaskStatus.FAILED
    assert device.last_remark == "no"
    assert device.failed_in_a_row == 1
    it.take_tasks(TaskChanges(removed=(2, 1, 99)))
    assert it.devices["S1"].waiting == 0
    assert it.devices["S1"].last_status is None


def test_failures_in_a_row_end_with_a_success():
    it = registry()
    ends = [f"2026-01-01 10:{m:02}:00" for m in range(50)]
    it.take_tasks(TaskChanges(tuple(task(i, TaskStatus.FAILED, end=ends[i]) for i in range(1, 4))))
    assert it.devices["S1"].failed_in_a_row == 3
    it.take_tasks(TaskChanges((task(9, TaskStatus.COMPLETED, end=ends[9]),)))
    assert it.devices["S1"].failed_in_a_row == 0
    many = tuple(task(i, TaskStatus.FAILED, end=ends[i]) for i in range(10, 10 + RECENT + 5))
    it.take_tasks(TaskChanges(many))
    assert it.devices["S1"].failed_in_a_row == RECENT
    it.take_tasks(TaskChanges((task(4, TaskStatus.COMPLETED, end=ends[4]),)))  # older than all that is kept
    assert it.devices["S1"].failed_in_a_row == RECENT


def test_a_task_can_move_to_another_device():
    it = registry()
    it.take_tasks(TaskChanges((task(1, TaskStatus.PENDING),)))
    it.take_tasks(TaskChanges((task(1, TaskStatus.PENDING, serial="S2"),)))
    assert it.devices["S1"].waiting == 0
    assert it.devices["S2"].waiting == 1


def test_a_task_without_a_device_belongs_to_none():
    it = registry()
    it.take_tasks(TaskChanges((task(1, TaskStatus.PENDING, serial=""),)))
    assert not it.devices


def test_accounts_tell_model_names_and_whether_a_phone_is_there():
    clock = [1000.0]
    it = registry(lambda: clock[0])
    it.take_accounts(
        [
            Account(1, "a", device="S1", device_online=True, device_name="Pixel 7a", tags=("x", "y")),
            Account(2, "b", device="S1", device_online=True, device_name="Pixel 7a", tags=("y",)),
            Account(3, "c", device="S2"),
            Account(4, "d"),
        ]
    )
    assert it.devices["S1"].accounts == ("a", "b")
    assert it.devices["S1"].tags == ("x", "y")
    assert it.devices["S1"].state is DeviceState.IDLE
    assert it.devices["S2"].state is DeviceState.OFFLINE
    assert it.devices["S2"].offline_since is None  # nobody saw it go
    clock[0] = 1600.0
    it.take_accounts([Account(1, "a", device="S1"), Account(3, "c", device="S2")])
    assert it.devices["S2"].offline_since is None
    assert (
        it.devices["S1"].model == "Pixel 7a"
    )  # an offline phone has no name on the wire: the last one stands
    assert it.devices["S1"].offline_since == 1600.0
    clock[0] = 1700.0
    it.take_accounts([Account(1, "a", device="S1")])
    assert it.devices["S1"].offline_since == 1600.0
    it.take_accounts([Account(1, "a", device="S1", device_online=True)])
    assert it.devices["S1"].offline_since is None


def test_adb_tells_who_is_plugged_in():
    it = registry()
    it.take_adb([AdbDevice("S1", "device", "Pixel 7a"), AdbDevice("S2", "unauthorized")])
    assert it.devices["S1"].state is DeviceState.IDLE
    assert it.devices["S2"].state is DeviceState.OFFLINE
    it.take_adb([])
    assert it.devices["S1"].state is DeviceState.OFFLINE
    assert FactSource.ADB in it.devices["S1"].told
    it.forget("S1")
    assert "S1" not in it.devices


def test_another_server_takes_its_tasks_away_but_not_the_devices():
    it = registry()
    it.take_tasks(TaskChanges((task(1, TaskStatus.RUNNING),)))
    it.forget_tasks()
    assert it.devices["S1"].state is DeviceState.UNKNOWN
    assert it.devices["S1"].running_script == ""
