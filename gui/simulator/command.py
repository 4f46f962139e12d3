"""The command ``simulator``: its options, and the process that serves a world until it is told to end."""

import argparse
import contextlib
import json
import math
import os
import socket
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from gui.api.schemas import DEFAULT_PORT
from gui.simulator.plans import PLANS

if TYPE_CHECKING:
    import uvicorn

    from gui.simulator.world import World

FAILED, INTERRUPTED = 2, 130
"""Exit status for what the caller must mend, and for Ctrl+C."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's options to its parser."""
    add = parser.add_argument
    add("--host", default="127.0.0.1", help="address to serve at (default: %(default)s)")
    add("--port", type=_port, default=DEFAULT_PORT, help="port, 0 for a free one (default: %(default)s)")
    add("--plan", choices=PLANS, default="pro", help="what the plan allows (default: %(default)s)")
    add(
        "--devices", type=_count, default=40, metavar="N", help="phones of a new world (default: %(default)s)"
    )
    add("--tasks", type=_count, default=400, metavar="N", help="tasks of a new world (default: %(default)s)")
    add(
        "--speed", type=_speed, default=1.0, metavar="X", help="divides every duration (default: %(default)s)"
    )
    add("--seed", type=int, metavar="N", help="makes a new world the same as another with this seed")
    add("--db", type=Path, metavar="FILE", help="keep the world in this file, or go on with the one there")
    add("--no-accounts", action="store_true", help="be an older TikMatrix: no accounts, login, profile")
    add(
        "--http-status",
        choices=("body", "real"),
        default="body",
        help="send refusals with HTTP 200, or with a status to match (default: %(default)s)",
    )
    add(
        "--ui-rate",
        type=_rate,
        default=0.0,
        metavar="N",
        help="tasks a minute made at TikMatrix's own window",
    )
    add("--exit-with-stdin", action="store_true", help="end when standard input does")


def run(args: argparse.Namespace) -> int:
    """Serve until told to end; return the exit status. Prints one JSON line with the address when ready."""
    try:
        listener = _listen(args.host, args.port)
    except (OSError, UnicodeError) as error:
        return _fail(f"cannot serve at {args.host} port {args.port}: {error}")
    with listener:
        try:
            return _run_world(listener, args)
        except KeyboardInterrupt:
            return INTERRUPTED


def _run_world(listener: socket.socket, args: argparse.Namespace) -> int:
    import sqlite3  # noqa: PLC0415 - other commands do not pay for these

    from gui.simulator.database import DatabaseProblem  # noqa: PLC0415
    from gui.simulator.world import World  # noqa: PLC0415

    try:
        world = World(
            plan=args.plan,
            devices=args.devices,
            tasks=args.tasks,
            speed=args.speed,
            seed=args.seed,
            db=args.db,
            accounts=not args.no_accounts,
            ui_rate=args.ui_rate,
        )
    except (DatabaseProblem, sqlite3.Error) as problem:
        return _fail(str(problem))
    with contextlib.closing(world):
        _serve(world, listener, args)
    return 0


def _serve(world: "World", listener: socket.socket, args: argparse.Namespace) -> None:
    import uvicorn  # noqa: PLC0415

    from gui.simulator.app import create_app  # noqa: PLC0415

    class Announcing(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            print(json.dumps({"url": _url(listener)}), flush=True)  # noqa: T201 - read by whoever started this

    config = uvicorn.Config(
        create_app(world, args.http_status, args.host),
        http="h11",
        ws="none",
        lifespan="on",
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=2,
    )
    server = Announcing(config)
    if args.exit_with_stdin:
        watch_stdin(lambda: _end(server))
    server.run(sockets=[listener])


def watch_stdin(on_end: Callable[[], None]) -> None:
    """Call ``on_end``, on a thread of its own, when standard input ends: whoever started this is gone."""
    # the bare descriptor: a thread inside sys.stdin would hold its lock when the interpreter ends
    descriptor = sys.stdin.fileno() if sys.stdin else -1

    def wait() -> None:
        try:
            while os.read(descriptor, 4096):
                pass
        except OSError:
            pass
        on_end()

    threading.Thread(target=wait, name="stdin", daemon=True).start()


def _end(server: "uvicorn.Server") -> None:
    server.should_exit = True


def _listen(host: str, port: int) -> socket.socket:
    """Return a socket bound to the address. Raises OSError, also for a host that cannot be found."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    # "localhost" is both: clients look for TikMatrix at 127.0.0.1
    family, kind, protocol, _, address = min(found, key=lambda each: each[0] != socket.AF_INET)
    listener = socket.socket(family, kind, protocol)
    try:
        if os.name == "posix":  # elsewhere the option lets two programs have one port
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen()  # a port in use is refused here at the latest
    except OSError:
        listener.close()
        raise
    return listener


def _url(listener: socket.socket) -> str:
    host, port = listener.getsockname()[:2]
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - shown, not bound to
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _fail(told: str) -> int:
    print(f"matrixdeck simulator: {told}", file=sys.stderr)  # noqa: T201 - the command line's own answer
    return FAILED


def _count(text: str) -> int:
    return int(_between(text, 0, 1_000_000, whole=True))


def _port(text: str) -> int:
    return int(_between(text, 0, 65535, whole=True))


def _speed(text: str) -> float:
    return _between(text, 0.001, 1_000_000)


def _rate(text: str) -> float:
    return _between(text, 0, 100_000)


def _between(text: str, lowest: float, highest: float, *, whole: bool = False) -> float:
    try:
        number = int(text) if whole else float(text)
    except ValueError:
        number = math.nan
    if not lowest <= number <= highest:
        kind = "a whole number" if whole else "a number"
        raise argparse.ArgumentTypeError(f"{text!r} is not {kind} from {lowest:g} to {highest:g}")
    return number
