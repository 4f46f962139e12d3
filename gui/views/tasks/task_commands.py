"""Retry, stop and delete: who may be asked for what, and the one question before what concerns several."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QCheckBox, QMessageBox, QWidget

from gui.api.schemas import TaskStatus
from gui.state.bulk import DryRun
from gui.state.host import Host
from gui.state.outcome import Command
from gui.views.look import restyle
from gui.views.tasks.question_words import counts, question
from gui.views.wording import number, sentences

LONG = 500
"""From so many tasks on a question says that the command can be cancelled."""


class TaskCommands(QObject):
    """Gives commands to the host, asking first where they concern several or destroy something."""

    def __init__(self, host: Host, window: QWidget) -> None:
        super().__init__(window)
        self._host = host
        self._window = window
        self._box: QMessageBox | None = None
        self._asked = DryRun(Command.DELETE)

    def retry(self, ids: Iterable[int]) -> None:
        """Put the failed ones among these back to pending; more than one only after a question.

        One that is probably at its limit is tried all the same when it is the only one: the limit is a guess.
        """
        run = self._host.bulk.dry_run(Command.RETRY, ids)
        failed = run.can + run.at_limit_maybe
        if len(failed) == 1:
            self._host.retry(failed)
        elif failed:
            several = self.tr("Try the {n} at their limit as well").format(n=number(len(run.at_limit_maybe)))
            more = counts(run) or self.tr("They go back into the queue.")
            offer = several if run.can and run.at_limit_maybe else ""
            self._ask(run, self._question(run, run.can or failed), more, self.tr("Retry"), offer)

    def stop(self, ids: Iterable[int]) -> None:
        """Stop the running ones among these; more than one only after a question."""
        run = self._host.bulk.dry_run(Command.STOP, ids)
        if len(run.can) == 1:
            self._host.stop(run.can)
        elif run.can:
            more = "\n\n".join(filter(None, (counts(run), self.tr("They probably end as failed."))))
            self._ask(run, self._question(run, run.can), more, self.tr("Stop"))

    def delete(self, ids: Iterable[int]) -> None:
        """Delete these after a question."""
        run = self._host.bulk.dry_run(Command.DELETE, ids)
        if not run.can:
            return
        all_run = run.by_status.get(TaskStatus.RUNNING, 0) == len(run.can)
        more = self.tr("This cannot be undone.")
        if len(run.can) == 1:
            asked = self.tr("Delete task {0}?").format(run.can[0])
            first = self.tr("It is running and is stopped first.")
        else:
            asked = self._question(run, run.can)
            first = self.tr("They are running and are stopped first.")
        self._ask(run, asked, sentences(first, more) if all_run else more, self.tr("Delete"))

    def _question(self, run: DryRun, ids: tuple[int, ...]) -> str:
        return question(run.command, [self._host.tasks[i] for i in ids])

    def _ask(self, run: DryRun, asked: str, more: str, verb: str, offer: str = "") -> None:
        """Ask; ``offer`` is the text of a box to tick for those at their limit."""
        if self._box is not None:
            # One question at a time; the second press of a key brings the first one to the front.
            self._box.raise_()
            return
        self._asked = run
        if len(run.can) >= LONG:
            more = sentences(more, self.tr("It can be cancelled while it runs."))
        box = QMessageBox(self._window)
        box.setObjectName("confirm_box")
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(verb)
        box.setText(asked)
        box.setInformativeText(more)
        if offer:
            tick = QCheckBox(offer, box)
            tick.setObjectName("confirm_box.at_limit")
            box.setCheckBox(tick)
        yes = box.addButton(verb, QMessageBox.ButtonRole.AcceptRole)
        yes.setObjectName("confirm_box.yes")
        restyle(yes, "kind", "danger" if run.command == Command.DELETE else "primary")
        no = box.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        no.setObjectName("confirm_box.no")
        # Del and Enter in one sweep must not destroy anything.
        box.setDefaultButton(no if run.command == Command.DELETE else yes)
        box.setEscapeButton(no)
        self._box = box
        box.accepted.connect(self._carry_out)
        box.finished.connect(self._closed)
        box.open()

    @Slot()
    def _carry_out(self) -> None:
        asked = self._asked
        # What has changed while the question stood is counted anew.
        now = self._host.bulk.dry_run(asked.command, asked.can)
        if asked.command == Command.STOP:
            if now.can:
                self._host.stop(now.can)
        elif asked.command == Command.RETRY:
            if failed := now.can + self._at_limit():
                self._host.retry(failed)
        elif now.can:
            self._host.delete(now.can)

    def _at_limit(self) -> tuple[int, ...]:
        """Return those at their limit that are to be tried: ticked, or the only ones asked about."""
        tick = self._box.checkBox() if self._box is not None else None
        if self._asked.can and not (tick is not None and tick.isChecked()):
            return ()
        now = self._host.bulk.dry_run(Command.RETRY, self._asked.at_limit_maybe)
        return now.can + now.at_limit_maybe

    @Slot()
    def _closed(self) -> None:
        self._box = None
