"""Hands a plan over to be sent, once, and tells what becomes of it."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from gui.api.errors import ApiError, Rejected
from gui.api.schemas import TaskRequest
from gui.scripts.secrets import take_out
from gui.state.batches import RequestDone
from gui.state.host import Host
from gui.state.plan import Plan
from gui.store.batch_records import UNFINISHED, Batch, RequestState
from gui.views.compose.batch_line import BatchLine
from gui.views.compose.outcome_notice import OutcomeNotice
from gui.views.compose.sent_words import told_of

_GOES_OUT = frozenset({RequestState.WAITING, RequestState.SENDING})


def not_settled(batch: Batch) -> bool:
    """Whether something of a batch waits, is under way, or may exist without anybody knowing."""
    return any(each.state in UNFINISHED for each in batch.requests)


def without_keys(plan: Plan) -> tuple[Plan, dict[str, str]]:
    """Return a plan with a mark in place of each key, and the keys by name."""
    secrets: dict[str, str] = {}
    requests = []
    for each in plan.requests:
        config, found = take_out(plan.script_name, each.request.script_config)
        secrets |= found
        requests.append(replace(each, request=replace(each.request, script_config=config)))
    return replace(plan, requests=tuple(requests)), secrets


class Sending(QObject):
    """Follows the batch that was sent last from this page."""

    changed = Signal()
    """What may be sent now can be something else."""
    created = Signal(tuple)
    """The ids of the tasks of a batch of one request, all of which were made."""
    field_refused = Signal(str, str, str)
    """Script, name of the field, and why it was refused."""
    batch_wanted = Signal(int)

    def __init__(
        self, host: Host, notice: OutcomeNotice, line: BatchLine, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._host = host
        self._notice = notice
        self._line = line
        self._id: int | None = None
        self._error: ApiError | None = None
        self._problem = ""
        self._told: object = None
        self._compared: tuple[Plan, list[TaskRequest]] | None = None
        host.batches.changed.connect(self._on_changed)
        host.batches.removed.connect(self._on_removed)
        host.batches.request_done.connect(self._on_done)
        host.batches.problem.connect(self._on_problem)
        line.pause_wanted.connect(self._pause)
        line.resume_wanted.connect(self._resume)
        line.cancel_wanted.connect(self._cancel)
        line.batch_wanted.connect(self._show)
        notice.batch_wanted.connect(self._show)

    def submit(self, plan: Plan) -> bool:
        """Send a plan; return whether it is on its way. Its keys go to the key ring, not into the batch."""
        plan, secrets = without_keys(plan)
        for name, secret in secrets.items():
            self._host.desk.keys.put(name, secret)
        self._notice.hide()
        self._line.hide()
        self._error, self._problem, self._told = None, "", None
        self._id = self._host.batches.submit(plan)
        if self._id is None:
            self._notice.tell("error", self.tr("Nothing was sent."), self._problem)
        else:
            self._follow()
        return self._id is not None

    def twin(self, plan: Plan) -> Batch | None:
        """Return the batch that asks for the very same, an unsettled one first; None where there is none."""
        if self._compared is None or self._compared[0] is not plan:
            self._compared = plan, [each.request for each in without_keys(plan)[0].requests]
        wanted = self._compared[1]
        twins = [
            batch
            for batch in self._host.batches.batches.values()
            if batch.script_name == plan.script_name
            and len(batch.requests) == len(wanted)
            and [each.request for each in batch.requests] == wanted
        ]
        return max(twins, key=lambda batch: (not_settled(batch), batch.created > 0, batch.id), default=None)

    def goes_out(self, batch: Batch) -> bool:
        """Whether a batch is the one sent last from here, and requests of it still go out."""
        return batch.id == self._id and not batch.paused and any(batch.states[s] for s in _GOES_OUT)

    def _on_changed(self, batch_id: int) -> None:
        if batch_id == self._id:
            self._follow()
        self.changed.emit()

    def _on_removed(self, batch_id: int) -> None:
        if batch_id == self._id:
            self._id = None
            self._line.hide()
        self.changed.emit()

    def _on_done(self, done: RequestDone) -> None:
        if done.batch_id != self._id:
            return
        self._error = done.error or self._error
        batch = self._batch()
        if batch is None:
            return
        if isinstance(done.error, Rejected) and done.error.field and len(batch.requests) == 1:
            self.field_refused.emit(batch.script_name, done.error.field, done.error.detail)
        self._follow()
        if done.state is RequestState.CREATED and len(batch.requests) == 1:
            self.created.emit(batch.task_ids)

    def _on_problem(self, sentence: str) -> None:
        self._problem = sentence

    def _batch(self) -> Batch | None:
        return None if self._id is None else self._host.batches.batches.get(self._id)

    def _follow(self) -> None:
        batch = self._batch()
        if batch is None:
            return
        told = told_of(batch, self._error)
        self._line.show_batch(batch)
        waits = batch.paused and not batch.cancelled and not_settled(batch)
        self._line.setVisible(waits or (told is None and len(batch.requests) > 1))
        if told is not None and told != self._told:
            self._told = told
            self._notice.tell(told.tone, told.text, told.detail, tasks=told.tasks, batch=told.batch)

    def _pause(self) -> None:
        if self._id is not None:
            self._host.batches.pause(self._id)

    def _resume(self) -> None:
        if self._id is not None:
            self._host.batches.resume(self._id)

    def _cancel(self) -> None:
        if self._id is not None:
            self._host.batches.cancel(self._id)

    def _show(self) -> None:
        if self._id is not None:
            self.batch_wanted.emit(self._id)
