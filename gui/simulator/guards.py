"""Keeps strangers out: a web page in a browser must not reach the API under a name of its own."""

import ipaddress

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

_LOCAL_NAMES = frozenset({"localhost", "testserver"})


class LocalNamesOnly:
    """ASGI middleware: refuses a request whose Host header is no name of this machine (DNS rebinding)."""

    def __init__(self, app: ASGIApp, host: str = "127.0.0.1") -> None:
        """``host`` is what is served: its name passes too; any address passes if it is all of them."""
        self._app = app
        self._host = host.lower()
        self._any_address = host in {"0.0.0.0", "::"}  # noqa: S104 - compared with, not bound to

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or answer 403."""
        if scope["type"] == "http":
            headers = dict(scope["headers"])
            name = _name(headers.get(b"host", b"").decode("latin-1"))
            if not self._is_ours(name):
                told = f"Refused: the Host header names '{name}', not this machine. Use localhost.\n"
                await PlainTextResponse(told, 403)(scope, receive, send)
                return
        await self._app(scope, receive, send)

    def _is_ours(self, name: str) -> bool:
        if name in _LOCAL_NAMES or name == self._host:
            return True
        try:
            address = ipaddress.ip_address(name)
        except ValueError:
            return False
        return self._any_address or address.is_loopback


def _name(host: str) -> str:
    """Return the name in a Host header, without port and brackets."""
    host = host.strip().lower()
    if host.startswith("["):
        return host[1:].partition("]")[0]
    return host.rpartition(":")[0] or host if host.count(":") == 1 else host
