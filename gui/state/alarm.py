"""Waits between two polls that end early: at a call, or when the PC wakes up."""

import asyncio

from gui.state.pace import WakeDetector

SLICE_S = 5.0
"""How soon a wake-up of the PC is noticed."""


class Alarm:
    """One waiter's clock."""

    def __init__(self) -> None:
        self._called = asyncio.Event()
        self._clocks = WakeDetector()

    def call(self) -> None:
        """End the present wait, or the next one before it begins."""
        self._called.set()

    async def wait(self, seconds: float) -> bool:
        """Wait; return whether the PC slept meanwhile."""
        loop = asyncio.get_running_loop()
        until = loop.time() + seconds
        woke = False
        while not woke and not self._called.is_set() and (left := until - loop.time()) > 0:
            try:
                async with asyncio.timeout(min(left, SLICE_S)):
                    await self._called.wait()
            except TimeoutError:
                woke = self._clocks.woke()
        self._called.clear()
        await asyncio.sleep(0)
        return woke
