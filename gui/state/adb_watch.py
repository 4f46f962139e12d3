"""Asks a local ADB server, where one runs, for the phones that it sees. Only ever asks."""

import asyncio
from collections.abc import Callable, Sequence

from gui.api.schemas import AdbDevice

EVERY_S = 5.0
ABSENT_S = 30.0
"""Between two looks while no server runs."""


async def watch_adb(take: Callable[[Sequence[AdbDevice]], None]) -> None:
    """Hand over every list that the server gives, for ever."""
    from gui.api.adb import adb_devices  # noqa: PLC0415 - not needed for the first window

    while True:
        listed = await adb_devices()
        if listed is not None:
            take(listed)
        await asyncio.sleep(ABSENT_S if listed is None else EVERY_S)
