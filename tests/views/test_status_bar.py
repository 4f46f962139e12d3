"""The status bar: counts, polling, progress and the last error."""

import pytest
from PySide6.QtCore import Qt

from gui.api.errors import TimedOut
from gui.api.schemas import Stats
from gui.state.connection import Phase, Polling, Progress
from gui.views.status_bar import StatusBar
from tests.views.picture import connection, everything, tell


@pytest.fixture
def bar(qtbot, idle_host):
    bar = StatusBar(idle_host)
    qtbot.addWidget(bar)
    bar.resize(1024, 28)
    with qtbot.waitExposed(bar):
        bar.show()
    return bar


def test_no_counts_before_the_server_has_told_any(bar, idle_host):
    labels = (bar.total, bar.running, bar.pending, bar.completed, bar.failed)
    assert not any(label.isVisible() for label in labels)
    tell(idle_host, progress=Progress(0, 0, complete=True))
    assert all(label.isVisible() for label in labels)


def test_counts_and_polling(bar, idle_host):
    everything(idle_host)
    shown = [label.text() for label in (bar.total, bar.running, bar.pending, bar.completed, bar.failed)]
    assert shown == ["10,482 task(s)", "12 running", "31 pending", "9,874 completed", "565 failed"]
    assert bar.polling.text() == "Polling every 1 s · 2 request(s) a tick"
    assert not bar.progress.isVisible()
    assert bar.failed.property("role") == "caption_failed"
    tell(idle_host, stats=Stats(1, 0, 0, 1, 0), polling=Polling(0.5, watched=False, requests=0))
    assert bar.failed.property("role") == "caption"
    assert bar.polling.text() == "Polling every 0.5 s"
    assert "hidden" in bar.polling.toolTip()


def test_progress(bar, idle_host):
    tell(idle_host, progress=Progress(8200, 10482))
    assert (bar.progress.isVisible(), bar.progress.text()) == (True, "Reading 8,200 of 10,482")
    tell(idle_host, progress=Progress(10482, 10482, complete=True, catching_up=True))
    assert bar.progress.text() == "Catching up…"
    tell(idle_host, progress=Progress(10482, 10482, complete=True))
    assert not bar.progress.isVisible()


def test_the_last_error_stays_with_its_time_after_the_line_is_live_again(bar, idle_host):
    everything(idle_host)
    assert bar.error.text() == ""
    error = TimedOut("after 10 s")
    tell(idle_host, connection=connection(Phase.STALE, error=error))
    words = bar.error.text()
    assert words.startswith("Last error ")
    assert words.endswith(": TikMatrix did not answer in time: after 10 s")
    advice = "No complete answer came. Try again in a moment. If it goes on, restart TikMatrix."
    assert bar.error.toolTip().endswith(advice)
    tell(idle_host, connection=connection())
    assert bar.error.text() == words


def test_no_pace_is_told_while_nobody_answers(bar, idle_host):
    everything(idle_host)
    assert bar.polling.isVisible()
    tell(idle_host, connection=connection(Phase.UNREACHABLE, error=TimedOut()))
    assert not bar.polling.isVisible()
    tell(idle_host, connection=connection())
    assert bar.polling.isVisible()


def test_everything_fits_1024_pixels(bar, idle_host):
    everything(idle_host)
    tell(idle_host, connection=connection(Phase.STALE, error=TimedOut("x" * 300)))
    assert bar.minimumSizeHint().width() <= 1024
    assert bar.log.geometry().right() <= 1024


def test_it_leads_to_the_request_log(qtbot, bar):
    with qtbot.waitSignal(bar.log_requested):
        qtbot.mouseClick(bar.log, Qt.MouseButton.LeftButton)
