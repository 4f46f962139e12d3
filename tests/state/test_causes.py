"""Failed tasks by cause: what counts as the same, and that following changes is as good as counting anew."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from gui.api.schemas import Task, TaskStatus
from gui.simulator.behaviour import BEHAVIOURS, OFFLINE_REMARKS
from gui.state.causes import Causes, cause_of, first_line, key_of, names_of
from gui.state.changes import TaskChanges


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("timeout after 30 s", "timeout after 1,200.5 s"),
        ("adb: device 'R8CC1WQG69P' not found", "adb: device 'fdd67cb3' not found"),
        ("adb: device R8CC1WQG69P offline", "adb: device R8CQNJX3L33 offline"),
        ("device 192.168.1.50:5555 offline", "device 10.0.0.7:5555 offline"),
        ("cannot open https://vm.tiktok.com/ZM8/", "cannot open https://www.tiktok.com/@a.b/video/7301?x=1"),
        ("@studio.nine is private", "@river_lane2 is private."),
        ("无法打开https://vm.tiktok.com/ZM8/，请重试", "无法打开https://a.b/c，请重试"),
        ("用户“小猫”不存在", "用户“studio”不存在"),
        ("用户@studio不存在", "用户@river.lane不存在"),
        ("Device  offline", "device offline."),
        ("stopped at 2026-11-23 14:06:45", "stopped at 2025-01-02T03:04:05Z"),
        ("null at 0x7ffd12ab", "null at 0xdead"),
        ("task 4b3f2a10-9c1d-4e5f-8a7b-001122334455 lost", "task aaaabbbb-cccc-dddd-eeee-ffff00001111 lost"),
        ("login a@b.com failed", "login someone.else@mail.example.org failed"),
        ("未找到按钮\n[R8] step 1: tap -> ok", "未找到按钮"),
        ("", "\n  \n"),
    ],
)
def test_the_same_cause(one, other):
    assert cause_of(one) == cause_of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("网络超时，请检查代理", "需要验证码"),
        ("element not found: home tab", "element not found: publish button"),
        ("can't open the app, don't know why", "can't open the file, don't know why"),
        ("device offline", "设备离线"),
        ("wrong password", ""),
    ],
)
def test_different_causes(one, other):
    assert cause_of(one) != cause_of(other)


def test_chinese_and_words_stay_readable():
    assert cause_of("昵称7天内只能修改一次") == "昵称#天内只能修改一次"
    assert (
        cause_of("Nickname was changed less than 7 days ago") == "nickname was changed less than # days ago"
    )


def test_what_a_task_is_about_is_not_its_cause():
    def failed(target, serial):
        script_args = f'{{"target_users": ["{target}"], "access_method": "search", "username": "me"}}'
        task = Task(1, "follow", serial, 3, remark=f"user not found: {target}", script_args=script_args)
        return key_of(task)

    assert failed("studio.nine", "A1B2C3") == failed("riverlane", "emulator-5554") == "user not found: ‹name›"


def test_arguments_of_any_kind_give_names_or_none():
    for script_args in (
        "",
        "{broken",
        "[1]",
        '{"target_users": [1, null, {}]}',
        '{"target_user": "a b\\nccc"}',
    ):
        names = names_of(Task(1, "follow", "SER", script_args=script_args))
        assert set(names) <= {"SER", "ccc"}


numbers = st.one_of(
    st.integers(0, 10**9).map(str),
    st.decimals(0, 99_999, places=3).map(str),
    st.integers(1, 10**7).map("{:,}".format),
)
words = st.text(
    st.sampled_from("abcxyz ABC :;,.!'\"@-_/()[]#<>“”网络超时失败é😀\t"), min_size=0, max_size=12
).filter(lambda text: not text.endswith(tuple(".,:")) and not text.startswith(tuple(".,:")))


@settings(deadline=None)
@given(st.lists(words, min_size=1, max_size=6), st.data())
def test_remarks_that_differ_in_numbers_only_have_one_cause(parts, data):
    def made():
        return "".join(part + data.draw(numbers) for part in parts)

    assert cause_of(made()) == cause_of(made())


@settings(deadline=None)
@given(st.text(max_size=400))
def test_any_text_has_a_cause_of_one_line(text):
    key = cause_of(text)
    assert "\n" not in key
    assert len(key) <= 160
    assert cause_of(text) == key
    assert bool(first_line(text)) or not key


def test_every_remark_of_the_simulator_is_a_cause_of_its_own():
    remarks = {remark for each in BEHAVIOURS.values() for remark in each.remarks} | set(OFFLINE_REMARKS)
    assert len({cause_of(remark) for remark in remarks}) == len(remarks)


REMARKS = (
    "",
    "device offline",
    "timeout 9",
    "timeout 10",
    "账号未登录",
    "user not found: river",
    "Device offline.",
)
tasks = st.builds(
    Task,
    id=st.integers(1, 12),
    script_name=st.sampled_from(("post", "follow")),
    serial=st.sampled_from(("A1", "B2", "")),
    status=st.sampled_from((0, 1, 2, 3, 3, 3, 3)),
    end_time=st.sampled_from(("", "2026-11-23 12:00:00", "2026-11-23 12:00:01")),
    remark=st.sampled_from(REMARKS),
)


class CausesMachine(RuleBasedStateMachine):
    """Any history of changes, held against a count of what is there."""

    def __init__(self):
        super().__init__()
        self.causes = Causes()
        self.tasks = {}

    @rule(upserted=st.lists(tasks, max_size=8), removed=st.sets(st.integers(1, 12)))
    def change(self, upserted, removed):
        upserted = list({task.id: task for task in upserted}.values())
        removed -= {task.id for task in upserted}
        before = {key: self.causes.cause(key) for key in self.causes.known()}
        touched = self.causes.take(TaskChanges(tuple(upserted), tuple(removed)))
        for task in upserted:
            self.tasks[task.id] = task
        for task_id in removed:
            self.tasks.pop(task_id, None)
        different = {
            key for key in before.keys() | self.causes.known() if before.get(key) != self.causes.cause(key)
        }
        assert different <= touched

    @invariant()
    def it_is_as_counted_anew(self):
        anew = Causes()
        anew.take(TaskChanges(tuple(self.tasks.values())))
        assert self.causes.known() == anew.known()
        for key in anew.known():
            assert self.causes.cause(key) == anew.cause(key)
            assert self.causes.ids(key) == anew.ids(key)

    @invariant()
    def it_holds_the_failed_ones(self):
        failed = {i: t for i, t in self.tasks.items() if t.status == TaskStatus.FAILED}
        assert self.causes.failed == len(failed)
        assert {i for key in self.causes.known() for i in self.causes.ids(key)} == set(failed)
        for key in self.causes.known():
            cause = self.causes.cause(key)
            its = [failed[i] for i in self.causes.ids(key)]
            assert cause.count == len(its)
            assert cause.last_seen == max(t.end_time for t in its)
            assert cause.devices == len({t.serial for t in its if t.serial})
            assert cause.scripts == tuple(sorted({t.script_name for t in its}))
            assert {key_of(t) for t in its} == {key}


TestCauses = CausesMachine.TestCase
TestCauses.settings = settings(max_examples=50, stateful_step_count=20, deadline=None)


def test_a_cause_that_is_gone_is_none():
    causes = Causes()
    task = Task(1, "post", "A", 3, remark="device offline")
    assert causes.take(TaskChanges((task,))) == {"device offline"}
    assert causes.cause("device offline").sample == "device offline"
    assert causes.take(TaskChanges((task,))) == set(), "nothing new was said"
    assert causes.take(TaskChanges((replace(task, status=0),))) == {"device offline"}
    assert causes.cause("device offline") is None
    assert causes.ids("device offline") == ()
