"""The page on which tasks are composed: script, form, targets, time, and what follows from them."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from gui.api.errors import Rejected
from gui.api.schemas import TaskRequest
from gui.scripts.registry import REGISTRY, ScriptInfo
from gui.state.host import Host
from gui.state.outcome import Command, Outcome
from gui.views.compose.facts import Sources, gather
from gui.views.compose.footer import Footer
from gui.views.compose.form import ScriptForm
from gui.views.compose.labels import wrapped_label
from gui.views.compose.rows import RowGrid
from gui.views.compose.schedule import ScheduleEditor
from gui.views.compose.script_list import ScriptList
from gui.views.compose.scroll import FittingScrollArea, chain_tabs
from gui.views.compose.summary import Summary, summarise
from gui.views.compose.targets import TargetsEditor
from gui.views.compose.words import said
from gui.views.look import Look

_REFRESH_MS = 30
_CLOCK_MS = 15_000
_FIRST = "post"


def _local_now() -> datetime:
    return datetime.now()  # noqa: DTZ005 - compared with the PC's own clock


class ComposerPage(QWidget):
    """Composes one request at a time. What was typed for a script stays while the program runs."""

    tasks_created = Signal(tuple)
    """The ids of the new tasks."""
    tasks_wanted = Signal()
    """The operator wants to look at the task list."""

    def __init__(self, host: Host, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("composer_page")
        self.clock: Callable[[], datetime] = _local_now
        self._host = host
        self._forms: dict[str, ScriptForm] = {}
        self._info: ScriptInfo = REGISTRY[_FIRST]
        self._creating = False
        self._doubtful = False
        self._expected: int | None = None
        self._sent_script = ""
        self._summary = Summary(None, "", "")
        self._list = ScriptList(look, self)
        self._build()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_REFRESH_MS)
        self._soon.timeout.connect(self.refresh)
        self._ticks = QTimer(self)
        self._ticks.setInterval(_CLOCK_MS)
        self._ticks.timeout.connect(self.refresh)
        self._connect()
        self._list.choose(_FIRST)

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
        self._footer.notice.show_message("warning", text.format(name=name))

    def form(self) -> ScriptForm:
        """Return the form in sight."""
        return self._forms[self._info.name]

    def request(self) -> TaskRequest:
        """Return the request as it stands; while something is wrong, with the values as they were typed."""
        form = self.form()
        payload = form.payload()
        return TaskRequest(
            script_name=self._info.name,
            script_config=form.config() if payload is None else payload,
            serials=self._targets.serials(),
            usernames=self._targets.usernames(),
            enable_multi_account=self._targets.every_account(),
            start_time=self._schedule.wire(),
        )

    def summary(self) -> Summary:
        """Return the summary in sight."""
        return self._summary

    def refresh(self) -> None:
        """Work out anew what the form amounts to."""
        self._soon.stop()
        now = self.clock()
        form = self.form()
        form.refresh()
        self._targets.set_devices(self._host.devices)
        self._schedule.tick(now)
        source = Sources(self._host, self._info, form, self._targets, self._schedule)
        self._summary = summarise(gather(source, now))
        self._show_summary()
        if self._footer.request_shown():
            self._footer.request_view.set_request(self._host.connection.url, self.request())

    def send(self) -> None:
        """Send the request, once; while something is wrong, lead to it instead."""
        if self._creating:
            return
        self.form().tell_all()
        self.refresh()
        if not self._summary.sendable or self._doubtful:
            self._lead_to_problem()
            return
        self._creating = True
        self._expected = self._summary.count
        self._sent_script = self._info.name
        self._footer.notice.hide()
        self._clear_marks()
        self._show_summary()
        self._host.create(self.request())

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

    # Building

    def _build(self) -> None:
        self._heading = wrapped_label(self, "composer_title", "title")
        self._about = wrapped_label(self, "composer_about", "muted")
        self._nothing = wrapped_label(self, "composer_nothing", "muted")
        self._nothing.setText(self.tr("There is nothing to set."))
        self._targets = TargetsEditor()
        self._schedule = ScheduleEditor()
        ends = RowGrid()
        ends.add_section(self.tr("Targets and time"))
        targets = ends.add_row(self.tr("Targets"), self._targets, "targets")
        start = ends.add_row(self.tr("Start"), self._schedule, "start_time")
        self._wire_rows = dict.fromkeys(("serials", "usernames", "enable_multi_account"), targets)
        self._wire_rows["start_time"] = start
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 12, 0, 12)
        self._column.setSpacing(4)
        for label in (self._heading, self._about, self._nothing):
            label.setContentsMargins(16, 0, 16, 0)
            self._column.addWidget(label)
        self._column.addWidget(ends)
        self._scroll = FittingScrollArea(content)
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._footer = Footer(right)
        column.addWidget(self._scroll, 1)
        rule = QFrame(right)
        rule.setProperty("role", "rule")
        self._scroll.cut.connect(rule.setVisible)
        column.addWidget(rule)
        column.addWidget(self._footer)
        column.addStretch(0)
        splitter = QSplitter(self)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._list)
        splitter.addWidget(right)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([196, 800])
        self._list.setMinimumWidth(150)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(splitter)
        chain_tabs(self._list, ends, self._footer)

    def _connect(self) -> None:
        self._list.script_chosen.connect(self._on_script)
        self._targets.changed.connect(self._plan_refresh)
        self._schedule.changed.connect(self._plan_refresh)
        self._footer.card.problem_wanted.connect(self._lead_to_problem)
        self._footer.send_wanted.connect(self.send)
        self._footer.request_toggled.connect(self.refresh)
        self._footer.notice.tasks_wanted.connect(self.tasks_wanted)
        self._footer.notice.looked.connect(self._on_looked)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.send)
        host = self._host
        host.connection_changed.connect(self._on_fact)
        host.license_changed.connect(self._on_fact)
        host.stats_changed.connect(self._on_fact)
        host.devices_changed.connect(self._plan_refresh)
        host.command_finished.connect(self._on_finished)

    # What happens

    def _on_script(self, name: str) -> None:
        for form in self._forms.values():
            form.hide()
        self._info = REGISTRY[name]
        if name not in self._forms:
            self._add_form(self._info)
        form = self._forms[name]
        form.show()
        self._heading.setText(said(self._info.title))
        self._about.setText(said(self._info.description))
        self._nothing.setVisible(not form.config())
        self._targets.set_multi_account(self._info.multi_account)
        self._scroll.verticalScrollBar().setValue(0)
        self.refresh()

    def _add_form(self, info: ScriptInfo) -> None:
        assert info.model is not None  # noqa: S101 - those without one cannot be chosen
        form = ScriptForm(info.model)
        form.changed.connect(self._plan_refresh)
        self._forms[info.name] = form
        self._column.insertWidget(self._column.count() - 1, form)
        chain_tabs(self._list, form)

    def _plan_refresh(self) -> None:
        if self.isVisible() and not self._soon.isActive():
            self._soon.start()

    def _on_fact(self, _fact: object) -> None:
        self._plan_refresh()

    def _show_summary(self) -> None:
        targets = self._targets
        self._footer.show_summary(
            self._summary,
            (self._info.name, targets.serials(), targets.usernames(), targets.every_account()),
            problems=bool(self.form().problems()),
            creating=self._creating,
            doubtful=self._doubtful,
        )

    def _lead_to_problem(self) -> None:
        self.form().tell_all()
        if self.form().focus_first_problem():
            self._scroll.ensureWidgetVisible(self.focusWidget() or self._scroll)

    def _mark(self, field: str, text: str) -> None:
        row = self._wire_rows.get(field)
        if row is not None:
            row.tell(text.removeprefix(f"{field}: "))
        else:
            self._forms[self._sent_script].mark(field, text)

    def _clear_marks(self) -> None:
        self.form().clear_marks()
        for row in self._wire_rows.values():
            row.tell("")

    def _on_looked(self) -> None:
        self._doubtful = False
        self._footer.notice.hide()
        self._show_summary()

    def _on_finished(self, outcome: Outcome) -> None:
        if outcome.command is not Command.CREATE or not self._creating:
            return
        self._creating = False
        self._footer.notice.show_outcome(outcome, self._expected)
        error = outcome.failures[0][1] if outcome.failures else None
        self._doubtful = error is not None and error.maybe_done
        if isinstance(error, Rejected) and error.field:
            self._mark(error.field, error.detail)
        self.refresh()
        if error is None:
            self.tasks_created.emit(outcome.task_ids)
