"""One command over some tasks of one server: its requests, and what they have come to so far."""

import asyncio
import logging
import time
from collections.abc import Callable, Coroutine, Sequence
from typing import TYPE_CHECKING, Protocol

from gui.api.errors import ApiError, PlanRefused, TimedOut, Unreachable
from gui.state import commands
from gui.state.commands import Answer
from gui.state.known import Known
from gui.state.outcome import BulkProgress, Command, Outcome

if TYPE_CHECKING:
    from gui.api.client import LocalApi

logger = logging.getLogger(__name__)

TELL_EVERY_S = 0.2
"""Between two looks at what single requests have come to; a batch is told by itself."""
TELL_MARKS_EVERY_S = 1.0
"""Telling which tasks are marked costs the table a walk over all marks."""
ROUNDS_WITHOUT_LINE = 2
"""So many rounds of requests in a row fail for want of a line: then the rest is not even tried."""
_LINE_ERRORS = (Unreachable, TimedOut, PlanRefused)


class Line(Protocol):
    """What carries requests: the follower of one server, inside the running loop."""

    @property
    def api(self) -> "LocalApi | None":
        """The server followed now; None before one was found."""

    def run(self, work: Coroutine[object, object, object]) -> None:
        """Run a coroutine beside everything else."""

    def look_again(self, *, now: bool) -> None:
        """Believe no list that is on its way; with ``now`` ask for another at once."""


class BulkJob:
    """Belongs to the server that was followed when it was given: another one never gets its requests."""

    def __init__(
        self,
        command: Command,
        task_ids: Sequence[int],
        known: Known,
        line: Line,
        tell: Callable[[BulkProgress], None],
    ) -> None:
        self.command = command
        self.unanswered = set(task_ids)
        """Tasks of which nothing has come back yet."""
        pieces = commands.pieces(command, task_ids)
        self._width = 1 if command is Command.DELETE else commands.AT_ONCE
        self.short = len(pieces) <= self._width
        """Whether all of it is under way at once."""
        self._pieces = iter(pieces)
        self._asked = len(task_ids)
        self._known, self._marks, self._mirror = known, known.marks, known.mirror
        self._line, self._api = line, line.api
        self._tell = tell
        self._cancelled = False
        self._without_line = 0
        self._done = 0
        self._failures: list[tuple[int, ApiError]] = []
        self._fresh: list[tuple[Sequence[int], Answer]] = []
        """Answers that the mirror and the marks have not been told of."""
        self._told_at = self._marks_told_at = time.monotonic()
        self._marks_differ = False

    def cancel(self) -> None:
        """Send nothing more."""
        self._cancelled = True
        if not self.short:
            self._tell(self.progress())

    async def run(self) -> None:
        """Send what is to be sent and wait for the answers; less of it when cancelled or without a line."""
        if not self.short:
            self._tell(self.progress())
        await asyncio.gather(*(self._work() for _ in range(self._width)))

    def end(self) -> Outcome:
        """Return what came of it, the marks of whatever was not reached taken away."""
        left = len(self.unanswered)
        self._marks_differ |= self._marks.drop(self.command, self.unanswered)
        self.unanswered = set()
        self._settle()
        self._tell_marks()
        self._line.look_again(now=True)
        failures = tuple(self._failures)
        cancelled = self._cancelled and left > 0
        return Outcome(self.command, self._asked, self._done, failures, left=left, cancelled=cancelled)

    def progress(self) -> BulkProgress:
        """Return how far it is."""
        left = len(self.unanswered)
        return BulkProgress(
            self.command, self._asked, self._done, len(self._failures), left, cancelling=self._cancelled
        )

    async def _work(self) -> None:
        while not self._over and (piece := next(self._pieces, None)) is not None:
            answer = await self._send(piece)
            self._take(piece, answer)

    @property
    def _over(self) -> bool:
        return self._cancelled or self._without_line >= ROUNDS_WITHOUT_LINE * self._width

    async def _send(self, piece: Sequence[int]) -> Answer:
        error: ApiError = Unreachable("There is no connection yet.")
        if self._api is not None:
            try:
                return await commands.send(self._api, self.command, piece)
            except Exception as defect:  # it must not leave the tasks marked for ever
                logger.exception("%s failed", self.command)
                error = ApiError(f"{type(defect).__name__}: {defect}")
                error.maybe_done = True
        return Answer(failures=tuple((task_id, error) for task_id in piece))

    def _take(self, piece: Sequence[int], answer: Answer) -> None:
        self.unanswered.difference_update(piece)
        self._done += answer.done
        self._failures.extend(answer.failures)
        self._fresh.append((piece, answer))
        no_line = any(isinstance(error, _LINE_ERRORS) for _, error in answer.failures)
        self._without_line = self._without_line + 1 if no_line else 0
        now = time.monotonic()
        if len(piece) > 1 or now - self._told_at >= TELL_EVERY_S:
            self._told_at = now
            self._settle()
            if now - self._marks_told_at >= TELL_MARKS_EVERY_S:
                self._tell_marks()
            if not self.short:
                self._tell(self.progress())

    def _settle(self) -> None:
        """Let the mirror doubt what was met, and forget what is gone by the server's own word."""
        fresh, self._fresh = self._fresh, []
        if not fresh:
            return
        met = [task_id for piece, _ in fresh for task_id in piece]
        gone = [task_id for _, answer in fresh for task_id in answer.gone]
        self._marks.answered(self.command, met)
        failed = [task_id for _, answer in fresh for task_id, _ in answer.failures]
        self._marks_differ |= self._marks.drop(self.command, failed)
        self._line.look_again(now=False)
        if self._mirror is not self._known.mirror:
            return  # another server is read by now: these ids mean nothing to it
        self._mirror.remove(gone)
        # Also after a failure: a request that timed out may have worked.
        self._mirror.doubts.update(task_id for task_id in met if task_id in self._mirror.tasks)
        self._known.take_tasks()

    def _tell_marks(self) -> None:
        self._marks_told_at = time.monotonic()
        if self._marks_differ and self._marks is self._known.marks:
            self._known.pending_changed.emit(self._known.pending)
        self._marks_differ = False
