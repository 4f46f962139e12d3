"""Asks an address on the web which version of the program is the newest. Sends nothing but the question.

It understands ``{"version", "url", "notes"}`` and what GitHub says of a release.
"""

import asyncio
import json
import re
import ssl
from dataclasses import dataclass
from enum import Enum
from functools import total_ordering
from typing import Any
from urllib.parse import urljoin, urlsplit
from urllib.request import getproxies, proxy_bypass

from gui import __version__
from gui.api.lean_httpx import httpx
from gui.api.transport import bounded
from gui.web_address import THIS_MACHINE, fault_of

DEADLINE_S = 15.0
BYTE_CAP = 1_000_000
MOST_REDIRECTS = 4
MOST_NOTES, MOST_LINES = 1_000, 12
"""Characters and lines of the notes."""
_HEADERS = {
    "Accept": "application/json",
    "Accept-Encoding": "identity",
    "User-Agent": f"MatrixDeck/{__version__}",
}
_TIMEOUTS_S = {"connect": DEADLINE_S, "pool": None, "read": None, "write": None}
"""The deadline of the whole question bounds them all."""
_VERSION = re.compile(
    r"v?(?P<release>\d{1,6}(?:\.\d{1,6}){0,4})"
    r"(?:[-._]?(?P<stage>dev|a|alpha|b|beta|rc|c|pre|preview|post)[-._]?(?P<number>\d{1,6})?)?"
    r"(?:\+[a-z0-9.-]{1,40})?",
    re.IGNORECASE | re.ASCII,
)
_STAGES = {
    "dev": 0,
    "a": 1,
    "alpha": 1,
    "b": 2,
    "beta": 2,
    "c": 3,
    "rc": 3,
    "pre": 3,
    "preview": 3,
    "post": 5,
}
_FINAL = 4


class Trouble(Enum):
    """Why the newest version could not be learnt."""

    UNREACHABLE = "unreachable"
    TIMED_OUT = "timed out"
    REFUSED = "refused"
    TOO_LARGE = "too large"
    UNREADABLE = "unreadable"
    UNSAFE = "unsafe"


class NotTold(Exception):
    """No answer that could be used."""

    def __init__(self, trouble: Trouble, detail: str = "") -> None:
        super().__init__(f"{trouble.value}: {detail}" if detail else trouble.value)
        self.trouble = trouble
        self.detail = detail
        """What exactly, in English; may be empty."""


@total_ordering
class Version:
    """A version such as 1.2, v1.2.0 or 1.3.0-rc1, as PyPI and GitHub write them. Raises ValueError."""

    def __init__(self, text: str) -> None:
        match = _VERSION.fullmatch(text.strip())
        if match is None:
            raise ValueError(f"{text[:40]!r} is no version")
        self.text = text.strip().removeprefix("v").removeprefix("V")
        numbers = [int(part) for part in match["release"].split(".")]
        while len(numbers) > 1 and not numbers[-1]:
            numbers.pop()
        stage = _STAGES[match["stage"].lower()] if match["stage"] else _FINAL
        self._key = (tuple(numbers), stage, int(match["number"] or 0))

    @property
    def is_pre(self) -> bool:
        """Whether it comes before a finished release."""
        return self._key[1] < _FINAL

    def __eq__(self, other: object) -> bool:
        """1.2 and v1.2.0 are the same."""
        return isinstance(other, Version) and self._key == other._key

    def __lt__(self, other: "Version") -> bool:
        """A pre-release comes before its release."""
        return self._key < other._key

    def __hash__(self) -> int:
        """Equal versions hash alike."""
        return hash(self._key)

    def __str__(self) -> str:
        """As it was written, without a leading v."""
        return self.text


@dataclass(frozen=True, slots=True)
class Release:
    """The newest release, as somebody on the web says."""

    version: Version
    url: str
    """The page to get it from: http or https."""
    notes: str
    is_pre: bool


async def newest(url: str, *, deadline: float = DEADLINE_S) -> Release:
    """Ask. ``url`` as it stands in the settings, ``deadline`` in s for everything. Raises NotTold."""
    try:
        async with asyncio.timeout(deadline):
            return _read(await _fetch(url))
    except TimeoutError:
        raise NotTold(Trouble.TIMED_OUT, f"no complete answer within {deadline:g} s") from None
    except (httpx.HTTPError, OSError) as error:
        raise NotTold(Trouble.UNREACHABLE, f"{type(error).__name__}: {error}") from None
    except (httpx.InvalidURL, ValueError) as error:
        raise NotTold(Trouble.UNSAFE, str(error)) from None


async def _fetch(url: str) -> bytes:
    """Return the answer's body, wherever it is to be found. Raises NotTold and what httpx raises."""
    secure = False
    for _ in range(MOST_REDIRECTS + 1):
        is_https = url.lower().startswith("https:")
        if fault_of(url) is not None or (secure and not is_https):
            raise NotTold(Trouble.UNSAFE, url[:200])
        secure = is_https
        async with await asyncio.to_thread(_line, url) as line:
            request = httpx.Request("GET", url, headers=_HEADERS, extensions={"timeout": _TIMEOUTS_S})
            response = await line.handle_async_request(request)
            try:
                if not response.has_redirect_location:
                    return await _body(response)
                url = urljoin(url, response.headers["Location"])
            finally:
                await response.aclose()
    raise NotTold(Trouble.UNSAFE, f"more than {MOST_REDIRECTS} redirects")


def _line(url: str) -> httpx.AsyncHTTPTransport:
    """Return a way to an address. Takes 17 to 33 ms, for the certificates, and more where a proxy is set."""
    if not url.lower().startswith("https:"):  # only ever to this machine: a context that trusts nobody
        return httpx.AsyncHTTPTransport(verify=ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT), trust_env=False)
    context = httpx.create_ssl_context(trust_env=False)
    context.load_default_certs()  # the system's, a company's own among them, beside those of httpx
    return httpx.AsyncHTTPTransport(verify=context, trust_env=False, proxy=_proxy(url))


def _proxy(url: str) -> httpx.Proxy | None:
    """Return the proxy that the system has for an address, where it has one that httpx can speak to."""
    host = urlsplit(url).hostname or ""
    address = getproxies().get("https", "")
    if not address.startswith(("http://", "https://")) or host in THIS_MACHINE or proxy_bypass(host):
        return None
    return httpx.Proxy(address)


async def _body(response: httpx.Response) -> bytes:
    if response.status_code != 200:
        raise NotTold(Trouble.REFUSED, f"HTTP {response.status_code}")
    if response.headers.get("Content-Encoding", "identity").lower() != "identity":
        raise NotTold(Trouble.UNREADABLE, "the answer is packed, which was not asked for")
    body = await bounded(response, BYTE_CAP)
    if body is None:
        raise NotTold(Trouble.TOO_LARGE, f"more than {BYTE_CAP // 1000} kB")
    return body


def _read(content: bytes) -> Release:
    """Read an answer of either shape. Raises NotTold."""
    try:
        said = json.loads(content)
    except (ValueError, RecursionError):
        raise NotTold(Trouble.UNREADABLE, "the answer is not JSON") from None
    if not isinstance(said, dict):
        raise NotTold(Trouble.UNREADABLE, "the answer is not an object")
    if "tag_name" in said:
        return _release(said, version="tag_name", url="html_url", notes="body")
    return _release(said, version="version", url="url", notes="notes")


def _release(said: dict[str, Any], *, version: str, url: str, notes: str) -> Release:
    """Judge what is said under these names. Raises NotTold."""
    named, page, words = said.get(version), said.get(url), said.get(notes)
    if not isinstance(named, str) or not isinstance(page, str):
        raise NotTold(Trouble.UNREADABLE, f"“{version}” and “{url}” are needed")
    try:
        found = Version(named)
    except ValueError as error:
        raise NotTold(Trouble.UNREADABLE, str(error)) from None
    if fault_of(page, to_open=True) is not None:
        raise NotTold(Trouble.UNSAFE, f"“{url}” is no web page: {page[:80]!r}")
    text = _plain(words) if isinstance(words, str) else ""
    return Release(found, page, text, found.is_pre or said.get("prerelease") is True)


def _plain(words: str) -> str:
    """Return the beginning of somebody's words, without what would change how the rest is shown."""
    lines = [
        "".join(letter for letter in line if letter.isprintable())
        for line in words[:MOST_NOTES].splitlines()[:MOST_LINES]
    ]
    return "\n".join(lines).strip()
