"""A TCP server that answers exactly the bytes it is told to: what no sound HTTP server would send."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

Conversation = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


def http(body: bytes, status: int = 200, *, headers: bytes = b"") -> bytes:
    """A sound HTTP answer around a body."""
    head = b"HTTP/1.1 %d X\r\ncontent-length: %d\r\n%s\r\n" % (status, len(body), headers)
    return head + body


@asynccontextmanager
async def talking(conversation: Conversation, host: str = "127.0.0.1", port: int = 0) -> AsyncIterator[int]:
    """Run a conversation with whoever connects; yield the port."""
    running: set[asyncio.Task] = set()

    def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        async def run() -> None:
            try:
                await conversation(reader, writer)
            except (OSError, EOFError):
                pass
            finally:
                writer.transport.abort()

        task = asyncio.create_task(run())
        running.add(task)
        task.add_done_callback(running.discard)

    server = await asyncio.start_server(connected, host, port)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()
        for task in tuple(running):
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)


@asynccontextmanager
async def answering(*answers: bytes, host: str = "127.0.0.1") -> AsyncIterator["Heard"]:
    """Answer each request with the next of these bytes, the last for ever; yield what was heard."""
    heard = Heard()

    async def conversation(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while True:
            head = await reader.readuntil(b"\r\n\r\n")
            length = next(
                (
                    int(line.split(b":")[1])
                    for line in head.split(b"\r\n")
                    if line.lower().startswith(b"content-length")
                ),
                0,
            )
            heard.requests.append(head + await reader.readexactly(length))
            answer = answers[min(len(heard.requests), len(answers)) - 1]
            writer.write(answer)
            await writer.drain()
            if not _is_complete(answer):
                return  # and the connection ends

    async with talking(conversation, host) as port:
        heard.port = port
        yield heard


async def until(condition: Callable[[], object]) -> None:
    """Wait for something that tells nobody when it happens."""
    async with asyncio.timeout(10):
        while not condition():  # noqa: ASYNC110 - there is no event to wait for
            await asyncio.sleep(0.005)


def _is_complete(answer: bytes) -> bool:
    head, _, body = answer.partition(b"\r\n\r\n")
    return b"content-length: %d" % len(body) in head.split(b"\r\n")


class Heard:
    """The requests that arrived, as bytes."""

    def __init__(self) -> None:
        self.port = 0
        self.requests: list[bytes] = []

    @property
    def url(self) -> str:
        return f"http://localhost:{self.port}"

    @property
    def lines(self) -> list[str]:
        return [request.split(b"\r\n", 1)[0].decode() for request in self.requests]
