import asyncio
import time

from gui.state import alarm
from gui.state.alarm import Alarm


async def test_a_call_ends_the_wait():
    it = Alarm()
    waiting = asyncio.ensure_future(it.wait(60))
    await asyncio.sleep(0)
    it.call()
    assert await waiting is False


async def test_a_call_before_the_wait_is_not_lost_and_counts_once():
    it = Alarm()
    it.call()
    assert await it.wait(60) is False
    began = time.monotonic()
    assert await it.wait(0.05) is False
    assert time.monotonic() - began >= 0.03


async def test_waking_up_ends_the_wait(monkeypatch):
    monkeypatch.setattr(alarm, "SLICE_S", 0.01)
    it = Alarm()
    waiting = asyncio.ensure_future(it.wait(60))
    await asyncio.sleep(0)
    it._clocks._offset -= 3600
    assert await waiting is True
