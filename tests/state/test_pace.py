from hypothesis import given
from hypothesis import strategies as st

from gui.state import pace


def test_the_rhythm():
    watch = {"watched": True, "behind": False}
    assert pace.poll_interval(1.0, active=True, **watch) == 1.0
    assert pace.poll_interval(1.0, active=False, **watch) == pace.IDLE_S
    assert pace.poll_interval(10.0, active=False, **watch) == 10.0
    assert pace.poll_interval(1.0, active=True, watched=True, behind=True) == pace.CATCHING_UP_S
    assert pace.poll_interval(1.0, active=True, watched=False, behind=True) == pace.HIDDEN_S
    assert pace.poll_interval(1.0, active=False, watched=False, behind=False) == pace.HIDDEN_IDLE_S


@given(st.integers(1, 10_000), st.floats(0, 1))
def test_patience_is_bounded(failures, spread):
    delay = pace.retry_delay(failures, lambda: spread)
    assert 0.8 * pace.FIRST_RETRY_S <= delay <= 1.2 * pace.MAX_RETRY_S + 1e-9


def test_patience_doubles():
    delays = [pace.retry_delay(n, lambda: 0.5) for n in range(1, 8)]
    assert delays == [1, 2, 4, 8, 16, 30, 30]


def test_sleep_is_noticed_once():
    wall, monotonic = [100.0], [5.0]
    detector = pace.WakeDetector(lambda: wall[0], lambda: monotonic[0])
    wall[0] += 10
    monotonic[0] += 10
    assert not detector.woke()
    wall[0] += 3600
    monotonic[0] += 5
    assert detector.woke()
    assert not detector.woke()
    wall[0] -= 7200  # the clock was set back
    assert detector.woke()
