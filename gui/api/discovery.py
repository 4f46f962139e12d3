"""Where TikMatrix listens: what was typed, then the settings, then its port file, then the default port.

A port file may be stale and anything may sit on a port, so every address is probed before it is believed.
"""

import asyncio
import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from gui.api.address import parse_url
from gui.api.errors import ApiError
from gui.api.schemas import DEFAULT_PORT, License

if TYPE_CHECKING:
    from gui.api.request_log import RequestLog

PROBE_DEADLINE_S = 3.0
COMMAND_LINE, SETTINGS, PORT_FILE, DEFAULT = "command line", "settings", "port file", "default"
DEFAULT_URL = f"http://localhost:{DEFAULT_PORT}"

_FOLDERS = ("com.tikmatrix", "com.igmatrix")  # then any other white label


@dataclass(frozen=True, slots=True)
class Candidate:
    """An address that TikMatrix may have."""

    url: str
    source: str
    """``command line``, ``settings``, ``port file`` or ``default``."""
    starting: bool = False
    """The port file holds 0: TikMatrix is coming up and has no port yet (seen)."""


@dataclass(frozen=True, slots=True)
class Found:
    """The address to use: the first that answered as TikMatrix does, or the likeliest where none did."""

    url: str
    source: str
    starting: bool = False
    """Nothing answered, and a port file says that TikMatrix is coming up."""
    answer: License | ApiError | None = None
    """What that address answered to the probe."""


def candidates(
    explicit: str = "",
    saved: str = "",
    *,
    environ: Mapping[str, str] | None = None,
    home: Path | None = None,
    platform: str | None = None,
) -> list[Candidate]:
    """Return the addresses to try, best first; only ``explicit`` where it is given, or ValueError.

    ``environ``, ``home`` and ``platform`` (as sys.platform) are this machine's unless given.
    """
    if explicit.strip():
        return [Candidate(parse_url(explicit), COMMAND_LINE)]
    found = []
    if saved.strip():
        with suppress(ValueError):  # settings can be edited by hand; the other sources remain
            found.append(Candidate(parse_url(saved), SETTINGS))
    ports: list[int] = []
    with suppress(RuntimeError):  # a user without a home has no such file
        ports = _written_ports(_data_root(environ, home, platform))
    for port in ports:
        url = f"http://localhost:{port}" if port else DEFAULT_URL
        found.append(Candidate(url, PORT_FILE, starting=port == 0))
    found.append(Candidate(DEFAULT_URL, DEFAULT))
    return list({(one.url, one.starting): one for one in reversed(found)}.values())[::-1]


async def probe(
    url: str, *, deadline: float = PROBE_DEADLINE_S, log: "RequestLog | None" = None
) -> License | ApiError:
    """Ask for the plan at an address; return it, or what went wrong. ``deadline`` in s."""
    from gui.api.client import LocalApi  # noqa: PLC0415 - httpx is not needed to read an address
    from gui.api.request_log import RequestLog  # noqa: PLC0415

    api = LocalApi(url, log=RequestLog(1) if log is None else log, deadline=deadline)
    try:
        return await api.license_check()
    except ApiError as error:
        return error
    finally:
        await api.aclose()


def is_tikmatrix(answer: License | ApiError) -> bool:
    """Whether a probe's answer came in TikMatrix's envelope, be it a refusal."""
    return isinstance(answer, License) or answer.code is not None


async def discover(
    explicit: str = "",
    saved: str = "",
    *,
    environ: Mapping[str, str] | None = None,
    home: Path | None = None,
    platform: str | None = None,
    log: "RequestLog | None" = None,
) -> Found:
    """Return the first address that answers as TikMatrix does. ValueError if ``explicit`` is no address.

    ``log`` gets the requests, where somebody wants to see them.
    """
    tried = candidates(explicit, saved, environ=environ, home=home, platform=platform)
    probes = {
        url: asyncio.create_task(probe(url, log=log)) for url in dict.fromkeys(one.url for one in tried)
    }
    try:
        for one in tried:
            answer = await probes[one.url]
            if is_tikmatrix(answer):
                return Found(one.url, one.source, answer=answer)
        likeliest = tried[0]
        starting = any(one.starting for one in tried)
        return Found(likeliest.url, likeliest.source, starting, await probes[likeliest.url])
    finally:
        for task in probes.values():
            task.cancel()
        await asyncio.gather(*probes.values(), return_exceptions=True)


def _data_root(environ: Mapping[str, str] | None, home: Path | None, platform: str | None) -> Path:
    """Return the folder that holds TikMatrix's data folder (seen)."""
    environ = os.environ if environ is None else environ
    home = Path.home() if home is None else home
    platform = platform or sys.platform
    if platform == "win32":
        return Path(environ.get("APPDATA") or home / "AppData" / "Roaming")
    if platform == "darwin":
        return home / "Library" / "Application Support"
    folder = Path(environ.get("XDG_DATA_HOME", ""))
    return folder if folder.is_absolute() else home / ".local" / "share"


def _written_ports(root: Path) -> list[int]:
    """Return the port of every readable port file below ``root``, TikMatrix's own first."""
    others: list[str] = []
    with suppress(OSError):
        others = sorted(path.parent.name for path in root.glob("com.*/port.txt"))
    ports = (_port_in(root / name / "port.txt") for name in dict.fromkeys((*_FOLDERS, *others)))
    return [port for port in ports if port is not None]


def _port_in(path: Path) -> int | None:
    try:
        with path.open("rb") as file:
            digits = file.read(32).decode("ascii").strip()
    except (OSError, UnicodeDecodeError):
        return None
    return int(digits) if digits.isdigit() and int(digits) <= 65535 else None
