from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gui.api.schemas import License
from gui.state.connection import Phase
from gui.state.devices import DeviceState
from gui.views.compose.naming import short_list
from gui.views.compose.schedule import in_words, suggestion
from gui.views.compose.summary import summarise
from gui.views.compose.summary_facts import DeviceFact, Facts

NOW = datetime.fromisoformat("2026-11-23T09:44")
PRO = License("Pro", True, 20)


def rack(count: int, state: DeviceState = DeviceState.IDLE, *, accounts: int = 1) -> tuple[DeviceFact, ...]:
    return tuple(DeviceFact(f"Rack 1 · {n:02}", state, 0, accounts) for n in range(1, count + 1))


def facts(**changes: object) -> Facts:
    return replace(Facts(now=NOW, license=PRO, devices=rack(3)), **changes)  # type: ignore[arg-type]


def test_one_task_a_device_all_at_once() -> None:
    summary = summarise(facts(start=time(14, 30)))
    assert summary.count == 3
    assert summary.headline.startswith("3 task")
    assert summary.text == (
        "on Rack 1 · 01, 02, 03, one each, at 14:30 today on the TikMatrix PC's clock (in 4 h 46 min). "
        "All 3 can run at once (Pro runs 20)."
    )
    assert summary.warnings == ()
    assert summary.sendable


def test_tasks_are_targets_times_devices_and_queue_on_each_device() -> None:
    summary = summarise(facts(devices=rack(100), each=50))
    assert summary.count == 5000
    assert ", 50 each, now." in summary.text
    assert "20 can run at once, 4,980 wait their turn (Pro runs 20)." in summary.text
    assert "and 94 more" in summary.text
    few = summarise(facts(devices=rack(2), each=3))
    assert few.count == 6
    assert "2 can run at once, 4 wait their turn (a device runs one task at a time)." in few.text


def test_two_tasks_are_both() -> None:
    assert summarise(facts(devices=rack(2))).text.endswith("now. Both can run at once (Pro runs 20).")


def test_a_single_task_needs_no_arithmetic() -> None:
    assert summarise(facts(devices=rack(1))).text == "on Rack 1 · 01, now."


@settings(deadline=None)
@given(st.integers(1, 200), st.integers(1, 60), st.integers(1, 100))
def test_the_count_is_exact_and_what_runs_and_waits_adds_up(devices: int, each: int, limit: int) -> None:
    summary = summarise(facts(devices=rack(devices), each=each, license=License("P", True, limit)))
    total = devices * each
    assert summary.count == total
    at_once = min(devices, limit, total)
    if at_once < total:
        assert f"{at_once:,} can run at once, {total - at_once:,} wait" in summary.text
    elif total == 2:
        assert "Both can run at once" in summary.text
    elif total > 1:
        assert f"All {total:,} can run at once" in summary.text
    else:
        assert "at once" not in summary.text


def test_every_account_counts_where_the_accounts_are_known() -> None:
    summary = summarise(facts(devices=rack(3, accounts=2), each=4, every_account=True))
    assert summary.count == 24
    assert "one for each account" in summary.text


def test_no_number_is_invented_where_accounts_are_not_known() -> None:
    devices = (*rack(1), DeviceFact("S9", DeviceState.IDLE))
    summary = summarise(facts(devices=devices, every_account=True))
    assert summary.count is None
    assert summary.headline == "One task for each account"
    assert any("not known: S9" in warning for warning in summary.warnings)
    assert "Pro runs 20 at once." in summary.text
    assert summary.sendable


def test_accounts_by_name() -> None:
    summary = summarise(
        facts(devices=rack(1), by_account=True, accounts=("ann", "bob", "eve"), strangers=("eve",), each=2)
    )
    assert summary.count == 6
    assert summary.text.startswith("for ann, bob, eve, 2 each, now. 2 can run at once, 4 wait")
    assert "Not among the known accounts: eve." in summary.warnings


def test_busy_waiting_offline_and_unknown_devices_are_named() -> None:
    devices = (
        DeviceFact("A", DeviceState.RUNNING, 2),
        DeviceFact("B", DeviceState.OFFLINE),
        DeviceFact("C", DeviceState.UNKNOWN),
        DeviceFact("D", DeviceState.IDLE, 1),
    )
    warnings = summarise(facts(devices=devices)).warnings
    assert warnings[0] == "Busy now: A. New tasks wait until the device is free."
    assert warnings[1].startswith("3 task")
    assert warnings[2].startswith("Offline: B.")
    assert warnings[3] == "Nobody has said whether these are online: C."
    later = summarise(facts(devices=devices, start=time(12))).warnings
    assert later[0] == "Busy now: A. It may be free by then."


def test_a_full_plan_is_told_for_now_but_not_for_later() -> None:
    full = facts(running=20)
    assert any("20 places of the plan are taken" in warning for warning in summarise(full).warnings)
    assert summarise(replace(full, start=time(20))).warnings == ()


def test_a_past_time_is_told_as_a_guess() -> None:
    summary = summarise(facts(start=time(9, 43)))
    assert summary.warnings[0].startswith("09:43 is already past today")
    assert "guess" in summary.warnings[0]
    assert "today" not in summary.text
    assert summary.sendable


def test_newer_scripts_are_told() -> None:
    assert any("newer" in warning for warning in summarise(facts(newer=True)).warnings)


def test_without_a_license_nothing_is_promised() -> None:
    assert "not known yet" in summarise(facts(license=None)).text


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"devices": ()}, "Select at least one device"),
        ({"by_account": True, "devices": ()}, "Name at least one account"),
        ({"problems": 1}, "1 field"),
        ({"phase": Phase.UNREACHABLE}, "no connection"),
        ({"phase": Phase.CONNECTING}, "no connection"),
        ({"phase": Phase.STARTING}, "no connection"),
        ({"phase": Phase.REFUSED}, "no Local API"),
    ],
)
def test_what_stands_in_the_way_is_said(changes: dict[str, object], says: str) -> None:
    summary = summarise(facts(**changes))
    assert not summary.sendable
    assert any(says in error for error in summary.errors)


def test_a_stale_line_stops_nobody() -> None:
    assert summarise(facts(phase=Phase.STALE)).sendable


def test_no_targets_in_the_form_means_nothing_to_create() -> None:
    summary = summarise(facts(each=0, problems=1))
    assert summary.count is None
    assert summary.headline == "Nothing to create yet"


@pytest.mark.parametrize(
    ("start", "words"),
    [
        (time(9, 44), "this very minute"),
        (time(9, 45), "in 1 min"),
        (time(10, 44), "in 1 h"),
        (time(12, 54), "in 3 h 10 min"),
        (time(9, 43), "already past today"),
        (time(0, 0), "already past today"),
    ],
)
def test_times_in_words(start: time, words: str) -> None:
    assert in_words(start, NOW) == words


@settings(deadline=None)
@given(st.datetimes(NOW, NOW + timedelta(days=400)))
def test_the_suggested_time_is_later_today(now: datetime) -> None:
    later = suggestion(now)
    assert later >= time(now.hour, now.minute)
    assert later == time(23, 59) or later.minute % 5 == 0


def test_names_share_what_they_have_in_common_with_their_neighbour() -> None:
    assert (
        short_list(["Rack 1 · 01", "Rack 1 · 02", "S9", "Rack 1 · 03"]) == "Rack 1 · 01, 02, S9, Rack 1 · 03"
    )
    assert short_list(["a"] * 3, most=2) == "a, a and 1 more"
    assert short_list([]) == ""
