"""One HTTP exchange with TikMatrix: bounded in time and size, to the right loopback address, never a leak.

The rules were measured: a proxy variable redirects even localhost, httpx times a read and not a request, and
a request cancelled in the wrong moment keeps its place in the pool for ever.
"""

import asyncio
import ssl
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from sniffio import current_async_library_cvar

from gui.api.errors import ApiError, Rejected, TimedOut, Unreachable, Unreadable
from gui.api.lean_httpx import httpx

BYTE_CAP = 32 * 1024 * 1024
TIMEOUTS_S = {
    "connect": 3.0,  # Windows needs 2 s to find a loopback port closed
    "pool": 2.0,
    "read": None,  # the deadline of the whole exchange bounds both
    "write": None,
}
"""What httpx is to bound by itself."""
MAX_CONNECTIONS = 20
KEPT_CONNECTIONS = 4
KEEPALIVE_EXPIRY_S = 2.0  # at most half of a server's usual 5 s, else it closes while we write
_LOOPBACK = ("127.0.0.1", "[::1]")  # by number: Windows tries IPv6 first and loses 2 s a connection

_HEADERS = {"Accept": "application/json", "Accept-Encoding": "identity", "User-Agent": "MatrixDeck"}

_Body = dict[str, Any] | None


class _Line:
    """A pool of connections and how many requests are on it: it is closed only when the last has ended.

    It is httpx's transport without its client: cookies, redirects and proxies are not wanted here, and the
    layers for them were a fifth of what a poll costs.
    """

    def __init__(self, verify: ssl.SSLContext | bool, kept: int) -> None:
        """``kept``: how many connections stay open between requests."""
        limits = httpx.Limits(
            max_connections=MAX_CONNECTIONS,
            max_keepalive_connections=kept,
            keepalive_expiry=KEEPALIVE_EXPIRY_S,
        )
        self._pool = httpx.AsyncHTTPTransport(trust_env=False, verify=verify, limits=limits)
        self._requests = 0
        self._retired = False

    async def send(self, request: httpx.Request) -> tuple[int, bytes]:
        """Return status and body. Raises httpx's errors, and Unreadable for more than BYTE_CAP."""
        self._requests += 1
        try:
            response = await self._pool.handle_async_request(request)
            try:
                content = await bounded(response, BYTE_CAP)
            finally:
                await response.aclose()
        finally:
            self._requests -= 1
            await self._close_if_done()
        if content is None:
            raise Unreadable(f"more than {BYTE_CAP // 2**20} MB", http_status=response.status_code)
        return response.status_code, content

    async def retire(self) -> None:
        """Close as soon as nobody is on it."""
        self._retired = True
        await self._close_if_done()

    async def _close_if_done(self) -> None:
        if self._retired and self._requests == 0:
            await self._pool.aclose()


class Transport:
    """The way to one address. Belongs to the event loop that it is first used in."""

    def __init__(self, base_url: str, deadline: float) -> None:
        """``base_url`` without a path; ``deadline`` in s for a whole exchange, second try included."""
        self._bases = _addresses(base_url)
        self._deadline = deadline
        # Loading the certificates costs 17 to 33 ms; this context, for http, has none and so trusts nobody.
        plain = urlsplit(base_url).scheme == "http"
        self._verify: ssl.SSLContext | bool = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT) if plain else True
        self._lines: dict[bool, _Line] = {}

    async def exchange(self, method: str, target: str, body: _Body = None) -> tuple[int, bytes]:
        """Return HTTP status and body. Raises ApiError, ``maybe_done`` where the request may have arrived."""
        # httpx asks for this 14 times a request, and finding it out is a twentieth of what a request costs.
        current_async_library_cvar.set("asyncio")
        try:
            async with asyncio.timeout(self._deadline):
                return await self._to_whoever_listens(method, target, body)
        except TimeoutError:
            await self.renew()  # the cancelled request may have kept its place in a pool
            error: ApiError = TimedOut(f"no complete answer within {self._deadline:g} s")
            error.maybe_done = True
        except httpx.PoolTimeout:
            error = TimedOut("no connection was free")
        except (httpx.RemoteProtocolError, httpx.DecodingError) as problem:
            error = Unreachable("the connection broke") if _hung_up(problem) else Unreadable(str(problem))
            error.maybe_done = True
        except (httpx.NetworkError, httpx.ProxyError) as problem:
            error = Unreachable(f"the connection broke ({type(problem).__name__})")
            error.maybe_done = True
        except (httpx.HTTPError, httpx.InvalidURL) as problem:
            error = Unreachable(str(problem))
        except ValueError as problem:
            error = Rejected(f"The request cannot be written as JSON: {problem}")  # so nothing went out
        raise error from None

    async def renew(self) -> None:
        """Let the present connections die out; the next request opens another."""
        lines, self._lines = self._lines, {}
        for line in lines.values():
            await line.retire()

    async def _to_whoever_listens(self, method: str, target: str, body: _Body) -> tuple[int, bytes]:
        """Try each address until one accepts the connection; nothing was sent to those that did not."""
        reason = ""
        for base in self._bases:
            try:
                answer = await self._patiently(method, base + target, body)
            except httpx.ConnectTimeout:
                reason = reason or "no answer to the connection request"
                continue
            except httpx.ConnectError as problem:
                reason = reason or _why(problem)
                continue
            self._bases = (base, *(other for other in self._bases if other != base))
            return answer
        raise Unreachable(reason)

    async def _patiently(self, method: str, url: str, body: _Body) -> tuple[int, bytes]:
        """Send; once more if no place was free or a GET lost its connection. Nothing else goes out twice."""
        try:
            return await self._send(method, url, body)
        except httpx.PoolTimeout:
            await self.renew()
        except (httpx.ReadError, httpx.WriteError, httpx.RemoteProtocolError):
            if method != "GET":
                raise
        return await self._send(method, url, body)

    async def _send(self, method: str, url: str, body: _Body) -> tuple[int, bytes]:
        """Send; a command on a new connection, for it cannot be repeated where an idle one had just died."""
        reads = method == "GET"
        request = _plain_get(url) if reads and body is None else _request(method, url, body)
        if reads not in self._lines:
            self._lines[reads] = _Line(self._verify, KEPT_CONNECTIONS if reads else 0)
        return await self._lines[reads].send(request)


def _request(method: str, url: str, body: _Body) -> httpx.Request:
    """Return a request. Raises InvalidURL, and ValueError where the body cannot be written as JSON."""
    return httpx.Request(method, url, headers=_HEADERS, json=body, extensions={"timeout": TIMEOUTS_S})


@lru_cache(maxsize=16)
def _plain_get(url: str) -> httpx.Request:
    """Return a GET; the polls' few are kept, for making one costs a tenth of sending it."""
    return _request("GET", url, None)


async def bounded(response: httpx.Response, most: int) -> bytes | None:
    """Read the body; None where it is larger than ``most`` bytes."""
    parts, size = [], 0
    try:
        async for part in response.aiter_bytes():
            parts.append(part)
            size += len(part)
            if size > most:
                await response.aclose()  # ends the iteration; leaving it would strand its generators
    except httpx.HTTPError:
        if size <= most:
            raise
    return b"".join(parts) if size <= most else None


def _addresses(base_url: str) -> tuple[str, ...]:
    parts = urlsplit(base_url)
    if parts.hostname != "localhost":
        return (base_url,)
    port = f":{parts.port}" if parts.port else ""
    return tuple(f"{parts.scheme}://{host}{port}" for host in _LOOPBACK)


def _hung_up(problem: httpx.HTTPError) -> bool:
    """Whether the other side closed the connection, rather than spoke something that is not HTTP."""
    return "disconnected" in str(problem) or "peer closed" in str(problem)


def _why(problem: httpx.ConnectError) -> str:
    text = str(problem)
    return "nothing listens there" if "All connection attempts failed" in text else text
