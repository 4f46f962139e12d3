"""The line to TikMatrix in words: what the banner says in each of its states."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from gui.state.connection import Connection, Phase
from gui.views import wording

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class LineWords:
    """What is said, with the colour role and the mark that go with it."""

    tone: str
    mark: str
    text: str
    advice: str = ""
    """A second line: what it means or what to do."""
    troubled: bool = False
    """Whether trying again is worth a button."""


def line_words(connection: Connection, now: float) -> LineWords:
    """Say how the line stands at Unix time ``now``."""
    match connection.phase:
        case Phase.STARTING:
            return _starting(connection)
        case Phase.CONNECTING:
            return LineWords("running", "unknown", _connecting(connection))
        case Phase.LIVE:
            words = _joined(
                translate("Line", "Live"), address(connection), _latency(connection), _age(connection, now)
            )
            return LineWords("completed", "dot", words)
        case Phase.STALE:
            words = _joined(translate("Line", "Stale"), address(connection), _age(connection, now))
            return LineWords("warning", "warning", words, _reason(connection), troubled=True)
        case Phase.REFUSED:
            text = translate("Line", "The Local API is not in this plan")
            words = _joined(text, _next_try(connection, now))
            advice = translate("Line", "It needs the Pro, Team or Business plan. Upgrade in TikMatrix.")
            return LineWords("failed", "failed", words, advice, troubled=True)
        case Phase.UNREACHABLE:
            words = _joined(
                _unreachable(connection),
                _next_try(connection, now),
                _age(connection, now),  # before the address: a narrow window cuts off what stands last
                address(connection),
            )
            return LineWords("failed", "failed", words, _advice(connection), troubled=True)


def address(connection: Connection) -> str:
    """Return the address as a person would say it, without its scheme."""
    return connection.url.partition("://")[2].rstrip("/") or connection.url


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _starting(connection: Connection) -> LineWords:
    if connection.demo:
        text = translate("Line", "The simulator is starting…")
    else:
        text = translate("Line", "TikMatrix is starting…")
    return LineWords("running", "unknown", text)


def _connecting(connection: Connection) -> str:
    if connection.url:
        return translate("Line", "Connecting to {address}…").format(address=address(connection))
    return translate("Line", "Looking for TikMatrix…")


def _latency(connection: Connection) -> str:
    if connection.latency_ms is None:
        return ""
    return translate("Line", "{ms} ms").format(ms=max(1, round(connection.latency_ms)))


def _age(connection: Connection, now: float) -> str:
    if connection.last_success is None:
        return ""
    age = wording.ago(now - connection.last_success)
    return translate("Line", "updated {age}").format(age=age)


def _next_try(connection: Connection, now: float) -> str:
    if connection.next_try is None:
        return ""
    left = connection.next_try - now
    if left <= 0:
        return translate("Line", "trying now…")
    # Counts down to 1, then tries: nobody waits through a 0.
    return translate("Line", "next try in {n} s").format(n=int(left) + 1)


def _unreachable(connection: Connection) -> str:
    if connection.error is None:
        return translate("Line", "TikMatrix cannot be reached")
    return wording.error_title(connection.error)


def _reason(connection: Connection) -> str:
    return wording.error_sentence(connection.error) if connection.error else ""


def _advice(connection: Connection) -> str:
    if connection.error is None or not connection.error.remedy:
        return ""
    return translate("ApiError", connection.error.remedy)
