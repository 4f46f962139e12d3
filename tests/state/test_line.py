from gui.api.errors import PlanRefused, ServerError, Unreachable
from gui.state.connection import Connection, Phase
from gui.state.line import Line


def line(phase=Phase.CONNECTING, now=1000.0):
    return Line(Connection(phase), now=lambda: now)


def test_the_first_failure_of_a_live_line_is_stale_the_second_unreachable():
    it = line()
    it.answered(4.0)
    assert it.connection.phase is Phase.LIVE
    it.failed(Unreachable())
    assert it.connection.phase is Phase.STALE
    assert it.connection.last_success == 1000.0
    it.failed(ServerError())
    assert it.connection.phase is Phase.UNREACHABLE
    assert it.seconds_to_next_try() > 0
    it.answered(5.0)
    assert it.connection.error is None
    assert it.failures == 0
    assert it.seconds_to_next_try() == 0


def test_a_line_that_never_stood_is_unreachable_at_once():
    it = line()
    it.failed(Unreachable())
    assert it.connection.phase is Phase.UNREACHABLE


def test_a_refused_plan_waits_longer_whatever_was_before():
    it = line()
    it.answered(1.0)
    it.failed(PlanRefused())
    assert it.connection.phase is Phase.REFUSED
    assert it.seconds_to_next_try() == 15.0


def test_a_tikmatrix_that_is_coming_up_stays_starting():
    it = line()
    it.found("http://localhost:50809", "port file", starting=True)
    it.failed(Unreachable())
    assert it.connection.phase is Phase.STARTING
    it.found("http://localhost:50810", "port file", starting=False)
    it.failed(Unreachable())
    assert it.connection.phase is Phase.UNREACHABLE


def test_the_latency_stands_still_enough_to_be_read():
    line = Line(Connection(Phase.CONNECTING))
    for ms in (3.6, 4.1, 3.2, 250.0, 4.9, 3.9, 3.8):
        line.answered(ms)
    assert line.connection.latency_ms == 3
    for ms in (190.0, 230.0, 205.0, 260.0, 180.0):
        line.answered(ms)
    assert line.connection.latency_ms == 200
    line.answered(None)
    assert line.connection.latency_ms == 200
