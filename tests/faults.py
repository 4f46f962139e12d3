"""A TCP proxy that breaks answers on purpose, to stand between the panel and the simulator.

It runs in a thread with a loop of its own, so that it serves plain tests, coroutines and the GUI alike::

    with FaultProxy(port) as proxy:          # or: async with
        api = LocalApi(proxy.url, ...)
        proxy.fault = Fault.BLACK_HOLE       # from now on
        proxy.once(Fault.RESET_LATE, "POST") # the next POST only

Every request is forwarded on a connection of its own, so a change of mode holds from the next request on,
also on connections that are already open.
"""

import asyncio
import random
import socket
import struct
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from types import TracebackType
from typing import Self

HTML = b"<!DOCTYPE html><html><body><h1>It works!</h1></body></html>"


class Fault(StrEnum):
    PASS = "pass"
    REFUSE = "refuse"
    """Nobody listens on the port; open connections are reset."""
    BLACK_HOLE = "black hole"
    """The connection is accepted and the request read, but neither forwarded nor answered."""
    RESET_EARLY = "reset before the request was forwarded"
    RESET_LATE = "reset after the request was carried out"
    RESET_MID_BODY = "reset in the middle of the body"
    TRUNCATE = "truncate"
    """Half of the body, then a regular end of the connection."""
    STALL = "stall"
    """Half of the body, then nothing for ever."""
    DRIBBLE = "dribble"
    """One byte every ``dribble_s``."""
    DUPLICATE = "duplicate"
    """The whole answer twice."""
    CORRUPT = "corrupt"
    """About one byte in 50 of the body is another one."""
    GARBAGE = "garbage"
    """A web page, as from another program on that port."""
    GARBAGE_LATE = "garbage after the request was carried out"
    TWICE = "twice"
    """The request is forwarded twice; the first answer goes back."""
    TWICE_CUT = "twice, and reset"
    """The request is forwarded twice, and the connection reset."""
    LATE = "late"
    """Nothing is answered, and the request is forwarded only after ``late_s``."""


@dataclass
class Post:
    body: bytes
    forwarded: int = 0
    """How often it reached the target."""


class FaultProxy:
    def __init__(
        self,
        target_port: int,
        *,
        dribble_s: float = 0.3,
        late_s: float = 0.3,
        seed: int = 0,
        choose: Callable[[str], Fault] | None = None,
    ) -> None:
        """``choose`` draws the fault for each request, given as method and path, that no other is set for."""
        self.target_port = target_port
        self.port = 0
        self.seen: list[str] = []
        """Method and path of every request that arrived here."""
        self.forwarded: list[str] = []
        """Those that reached the target."""
        self.posts: list[Post] = []
        """Every POST that arrived here."""
        self._choose = choose
        self._dribble_s = dribble_s
        self._late_s = late_s
        self._random = random.Random(seed)
        self._fault = Fault.PASS
        self._once: list[tuple[Fault, str]] = []
        self._server: asyncio.Server | None = None
        self._handlers: set[asyncio.Task] = set()
        self._writers: set[asyncio.StreamWriter] = set()
        self._ready = threading.Event()
        self._thread = threading.Thread(
            target=lambda: asyncio.run(self._main()), name="fault proxy", daemon=True
        )

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def fault(self) -> Fault:
        return self._fault

    @fault.setter
    def fault(self, fault: Fault) -> None:
        self._on_loop(self._switch(fault))

    def once(self, fault: Fault, method: str = "") -> None:
        """Break the next request (of that method) only."""
        self._once.append((fault, method))

    def start(self) -> Self:
        self._thread.start()
        assert self._ready.wait(5), "the proxy did not come up"
        return self

    def stop(self) -> None:
        self._loop.call_soon_threadsafe(self._stopping.set)
        self._thread.join(5)
        assert not self._thread.is_alive(), "the proxy did not end"

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    async def __aenter__(self) -> Self:
        return await asyncio.to_thread(self.start)

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await asyncio.to_thread(self.stop)

    def _on_loop(self, work) -> None:
        asyncio.run_coroutine_threadsafe(work, self._loop).result(5)

    async def _main(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._stopping = asyncio.Event()
        await self._listen()
        self._ready.set()
        await self._stopping.wait()
        await self._hang_up()

    async def _listen(self) -> None:
        self._server = await asyncio.start_server(self._connected, "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]

    async def _hang_up(self) -> None:
        if self._server is not None:
            for listening in self._server.sockets:
                self._loop.remove_reader(listening.fileno())
            await _let_the_loop_turn()  # asyncio would strand a connection that it accepts while it closes
            self._server.close()
            self._server = None
        for writer in tuple(self._writers):
            _reset(writer)
        handlers = tuple(self._handlers)
        for handler in handlers:
            handler.cancel()
        await asyncio.gather(*handlers, return_exceptions=True)
        await _let_the_loop_turn()  # what was aborted is closed a turn later

    async def _switch(self, fault: Fault) -> None:
        self._fault = fault
        if fault is Fault.REFUSE:
            await self._hang_up()
        elif self._server is None:
            await self._listen()

    def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._writers.add(writer)  # a handler cancelled before its first step does nothing
        handler = asyncio.create_task(self._converse(reader, writer))
        self._handlers.add(handler)
        handler.add_done_callback(self._handlers.discard)

    async def _converse(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while await self._exchange(reader, writer):
                pass
            writer.close()
            await writer.wait_closed()
        except (OSError, EOFError):
            pass
        finally:
            self._writers.discard(writer)
            writer.transport.abort()

    async def _exchange(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        """Serve one request; return whether the connection stays open."""
        request = await _read_message(reader)
        line = " ".join(request.split(b"\r\n", 1)[0].decode("latin-1").split()[:2])
        self.seen.append(line)
        post = Post(request.partition(b"\r\n\r\n")[2])
        if line.startswith("POST"):
            self.posts.append(post)
        fault = self._fault_for(line)
        if fault is Fault.BLACK_HOLE:
            await reader.read()  # until the other side gives up
            return False
        if fault is Fault.GARBAGE_LATE:
            await self._forward(request, line, post)
        if fault in {Fault.GARBAGE, Fault.GARBAGE_LATE}:
            writer.write(
                b"HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: %d\r\n\r\n" % len(HTML) + HTML
            )
            await writer.drain()
            return True
        if fault is Fault.RESET_EARLY:
            return _reset(writer)
        if fault is Fault.LATE:
            await asyncio.sleep(self._late_s)
        head, body = await self._forward(request, line, post)
        if fault in {Fault.TWICE, Fault.TWICE_CUT}:
            await self._forward(request, line, post)
        if fault in {Fault.RESET_LATE, Fault.TWICE_CUT, Fault.LATE}:
            return _reset(writer)
        return await self._answer(fault, head, body, reader, writer)

    async def _answer(
        self,
        fault: Fault,
        head: bytes,
        body: bytes,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
    ) -> bool:
        half = body[: len(body) // 2]
        if fault is Fault.DRIBBLE:
            for byte in head + body:
                writer.write(bytes([byte]))
                await writer.drain()
                await asyncio.sleep(self._dribble_s)
            return True
        if fault in {Fault.RESET_MID_BODY, Fault.TRUNCATE, Fault.STALL}:
            writer.write(head + half)
            await writer.drain()
            if fault is Fault.STALL:
                await reader.read()
            elif fault is Fault.RESET_MID_BODY:
                return _reset(writer)
            return False
        if fault is Fault.CORRUPT:
            body = self._corrupted(body)
        writer.write((head + body) * (2 if fault is Fault.DUPLICATE else 1))
        await writer.drain()
        return b"content-length:" in head.lower() or b"chunked" in head.lower()

    def _fault_for(self, line: str) -> Fault:
        for entry in self._once:
            if line.startswith(entry[1]):
                self._once.remove(entry)
                return entry[0]
        return self._choose(line) if self._choose is not None and self._fault is Fault.PASS else self._fault

    def _corrupted(self, body: bytes) -> bytes:
        changed = bytearray(body)
        for _ in range(max(1, len(body) // 50) if body else 0):
            changed[self._random.randrange(len(changed))] = self._random.randrange(256)
        return bytes(changed)

    async def _forward(self, request: bytes, line: str, post: Post) -> tuple[bytes, bytes]:
        """Return head and body of the target's answer."""
        opening = asyncio.ensure_future(asyncio.open_connection("127.0.0.1", self.target_port))
        try:
            reader, writer = await asyncio.shield(opening)
        except asyncio.CancelledError:  # asyncio would strand a connection that is half open
            (await opening)[1].transport.abort()
            raise
        try:
            head, _, body = request.partition(b"\r\n\r\n")
            self.forwarded.append(line)
            post.forwarded += 1
            writer.write(_without_connection(head) + b"\r\nconnection: close\r\n\r\n" + body)
            await writer.drain()
            head, _, body = (await reader.read()).partition(b"\r\n\r\n")
            if not head:
                raise ConnectionResetError
            return _without_connection(head) + b"\r\n\r\n", body
        finally:
            writer.transport.abort()


async def _let_the_loop_turn() -> None:
    for _ in range(4):
        await asyncio.sleep(0)


async def _read_message(reader: asyncio.StreamReader) -> bytes:
    """Return a request with its body. Raises EOFError when the connection ends."""
    head = await reader.readuntil(b"\r\n\r\n")
    for line in head.split(b"\r\n"):
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            return head + await reader.readexactly(int(value))
    return head


def _without_connection(head: bytes) -> bytes:
    return b"\r\n".join(line for line in head.split(b"\r\n") if not line.lower().startswith(b"connection:"))


def _reset(writer: asyncio.StreamWriter) -> bool:
    """End the connection with a TCP reset; return False: it does not stay open."""
    sock: socket.socket | None = writer.get_extra_info("socket")
    if sock is not None and sock.fileno() != -1:
        kind = "hh" if sys.platform == "win32" else "ii"
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack(kind, 1, 0))
    writer.transport.abort()
    return False
