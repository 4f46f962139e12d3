"""What a look through the task list says of a request, on lists of every order and with every doubt."""

import asyncio
import json
from dataclasses import replace
from functools import partial

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gui.api.errors import TimedOut, Unreadable
from gui.api.schemas import Created, Task, TaskPage, TaskRequest
from gui.state import batch_words as words
from gui.state import lookup
from gui.state.answers import after_answer, after_failure
from gui.state.lookup import Seen, adopted, held_against, judge, look_up, mark_of, read_newest, read_since
from gui.state.matching import alike
from gui.state.mirror import is_sorted
from gui.store.batch_records import BatchRequest, RequestState
from tests.state.list_server import ListServer

S = RequestState
URL = "http://localhost:50809"
CONFIG = {"target_users": ["ann", "bob"], "access_method": "direct"}


def request(since=10, config=CONFIG, expected=4, **facts):
    serials = facts.pop("serials", ("S1", "S2"))
    asked = TaskRequest("follow", config, serials, facts.pop("usernames", ()), facts.pop("several", False))
    return BatchRequest(1, 1, asked, expected, S.UNKNOWN, since_id=since, sent_at=100.0, sent_to=URL, **facts)


def task(task_id, serial="S1", target="ann", **facts):
    arguments = {"target_users": [target], "access_method": "direct", "username": "", **facts.pop("args", {})}
    facts = {"script_name": "follow", "source": "api", "script_args": json.dumps(arguments), **facts}
    return Task(task_id, serial=serial, **facts)


OLD = task(10, "S9", "old")


def whole(first=11):
    pairs = [(serial, target) for serial in ("S1", "S2") for target in ("ann", "bob")]
    return [task(first + place, *pair) for place, pair in enumerate(pairs)]


def seen(*tasks, **facts):
    every = tuple(sorted((OLD, *tasks), key=lambda each: each.id))
    return Seen(every, every[-1].id, mark_of(OLD), **facts)


def said(verdict):
    """Return the template of the evidence and its values."""
    return words.taken_apart(verdict.evidence)


def test_all_there():
    verdict = judge(request(), seen(*whole()), ())
    assert (verdict.state, verdict.task_ids, verdict.missing) == (S.CREATED, (11, 12, 13, 14), ())
    template, values = said(verdict)
    assert template == words.ALL_THERE
    assert values == {"count": "4", "expected": "4", "first": "11", "last": "14", "since": "10"}


def test_some_there_names_what_is_missing():
    verdict = judge(request(), seen(*whole()[:3]), (), looks=2)
    assert (verdict.state, verdict.task_ids) == (S.PARTLY, (11, 12, 13))
    assert verdict.missing == (("S2", "bob"),)
    assert said(verdict)[0] == words.SOME_THERE


def test_none_there():
    strangers = [
        task(11, "S3"),
        task(12, target="zoe"),
        task(13, script_name="unfollow"),
        task(14, "S1", "zoe", source="ui"),
    ]
    verdict = judge(request(), seen(*strangers), ())
    assert (verdict.state, verdict.task_ids, verdict.missing) == (S.NOT_CREATED, (), ())
    assert said(verdict) == (
        words.NONE_THERE,
        {"expected": "4", "since": "10", "looks": "1", "seen": "4", "newest": "14"},
    )


def test_tasks_of_other_requests_do_not_count():
    assert judge(request(), seen(*whole()), {11, 12, 13, 14}).state is S.NOT_CREATED
    assert judge(request(), seen(*whole(), *whole(15)), {11, 12, 13, 14}).task_ids == (15, 16, 17, 18)


@pytest.mark.parametrize(
    ("found", "template"),
    [
        (seen(*whole(), *whole(15)), words.TOO_MANY),
        (seen(*whole(), task(15)), words.TOO_MANY),
        (seen(*[replace(each, source="ui") for each in whole()]), words.ALIKE),
        (seen(task(11, args={"access_method": "search"})), words.ALIKE),
        (seen(whole()[0], whole()[2], replace(whole()[3], id=13)), words.DELETED),
        (seen(task(15, "S7")), words.DELETED),
        (seen(*whole()[:2], broken=1), words.BROKEN),
        (Seen((replace(OLD, id=9),), 9, ""), words.WENT_BACK),
        (Seen(), words.WENT_BACK),
        (Seen((OLD,), 10, "another"), words.OTHER_LIST),
    ],
)
def test_where_nobody_can_tell_the_evidence_says_why(found, template):
    if template is words.DELETED and len(found.tasks) == 4:
        found = replace(found, tasks=found.tasks[:1] + found.tasks[2:])  # 11 was deleted again
    verdict = judge(request(since_mark=mark_of(OLD)), found, ())
    assert verdict.state is S.UNKNOWN
    assert said(verdict)[0] == template
    assert verdict.task_ids == ()


def test_another_address_is_believed_only_with_the_same_task_on_its_list():
    elsewhere = "http://localhost:50810"
    without = replace(seen(*whole()), mark="")
    assert said(judge(request(), without, (), here=elsewhere))[0] == words.OTHER_SERVER
    assert judge(request(), without, (), here=URL).state is S.CREATED
    marked = request(since_mark=mark_of(OLD))
    assert judge(marked, seen(*whole()), (), here=elsewhere).state is S.CREATED


def test_accounts_and_tasks_that_do_not_say_what_they_are_for():
    by_account = request(usernames=("Ann", "bob"), serials=(), config={}, expected=2)
    mine = [replace(task(11 + n, "S5", args={}), account=name) for n, name in enumerate(("ann", "@bob"))]
    silent = [replace(each, script_args="", serial="S1") for each in whole()[:2]]
    assert judge(by_account, seen(*mine), ()).state is S.CREATED
    assert said(judge(by_account, seen(task(11)), ()))[0] == words.ALIKE
    both = [*silent, *(replace(each, id=each.id + 2, serial="S2") for each in silent)]
    assert judge(request(), seen(*both), ()).state is S.CREATED
    verdict = judge(request(), seen(*both[:3]), ())
    assert (verdict.state, verdict.missing) == (S.PARTLY, (("S2", ""),))


def test_every_account_of_a_device_is_counted_only():
    several = request(config={}, expected=3, several=True)
    found = [replace(task(11 + n, s, args={}), script_args="{}") for n, s in enumerate(("S1", "S1", "S2"))]
    assert judge(several, seen(*found), ()).state is S.CREATED
    verdict = judge(several, seen(*found[:2]), ())
    assert (verdict.state, verdict.missing) == (S.PARTLY, (("S2", ""),))
    assert judge(replace(several, expected=None), seen(*found), ()).state is S.CREATED
    assert judge(replace(several, expected=2), seen(*found), ()).state is S.UNKNOWN


def test_settings_agree_where_both_sides_have_them():
    asked = {"a": 1, "b": True, "c": ["x", "y"], "d": {"api_key": {"keyring": "n"}, "m": "z"}, "only": 1}
    assert alike(asked, {"a": "1", "b": 1, "c": ["x", "y"], "d": {"api_key": "***", "m": "z"}, "more": 2})
    assert alike(asked, {"a": 1.0, "b": "1"})
    for other in ({"a": 2}, {"b": 0}, {"c": ["x"]}, {"c": "x"}, {"d": {"m": "w"}}):
        assert not alike(asked, other)


@given(st.sets(st.integers(0, 3)), st.sampled_from([True, False, None]), st.integers(3, 7))
def test_a_verdict_fits_what_is_there_in_any_order(there, newest_first, cap):
    """The part of the request's tasks that exists is found, wherever it stands among others."""

    async def check():
        server = in_order(newest_first, cap, [whole()[place] for place in sorted(there)])
        assume(newest_first is not None or is_sorted((await server.list_tasks()).tasks) == 0)
        now = await look_up(server, request(), set(), here=URL, settle_s=0)
        states = {0: S.NOT_CREATED, 4: S.CREATED}
        assert now.state is states.get(len(there), S.PARTLY)
        assert {(server.tasks[i].serial, len(now.missing)) for i in now.task_ids} == {
            (whole()[place].serial, 4 - len(there)) for place in there
        }

    run(check())


def run(coroutine):
    """Run a coroutine that waits for nothing."""
    asyncio.run(coroutine)


def in_order(newest_first, cap, tasks):
    """A server with old tasks, those, and newer ones of others, numbered in a row."""
    old = [task(number, "S9", "old") for number in range(1, 11)]
    mine = [replace(each, id=11 + place) for place, each in enumerate(tasks)]
    others = [task(11 + len(mine) + place, "S8") for place in range(9)]
    server = ListServer([*old, *mine, *others], newest_first=bool(newest_first), page_cap=cap)
    return server if newest_first is not None else Shuffled(server)


class Shuffled:
    """The same list in an order that no rule explains."""

    def __init__(self, server):
        self.tasks = server.tasks
        self._order = sorted(server.tasks, key=lambda number: number * 7 % 31)
        self._cap = server.page_cap

    async def list_tasks(self, *, page=1, **_):
        start = (page - 1) * self._cap
        ids = self._order[start : start + self._cap]
        return TaskPage(tuple(self.tasks[i] for i in ids), len(self._order))


@pytest.mark.parametrize("newest_first", [True, False, None])
async def test_the_newest_task_is_found_in_any_order(newest_first):
    server = in_order(newest_first, 5, whole())
    found = await read_newest(server)
    assert (found.newest, found.mark) == (23, mark_of(server.tasks[23]))
    assert (await read_newest(ListServer())).newest == 0


async def test_only_as_much_is_read_as_is_new():
    server = ListServer([task(number, "S9") for number in range(1, 1001)], page_cap=100)
    found = await read_since(server, 850)
    assert [each.id for each in found.tasks if each.id > 850] == list(range(851, 1001))
    assert found.mark == mark_of(server.tasks[850])
    assert server.requests == 2


async def test_a_list_without_end_is_given_up(monkeypatch):
    monkeypatch.setattr(lookup, "MAX_PAGES", 3)
    with pytest.raises(Unreadable):
        await read_since(ListServer([task(number) for number in range(1, 50)], page_cap=5), 0)


class Slow(ListServer):
    """A server on which the request is carried out while it is looked for."""

    def __init__(self, tasks, steps):
        super().__init__(tasks)
        self._steps = list(steps)

    async def list_tasks(self, **how):
        page = await super().list_tasks(**how)
        if self._steps:
            self.tasks.update({each.id: each for each in self._steps.pop(0)})
        return page


async def test_what_arrives_late_is_found_at_the_next_look():
    late = Slow([OLD], [whole()])
    assert (await look_up(late, request(), (), here=URL, settle_s=0)).state is S.CREATED
    piecemeal = Slow([OLD], [whole()[:1], whole()[1:2], whole()[2:]])
    assert (await look_up(piecemeal, request(), (), here=URL, settle_s=0)).state is S.CREATED
    half = Slow([OLD], [whole()[:2]])
    verdict = await look_up(half, request(), (), here=URL, settle_s=0)
    assert (verdict.state, verdict.task_ids) == (S.PARTLY, (11, 12))
    assert said(verdict)[1]["looks"] == "3"
    many = [f"u{n}" for n in range(20)]
    growing = Slow([OLD], [[task(11 + n, target=f"u{n}")] for n in range(20)])
    asked = request(config={"target_users": many}, expected=20, serials=("S1",))
    verdict = await look_up(growing, asked, (), here=URL, settle_s=0)
    assert (verdict.state, said(verdict)[0]) == (S.UNKNOWN, words.UNSETTLED)


async def test_an_unreadable_list_is_no_verdict():
    class Broken(ListServer):
        async def list_tasks(self, **_):
            raise TimedOut("no answer")

    with pytest.raises(TimedOut):
        await look_up(Broken(), request(), (), here=URL, settle_s=0)
    assert words.taken_apart(lookup.unreadable(TimedOut("x")))[0] == words.UNREADABLE


def test_what_an_answer_says():
    sending = request()
    answer = partial(after_answer, sending)
    assert answer(Created((14, 11, 12, 13), 4)).task_ids == (11, 12, 13, 14)
    assert answer(Created((11, 12, 13, 14), 4)).state is S.CREATED
    assert answer(Created((11, 12), 2)).state is S.PARTLY
    assert answer(Created(tuple(range(11, 17)), 6)).state is S.CREATED
    assert answer(Created((), 0)).state is S.NOT_CREATED
    for odd in (
        Created((11, 12), 4),
        Created((11, 11, 12, 13), 4),
        Created((9, 11, 12, 13), 4),
        Created((), 4),
    ):
        assert answer(odd).state is S.UNKNOWN
    assert after_answer(replace(sending, expected=None), Created((11,), 1)).state is S.CREATED


def test_an_answer_is_held_against_the_list():
    created = after_answer(request(), Created((11, 12, 13, 14), 4))
    assert held_against(created, seen(*whole()), ()) == created
    assert held_against(created, seen(*whole()[:3]), ()).state is S.UNKNOWN
    assert held_against(created, Seen(), ()).state is S.UNKNOWN
    later = Seen(tuple(whole()[2:]), 14)
    assert held_against(created, later, ()) == created
    doubled = held_against(created, seen(*whole(), *whole(15)), ())
    assert (doubled.state, words.taken_apart(doubled.evidence)[0]) == (S.CREATED, words.TWICE)
    partly = after_answer(request(), Created((11, 13), 2))
    shown = held_against(partly, seen(*whole()), ())
    assert (shown.state, shown.missing) == (S.PARTLY, (("S1", "bob"), ("S2", "bob")))


def test_a_failure_that_left_nothing_behind_waits_again():
    line = TimedOut("no connection was free")
    assert after_failure(request(), line).state is S.WAITING
    line.maybe_done = True
    assert after_failure(request(), line).state is S.UNKNOWN
    assert after_failure(request(), Unreadable("a page")).state is S.REFUSED


def test_what_an_answer_has_named_is_never_unsaid():
    partly = replace(request(), state=S.PARTLY, task_ids=(11, 12))
    assert adopted(partly, judge(partly, seen(), ())) == partly
    assert adopted(partly, judge(partly, seen(*whole()), ())).state is S.CREATED
