"""What is taken out of a text before it leaves this machine: secrets, queries, the user's name and home."""

import getpass
import re
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

from gui.logs import redact

LEAST_NAME = 2
"""Characters; a shorter account name is no name of a person, and stands in every second word."""
LEAST_SECRET = 4
_ASKED = re.compile(r"(https?://[^\s?#\"'“”<>]{1,500}|“[^\s?#“”]{1,500})[?#][^\s\"'“”<>]*")
"""An address with a query, also one without its beginning where a sentence quotes what was typed."""
_SHORT_STEM, _SHORT_ENDING = 6, 3
"""Letters of a long name in the short one that Windows gives a folder."""


class Scrubber:
    """Knows what is to be taken out. Works line by line, so that another thread gets its turn."""

    def __init__(self, homes: Iterable[str], accounts: Iterable[str], secrets: Iterable[str] = ()) -> None:
        """``secrets`` are replaced wherever they stand, whatever they look like."""
        self._secrets = sorted({each for each in secrets if len(each) >= LEAST_SECRET}, key=len, reverse=True)
        places = sorted({each for each in homes if len(each.strip("/\\")) > 1}, key=len, reverse=True)
        written = {form for each in accounts if len(each) >= LEAST_NAME for form in (each, quote(each))}
        names = sorted(written, key=len, reverse=True)
        patterns = [*(_any_slashes(each) + r"(?![\w-])" for each in places), *map(_as_a_word, names)]
        self._own = re.compile("|".join(patterns), re.IGNORECASE) if patterns else None

    @classmethod
    def of_this_machine(cls, secrets: Iterable[str] = ()) -> "Scrubber":
        """Return one for the user who runs this program."""
        homes: list[str] = []
        accounts: list[str] = []
        with suppress(OSError, RuntimeError):  # no home, or one that leads in a circle
            home = Path.home()
            homes = [str(home), str(home.resolve())]
            accounts.append(home.name)  # it is named for its user, whose account may have another name
        with suppress(OSError, KeyError, ImportError):  # a user without a name
            accounts.append(getpass.getuser())
        return cls(homes, accounts, secrets)

    def line(self, text: str) -> str:
        """Return one line without what is taken out."""
        for secret in self._secrets:
            text = text.replace(secret, "***")
        text = _ASKED.sub(r"\1?***", redact(text))
        return self._own.sub("~", text) if self._own is not None else text

    def address(self, typed: str) -> str:
        """Return an address as it was typed, without a user's name and password and without a query."""
        bare = re.sub(r"^(\w+://)?[^/@]*@", r"\1***@", typed.strip())
        return self.line(re.sub(r"[?#].*", "?***", bare))

    def text(self, text: str) -> str:
        """Return a text of many lines without it."""
        return "\n".join(map(self.line, text.split("\n")))

    def value(self, value: object) -> object:
        """Return a JSON value without it; the names in objects stay as they are."""
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, dict):
            return {str(name): self.value(each) for name, each in value.items()}
        if isinstance(value, (list, tuple)):
            return [self.value(each) for each in value]
        return value


def _any_slashes(place: str) -> str:
    """Return a pattern for a path as any program writes it: either slash, perhaps doubled."""
    return r"(?:\\\\|[\\/])".join(map(re.escape, re.split(r"[\\/]", place.rstrip("/\\"))))


def _as_a_word(name: str) -> str:
    """Return a pattern for a name that stands alone; Chinese knows no space between words."""
    short = rf"|(?<![a-z0-9]){_short_name(name)}"
    if not name.isascii():
        return re.escape(name) + short
    return rf"(?<![a-z0-9]){re.escape(name)}(?![a-z0-9])" + short


def _short_name(name: str) -> str:
    """Return a pattern for the name that Windows makes of a longer one, as in ``SOMEBO~1``."""
    stem, _, ending = name.replace(" ", "").rpartition(".")
    if not stem:
        return rf"{re.escape(ending[:_SHORT_STEM])}~\d"
    return rf"{re.escape(stem.replace('.', '')[:_SHORT_STEM])}~\d\.{re.escape(ending[:_SHORT_ENDING])}"
