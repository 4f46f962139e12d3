"""The banner's words in each of its states, its ages and countdowns, its meter and its buttons."""

import time

import pytest
from PySide6.QtCore import Qt

from gui.api.errors import PlanRefused, TimedOut, Unreachable, Unreadable
from gui.api.schemas import License, Stats
from gui.state.connection import Connection, Phase
from gui.views import line_words as line_words_module
from gui.views.banner import Banner
from gui.views.line_words import line_words
from tests.views.picture import connection, everything, tell

NOW = 1_800_000_000.0
PRO = License("Pro", api_enabled=True, device_limit=20, message="API access enabled")


def said(phase, **facts):
    known = {"url": "http://localhost:50809"} | facts
    return line_words(Connection(phase, **known), NOW)


@pytest.mark.parametrize(
    ("phase", "facts", "text", "advice"),
    [
        (Phase.CONNECTING, {}, "Connecting to localhost:50809…", ""),
        (Phase.CONNECTING, {"url": ""}, "Looking for TikMatrix…", ""),
        (Phase.STARTING, {}, "TikMatrix is starting…", ""),
        (Phase.STARTING, {"demo": True}, "The simulator is starting…", ""),
        (
            Phase.LIVE,
            {"latency_ms": 4.4, "last_success": NOW - 1.2},
            "Live · localhost:50809 · 4 ms · updated 1 s ago",
            "",
        ),
        (
            Phase.LIVE,
            {"latency_ms": 0.2, "last_success": NOW},
            "Live · localhost:50809 · 1 ms · updated just now",
            "",
        ),
        (
            Phase.STALE,
            {"last_success": NOW - 14, "error": TimedOut("after 10 s")},
            "Stale · localhost:50809 · updated 14 s ago",
            "TikMatrix did not answer in time: after 10 s",
        ),
        (
            Phase.UNREACHABLE,
            {"last_success": NOW - 190, "next_try": NOW + 4.2, "error": Unreachable()},
            "TikMatrix cannot be reached · next try in 5 s · updated 3 min ago · localhost:50809",
            "Start TikMatrix on this PC, or check the address in the settings.",
        ),
        (
            Phase.UNREACHABLE,
            {"next_try": NOW - 0.1, "error": Unreadable()},
            "The answer is not from the Local API · trying now… · localhost:50809",
            "Check the address and the port in the settings.",
        ),
        (Phase.UNREACHABLE, {}, "TikMatrix cannot be reached · localhost:50809", ""),
        (
            Phase.REFUSED,
            {"next_try": NOW + 9, "error": PlanRefused()},
            "The Local API is not in this plan · next try in 10 s",
            "It needs the Pro, Team or Business plan. Upgrade in TikMatrix.",
        ),
    ],
)
def test_words_of_every_state(qapp, phase, facts, text, advice):
    words = said(phase, **facts)
    assert (words.text, words.advice) == (text, advice)
    assert words.troubled == (phase in {Phase.STALE, Phase.UNREACHABLE, Phase.REFUSED})


def test_no_two_kinds_of_state_look_alike(qapp):
    looks = {phase: (said(phase).tone, said(phase).mark) for phase in Phase}
    assert looks[Phase.LIVE] == ("completed", "dot")
    assert looks[Phase.STALE] == ("warning", "warning")
    assert looks[Phase.UNREACHABLE] == looks[Phase.REFUSED] == ("failed", "failed")
    assert looks[Phase.STARTING] == looks[Phase.CONNECTING] == ("running", "unknown")


@pytest.fixture
def banner(qtbot, idle_host, look):
    banner = Banner(idle_host, look)
    qtbot.addWidget(banner)
    banner.resize(1440, 56)
    return banner


@pytest.fixture
def seen(qtbot, banner):
    with qtbot.waitExposed(banner):
        banner.show()
    return banner


def test_live(seen, idle_host):
    everything(idle_host)
    assert seen.plan.text() == "Pro"
    assert seen.api.text() == "API enabled"
    assert seen.api.isVisible()
    assert seen.caption.text() == "12 running of 20 at once · 31 waiting"
    assert seen.status.text().startswith("Live · localhost:50809 · 4 ms · updated 1 s ago")
    assert not seen.try_now.isVisible()
    assert not seen.settings.isVisible()
    assert not seen.demo.isVisible()
    assert not seen.advice.isVisible()
    assert seen.new_task.isEnabled()
    assert seen.plan.isEnabled()


def test_demo_tag_in_any_state(seen, idle_host):
    for phase in Phase:
        tell(idle_host, connection=connection(phase, demo=True))
        assert seen.demo.isVisible()
        assert seen.demo.text() == "Demo"
    tell(idle_host, connection=connection())
    assert not seen.demo.isVisible()


def test_a_server_that_is_gone_leaves_a_grey_picture_and_a_way_on(qtbot, seen, idle_host, monkeypatch):
    everything(idle_host)
    tell(idle_host, connection=connection(Phase.UNREACHABLE, error=Unreachable(), next_try=time.time() + 30))
    assert not seen.plan.isEnabled()
    assert seen.caption.text() == "12 running of 20 at once · 31 waiting"
    assert seen.caption.isVisible()
    assert not seen.api.isVisible()
    assert seen.new_task.isEnabled()
    assert seen.settings.isVisible()
    with qtbot.waitSignal(seen.settings_requested):
        qtbot.mouseClick(seen.settings, Qt.MouseButton.LeftButton)
    idle_host.line.failures = 7
    qtbot.mouseClick(seen.try_now, Qt.MouseButton.LeftButton)
    assert idle_host.line.failures == 0, "the back-off is forgotten"


def test_a_plan_without_the_api(seen, idle_host):
    tell(idle_host, license=License("Starter", api_enabled=False, device_limit=5))
    tell(idle_host, connection=connection(Phase.REFUSED, error=PlanRefused()))
    assert (seen.plan.text(), seen.api.text()) == ("Starter", "No API")
    assert seen.api.isVisible()
    assert seen.api.property("tone") == "failed"
    assert "needs the Pro, Team or Business plan" in seen.advice.text()
    assert not seen.new_task.isEnabled()
    assert seen.try_now.isVisible()
    assert not seen.settings.isVisible()


def test_nothing_is_claimed_before_anything_is_known(seen):
    for part in (seen.plan, seen.api, seen.meter, seen.caption, seen.try_now, seen.demo):
        assert not part.isVisible()
    assert seen.status.text() == "Looking for TikMatrix…"


def test_age_and_countdown_move_by_themselves_only_while_seen(qtbot, seen, idle_host, monkeypatch):
    now = time.time()
    clock = [now]
    monkeypatch.setattr("gui.views.banner.time.time", lambda: clock[0])
    tell(idle_host, connection=connection(Phase.UNREACHABLE, next_try=now + 4.5, last_success=now - 2))
    assert "next try in 5 s" in seen.status.text()
    assert "updated 2 s ago" in seen.status.text()
    clock[0] += 3
    qtbot.waitUntil(lambda: "next try in 2 s" in seen.status.text(), timeout=3000)
    assert "updated 5 s ago" in seen.status.text()
    assert seen._timer.isActive()
    seen.hide()
    assert not seen._timer.isActive()
    clock[0] += 60
    seen.show()
    assert "trying now…" in seen.status.text()


@pytest.mark.parametrize(
    ("stats", "limit", "words", "shares"),
    [
        (Stats(0, 0, 0, 0, 0), 20, "0 running of 20 at once · 0 waiting", (0.0, 0.0)),
        (Stats(50, 20, 10, 20, 0), 20, "10 running of 20 at once · 20 waiting", (0.5, 0.25)),
        (Stats(90, 0, 25, 0, 0), 20, "25 running of 20 at once · 0 waiting", (1.0, 0.0)),
        (Stats(9000, 8000, 3, 0, 0), 0, "3 running · 8,000 waiting", (0.0, 0.0)),
    ],
)
def test_the_meter(banner, stats, limit, words, shares):
    tell(banner._host, license=License("Pro", api_enabled=True, device_limit=limit), stats=stats)
    assert banner.caption.text() == words
    assert banner.meter.shares() == pytest.approx(shares)
    assert banner.meter.accessibleDescription() == words


def test_the_meter_is_drawn_in_the_colours_of_its_shares(banner, idle_host, look):
    tell(idle_host, license=PRO, stats=Stats(40, 20, 10, 10, 0))
    picture = banner.meter.grab().toImage()
    width = picture.width()
    colors = [picture.pixelColor(width * share // 100, 4).name() for share in (25, 62, 95)]
    running, line = look.color("running").name(), look.color("line").name()
    assert (colors[0], colors[2]) == (running, line)
    assert colors[1] not in {running, line}


def test_everything_fits_a_narrow_window(qtbot, seen, idle_host):
    everything(idle_host)
    tell(
        idle_host,
        connection=connection(
            Phase.UNREACHABLE, demo=True, error=Unreachable(), next_try=time.time() + 4, last_success=1.0
        ),
    )
    seen.resize(1024, 56)
    assert seen.minimumSizeHint().width() <= 1024
    assert seen.new_task.geometry().right() <= 1024 - 8
    # What is cut can still be read in the tool tip.
    assert (
        seen.status.text() in seen.status.toolTip() or seen.status.width() >= seen.status.sizeHint().width()
    )


def test_an_unknown_plan_is_named_so(banner, idle_host):
    tell(idle_host, license=License("", api_enabled=True, device_limit=0))
    assert banner.plan.text() == "Unknown plan"


def test_an_address_without_a_scheme_is_shown_as_it_is():
    assert line_words_module.address(Connection(Phase.LIVE, "127.0.0.1:1")) == "127.0.0.1:1"
    assert line_words_module.address(Connection(Phase.LIVE, "http://[::1]:50809/")) == "[::1]:50809"
