"""The request log is bounded, ordered, and safe to look at while it grows."""

from gui.api.request_log import RequestLog
from gui.api.schemas import RequestRecord


def record(number: int) -> RequestRecord:
    return RequestRecord(float(number), "GET", f"/api/v1/task/{number}", 200, 1.0, "ok")


def test_the_oldest_falls_out_and_the_serial_counts_on() -> None:
    log = RequestLog(3)
    for number in range(5):
        log.add(record(number))
    assert [one.at for one in log] == [2.0, 3.0, 4.0]
    assert (len(log), log.serial) == (3, 5)


def test_it_may_grow_while_it_is_looked_at() -> None:
    log = RequestLog()
    log.add(record(1))
    for one in log:
        log.add(one)
    assert len(log) == 2
