"""An address as a person types it, and as the panel uses it."""

import re
from ipaddress import IPv4Address, IPv6Address, ip_address
from urllib.parse import SplitResult, urlsplit

from gui.api.schemas import DEFAULT_PORT

_PATHS = ("", "/api", "/api/v1")
_HOST = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)(?:\.(?!-)[a-z0-9-]{1,63}(?<!-))*\.?")


def parse_url(text: str) -> str:
    """Return what a person typed as ``scheme://host:port``. Raises ValueError with a sentence."""
    typed = text.strip()
    if not typed:
        raise ValueError("The address is empty.")
    if typed.isascii() and typed.isdigit():
        typed = f"localhost:{typed}"
    elif _is_address(typed, IPv6Address):
        typed = f"[{typed}]"
    if "://" not in typed:
        typed = f"http://{typed}"
    try:
        parts = urlsplit(typed)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise ValueError(f"“{text.strip()}” is not an address: host and port are unreadable.") from None
    if fault := _fault(parts, host, port):
        raise ValueError(f"“{text.strip()}” is not an address of TikMatrix: {fault}.")
    shown = f"[{host}]" if ":" in host else host
    if port is None and parts.scheme == "http":
        port = DEFAULT_PORT
    return f"{parts.scheme}://{shown}" + (f":{port}" if port is not None else "")


def _fault(parts: SplitResult, host: str, port: int | None) -> str:
    """Return what is wrong with an address, empty if nothing is."""
    if parts.scheme not in {"http", "https"}:
        return "it must begin with http"
    if parts.username is not None or parts.password is not None:
        return "it must not carry a user name"
    if parts.query or parts.fragment or parts.path.rstrip("/") not in _PATHS:
        return "nothing may follow the port but /api/v1"
    if port == 0:
        return "a port is 1 to 65535"
    digits_only = host.replace(".", "").isdigit()
    named = _HOST.fullmatch(host) and len(host) <= 253 and not digits_only
    if not named and not _is_address(host, IPv4Address, IPv6Address):
        return "the host name makes no sense"
    return ""


def _is_address(text: str, *kinds: type[IPv4Address | IPv6Address]) -> bool:
    try:
        return isinstance(ip_address(text), kinds)
    except ValueError:
        return False
