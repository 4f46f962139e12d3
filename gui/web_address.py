"""Addresses on the web: which of them may be asked, which may be opened, and how their host is shown."""

import re
from enum import Enum
from urllib.parse import urlsplit

MAX_LENGTH = 2_000
THIS_MACHINE = ("localhost", "127.0.0.1", "::1")
_HOST = re.compile(r"[\w.:-]+", re.ASCII)
"""A browser would read %2e as a dot, and so open another host than the one that is shown."""


class Fault(Enum):
    """What is wrong with an address."""

    NO_ADDRESS = "no address"
    OTHER_SCHEME = "it does not begin with https://"
    NOT_SECURE = "http:// only for this machine"
    USER_NAME = "it carries a user name"


def fault_of(url: str, *, to_open: bool = False) -> Fault | None:
    """Return what is wrong with a full address, None when it may be asked: https, or http on this machine.

    With ``to_open`` a browser is to show it, and plain http will do.
    """
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return Fault.NO_ADDRESS
    clean = url.isprintable() and " " not in url and len(url) <= MAX_LENGTH
    fault = None
    if parts.scheme not in {"http", "https"}:
        fault = Fault.OTHER_SCHEME
    elif not clean or not _HOST.fullmatch(_ascii(host)) or port == 0:
        fault = Fault.NO_ADDRESS
    elif parts.username is not None or parts.password is not None:
        fault = Fault.USER_NAME
    elif parts.scheme == "http" and not to_open and host not in THIS_MACHINE:
        fault = Fault.NOT_SECURE
    return fault


def host_of(url: str) -> str:
    """Return an address's host as it is looked up: letters that only look alike cannot hide in it.

    Empty where it has none.
    """
    try:
        return _ascii(urlsplit(url).hostname or "")
    except ValueError:
        return ""


def _ascii(host: str) -> str:
    """Return a host in ASCII, empty where it has no such form."""
    try:
        return host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        return ""
