"""The page on which tasks are composed: script, form, targets, time, and what follows from them."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from gui.api.schemas import Task, TaskRequest
from gui.scripts.registry import REGISTRY
from gui.state.host import Host
from gui.state.plan import Plan
from gui.views.compose.again import again
from gui.views.compose.ceiling_question import CeilingQuestion
from gui.views.compose.exact import Exact
from gui.views.compose.form import ScriptForm
from gui.views.compose.form_keeper import FormKeeper
from gui.views.compose.form_stack import FormStack
from gui.views.compose.page_draft import PageDraft
from gui.views.compose.page_layout import PageLayout
from gui.views.compose.planning import Planning, Sources
from gui.views.compose.preset_bar import PresetBar
from gui.views.compose.reckoning import reckon
from gui.views.compose.schedule import ScheduleEditor
from gui.views.compose.script_list import ScriptList
from gui.views.compose.sending import Sending
from gui.views.compose.summary import Summary
from gui.views.compose.targets import TargetsEditor
from gui.views.look import Look

_REFRESH_MS = 30
_CLOCK_MS = 15_000


def _local_now() -> datetime:
    return datetime.now()  # noqa: DTZ005 - compared with the PC's own clock


class ComposerPage(QWidget):
    """Composes one batch at a time. What was typed for a script stays, also for the next start."""

    tasks_created = Signal(tuple)
    """The ids of the new tasks."""
    tasks_wanted = Signal()
    """The operator wants to look at the task list."""
    batch_wanted = Signal(int)
    """The operator wants to look at a batch."""

    def __init__(self, host: Host, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("composer_page")
        self.clock: Callable[[], datetime] = _local_now
        self._host = host
        self._question = CeilingQuestion(host.desk, self)
        self._exact: Exact | None = None
        keeper = FormKeeper(host.desk, self)
        self._presets = PresetBar(host.desk, keeper, self)
        self._targets = TargetsEditor()
        self._schedule = ScheduleEditor()
        self._list = ScriptList(look, self)
        self._places = PageLayout(self, self._list, self._presets, self._targets, self._schedule)
        self._footer = self._places.footer
        self._forms = FormStack(keeper, self._presets, self._places, self)
        self._planning = Planning(host, self)
        self._sending = Sending(host, self._footer.notice, self._footer.line, self)
        self._draft = PageDraft(host.desk.drafts, self._targets, self._schedule, self)
        self._soon = QTimer(self, singleShot=True, interval=_REFRESH_MS)
        self._soon.timeout.connect(self.refresh)
        self._ticks = QTimer(self, interval=_CLOCK_MS)
        self._ticks.timeout.connect(self.refresh)
        self._list.script_chosen.connect(self._on_script)
        self._list.choose(self._draft.script())
        self._draft.restore()
        self._connect()

    # What others call

    def set_selected_devices(self, serials: tuple[str, ...]) -> None:
        """Take over the selection of the device dock."""
        self._targets.set_serials(serials)
        self._plan_refresh()

    def open_script(self, name: str) -> None:
        """Show the form of a script; one that cannot be sent is explained instead."""
        info = REGISTRY.get(name)
        if info is not None and info.model is not None:
            self._list.choose(name)
            return
        text = self.tr("The Local API of TikMatrix does not take the script {name} yet.")
        self._footer.notice.tell("warning", text.format(name=name))

    def take_task(self, task: Task) -> None:
        """Fill the form and the targets as a task was made."""
        self.take_tasks((task,))

    def take_tasks(self, tasks: Sequence[Task]) -> None:
        """Fill the form with the settings of one or more tasks, and name their devices or accounts."""
        if not tasks:
            return
        taken = again(tasks, self._host.devices)
        if isinstance(taken, str):
            self._footer.notice.tell("warning", taken)
            return
        self._list.choose(taken.info.name)
        self._forms.fill(taken.config)
        if taken.accounts:
            self._targets.use_accounts(taken.accounts)
        else:
            self._targets.use_devices(taken.serials)
        self._exact = taken.exact
        self.refresh()
        text = self.tr("The form is filled as the task was made. Nothing is sent yet.")
        self._footer.notice.tell("info", text, "\n".join(taken.notes))

    def form(self) -> ScriptForm:
        """Return the form in sight."""
        return self._forms.form()

    def plan(self) -> Plan:
        """Return what would be sent; while something is wrong, with the values as they were typed."""
        return replace(self._planning.plan(self._source()), name=self._footer.batch_name())

    def request(self) -> TaskRequest:
        """Return the first request of the plan. Raises IndexError where there is none."""
        return self.plan().requests[0].request

    def summary(self) -> Summary:
        """Return the summary in sight."""
        return self._reckoned.summary

    def refresh(self) -> None:
        """Work out anew what the form amounts to."""
        self._soon.stop()
        now = self.clock()
        self._targets.set_devices(self._host.devices, self._host.accounts)
        self._forms.look_at(self._targets.targets(), self._host)
        self._schedule.tick(now)
        self._reckoned = reckon(self._planning, self._sending, self._source(), now)
        targets = self._targets
        self._footer.show_reckoned(
            self._reckoned,
            (targets.targets(), targets.every_account()),
            problems=bool(self.form().problems()),
            url=self._host.connection.url,
        )

    def send(self) -> None:
        """Send the plan, once; while something is wrong, lead to it instead."""
        shown = self._targets.targets()
        self.form().tell_all()
        self.refresh()
        if not self._reckoned.summary.sendable or self._reckoned.why_not:
            self._lead_to_problem()
            return
        if self._targets.targets() != shown:
            text = self.tr("The devices changed this very moment. Look at the summary and send it then.")
            self._footer.notice.tell("warning", text)
            return
        self._clear_marks()
        if self._sending.submit(self.plan()):
            self._footer.forget_name()
            self._host.desk.drafts.drop(self._forms.info.name)
        self.refresh()

    # Events

    def showEvent(self, event: QShowEvent) -> None:
        """Keep the times fresh while the page is seen."""
        super().showEvent(event)
        self._ticks.start()
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while nobody looks."""
        super().hideEvent(event)
        self._ticks.stop()
        self._soon.stop()

    # What happens

    def _connect(self) -> None:
        self._forms.changed.connect(self._plan_refresh)
        self._targets.changed.connect(self._on_ends)
        self._schedule.changed.connect(self._on_ends)
        self._presets.told.connect(self._footer.notice.tell)
        self._footer.card.problem_wanted.connect(self._lead_to_problem)
        self._footer.card.raise_wanted.connect(self._ask_ceiling)
        self._footer.send_wanted.connect(self.send)
        self._footer.request_toggled.connect(self.refresh)
        self._footer.notice.tasks_wanted.connect(self.tasks_wanted)
        self._sending.changed.connect(self._plan_refresh)
        self._sending.created.connect(self.tasks_created)
        self._sending.field_refused.connect(self._mark)
        self._sending.batch_wanted.connect(self.batch_wanted)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.send)
        host = self._host
        for told in (host.connection_changed, host.license_changed, host.stats_changed):
            told.connect(self._on_fact)
        host.devices_changed.connect(self._plan_refresh)
        host.desk.ceilings_changed.connect(self._on_fact)
        host.desk.keys.changed.connect(self._on_fact)

    def _on_script(self, name: str) -> None:
        self._forms.show(name)
        self._targets.set_multi_account(self._forms.info.multi_account)
        self._draft.keep(name)
        self.refresh()

    def _on_ends(self) -> None:
        self._draft.keep(self._forms.info.name)
        self._plan_refresh()

    def _plan_refresh(self) -> None:
        if self.isVisible() and not self._soon.isActive():
            self._soon.start()

    def _on_fact(self, _fact: object) -> None:
        self._plan_refresh()

    def _source(self) -> Sources:
        forms, exact = self._forms, self._exact
        if exact is not None and not exact.fits(self._targets.targets(), forms.form().config()):
            exact = None
        return Sources(forms.info, forms.form(), self._targets, self._schedule, forms.key_places(), exact)

    def _ask_ceiling(self) -> None:
        self._question.ask(self._reckoned.facts)

    def _lead_to_problem(self) -> None:
        self.form().tell_all()
        if self.form().focus_first_problem():
            self._places.scroll.ensureWidgetVisible(self.focusWidget() or self._places.scroll)

    def _mark(self, script: str, field: str, text: str) -> None:
        row = self._places.wire_rows.get(field)
        if row is not None:
            row.tell(text.removeprefix(f"{field}: "))
        else:
            self._forms.form_of(script).mark(field, text)

    def _clear_marks(self) -> None:
        self.form().clear_marks()
        for row in self._places.wire_rows.values():
            row.tell("")
