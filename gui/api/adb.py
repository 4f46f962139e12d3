"""Asks a local ADB server which phones it sees. Only asks: it starts, stops and changes nothing."""

import asyncio

from gui.api.schemas import AdbDevice

DEFAULT_ADB_PORT = 5037
DEADLINE_S = 1.0
_QUESTION = b"host:devices-l"


async def adb_devices(host: str = "127.0.0.1", port: int = DEFAULT_ADB_PORT) -> tuple[AdbDevice, ...] | None:
    """Return the phones of the ADB server, None if none runs there or it does not answer within 1 s."""
    try:
        async with asyncio.timeout(DEADLINE_S):
            return _devices(await _ask(host, port))
    except (OSError, EOFError, ValueError):  # TimeoutError is an OSError, IncompleteReadError an EOFError
        return None


async def _ask(host: str, port: int) -> str:
    """Return the server's list. Raises OSError, EOFError or ValueError."""
    reader, writer = await asyncio.open_connection(host, port)
    try:
        writer.write(b"%04x%s" % (len(_QUESTION), _QUESTION))
        if await reader.readexactly(4) != b"OKAY":
            raise ValueError("not an ADB server, or one that refuses")
        length = int(await reader.readexactly(4), 16)
        return (await reader.readexactly(length)).decode("utf-8", "replace")
    finally:
        writer.transport.abort()  # nothing more to say, and no wait for the other side


def _devices(listing: str) -> tuple[AdbDevice, ...]:
    """Read lines like ``R58M12 device usb:1-1 product:x model:SM_G991B device:y transport_id:3``."""
    devices = []
    for line in listing.splitlines():
        serial, _, rest = line.strip().partition(" " if "\t" not in line else "\t")
        words = rest.split()
        if not serial or not words:
            continue
        state = "no permissions" if words[:2] == ["no", "permissions"] else words[0]
        model = next((word[len("model:") :] for word in words if word.startswith("model:")), "")
        devices.append(AdbDevice(serial, state, model.replace("_", " ")))
    return tuple(devices)
