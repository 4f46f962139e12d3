"""The question to an ADB server, against servers of a few bytes."""

import asyncio

import pytest

from gui.api import adb
from gui.api.adb import adb_devices
from gui.api.schemas import AdbDevice
from tests.api.raw import answering, talking

LISTING = (
    "R58M12                 device usb:1-1 product:o1sxx model:SM_G991B device:o1s transport_id:3\n"
    "192.168.1.5:5555       offline product:x transport_id:4\n"
    "0123456789\tunauthorized usb:1-2\n"
    "ABC no permissions (user in plugdev group; are your udev rules wrong?); see [http://x] usb:1-3\n"
    "\n"
    "alone\n"
    "模型 device model:é\n"
)
KNOWN = (
    AdbDevice("R58M12", "device", "SM G991B"),
    AdbDevice("192.168.1.5:5555", "offline"),
    AdbDevice("0123456789", "unauthorized"),
    AdbDevice("ABC", "no permissions"),
    AdbDevice("模型", "device", "é"),
)


async def asked(answer: bytes, *, stay: bool = False) -> tuple[tuple[AdbDevice, ...] | None, bytes]:
    question = b""

    async def conversation(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal question
        question = await reader.readexactly(18)
        writer.write(answer)
        await writer.drain()
        if stay:
            await reader.read()
        writer.close()

    async with talking(conversation) as port:
        return await adb_devices(port=port), question


async def test_the_list_is_read() -> None:
    text = LISTING.encode()
    devices, question = await asked(b"OKAY%04x" % len(text) + text)
    assert devices == KNOWN
    assert question == b"000ehost:devices-l"


async def test_a_server_without_phones() -> None:
    assert (await asked(b"OKAY0000"))[0] == ()


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"FAIL0010device offline..",
        b"HTTP/1.1 400 Bad Request\r\n\r\n",
        b"OKAYzzzz",
        b"OKAY0100short",
        b"OKAY-001",
    ],
)
async def test_another_answer_is_no_server(answer: bytes) -> None:
    assert (await asked(answer))[0] is None


async def test_broken_utf8_does_no_harm() -> None:
    assert (await asked(b"OKAY0009\xff\xfe device"))[0] == (AdbDevice("\ufffd\ufffd", "device"),)


async def test_nobody_there() -> None:
    async with answering(b"") as heard:
        pass
    assert await adb_devices(port=heard.port) is None


async def test_a_silent_server_costs_the_deadline(monkeypatch: pytest.MonkeyPatch) -> None:
    assert adb.DEADLINE_S == 1.0
    monkeypatch.setattr(adb, "DEADLINE_S", 0.1)
    assert (await asked(b"OK", stay=True))[0] is None
