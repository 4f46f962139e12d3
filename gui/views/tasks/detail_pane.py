"""The pane at the right: the selected task in full, or a summary of several."""

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QTextOption
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from gui.api.schemas import Task, TaskStatus
from gui.state.changes import TaskChanges
from gui.state.host import Host
from gui.views.look import Look
from gui.views.tasks import detail_text
from gui.views.tasks.copy_key import CopyKey
from gui.views.tasks.remark_card import RemarkCard
from gui.views.tasks.run_again import MOST_TASKS, RunAgain
from gui.views.tasks.status_label import StatusLabel
from gui.views.tasks.task_commands import TaskCommands
from gui.views.wording import number

_MARGIN = 12
_AT_ONCE = 5_000


class DetailPane(QFrame):
    """Shows what :attr:`TasksPage.current_task_changed` tells, and follows the task while it changes."""

    copy_requested = Signal()
    """The copy key was pressed here while no text is selected."""

    def __init__(self, host: Host, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("detail_pane")
        self.setProperty("role", "dock_right")
        self.setAccessibleName(self.tr("Task detail"))
        self.setMinimumWidth(280)
        self._host = host
        self._look = look
        self._ids: tuple[int, ...] = ()
        self._page = ""
        self.commands = TaskCommands(host, self)
        self.run_again = RunAgain(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(500)
        self._timer.timeout.connect(self._refresh)
        self._build(look)
        CopyKey(self, (self.text, self.remark)).pressed.connect(self.copy_requested)
        host.tasks_changed.connect(self._follow)
        host.tasks_reset.connect(self._reset)
        host.pending_changed.connect(self._refresh_soon)
        host.devices_changed.connect(self._refresh_soon)
        look.changed.connect(self._refresh)
        self._refresh()

    def _build(self, look: Look) -> None:
        self.heading = QLabel(self)
        self.heading.setObjectName("detail_pane.heading")
        self.heading.setProperty("role", "heading")
        self.status = StatusLabel(look, self)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.heading)
        head.addWidget(self.status)
        head.addStretch(1)
        self.hint = QLabel(self.tr("Select a task to see everything about it."), self)
        self.hint.setProperty("role", "muted")
        self.hint.setWordWrap(True)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._card = RemarkCard(look, self)
        self.remark = self._card.field
        self.text = QTextBrowser(self)
        self.text.setObjectName("detail_pane.text")
        self.text.setAccessibleName(self.tr("Fields of the task"))
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setStyleSheet("background: transparent; border: none; padding: 0")
        self.text.setOpenLinks(False)
        self.text.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.text.document().setDocumentMargin(0)
        self.text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.raw = QPushButton(self)
        self.raw.setObjectName("button.raw")
        self.raw.setProperty("kind", "link")
        self.raw.setCheckable(True)
        self.raw.setToolTip(self.tr("The arguments as TikMatrix holds them, without secrets"))
        self.raw.toggled.connect(self._refresh)
        self.again = QPushButton(self)
        self.again.setObjectName("detail_pane.again")
        self.again.setProperty("kind", "link")
        self.again.setToolTip(self.tr("Compose a new batch with the settings of what is shown"))
        self.again.clicked.connect(self._begin_again)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._card)
        column.addWidget(self.text, 1)
        column.addWidget(self.hint, 1)
        column.addWidget(self.raw, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._make_buttons(look))

    def _make_buttons(self, look: Look) -> QHBoxLayout:
        words = {
            "retry": (self.tr("Retry"), "mdi6.refresh", self.tr("Put the task back in the queue")),
            "stop": (self.tr("Stop"), "mdi6.stop", self.tr("Stop the task")),
            "delete": (self.tr("Delete"), "mdi6.close", self.tr("Delete the task")),
            "copy": (self.tr("Copy"), "mdi6.content-copy", self.tr("Copy everything shown here")),
        }
        row = QHBoxLayout()
        row.setSpacing(8)
        self.buttons: dict[str, QPushButton] = {}
        for name, (word, icon, tip) in words.items():
            role = {"retry": "on_accent", "delete": "failed"}.get(name, "text")
            shown = "" if name == "copy" else word
            button = self.buttons[name] = QPushButton(look.icon(icon, role), shown, self)
            button.setObjectName(f"detail_pane.{name}")
            button.setProperty("kind", {"retry": "primary", "delete": "danger"}.get(name, "plain"))
            button.setAccessibleName(word)
            button.setToolTip(tip)
            row.addWidget(button)
        row.addStretch(1)
        self.buttons["retry"].clicked.connect(self._retry)
        self.buttons["stop"].clicked.connect(self._stop)
        self.buttons["delete"].clicked.connect(self._delete)
        self.buttons["copy"].clicked.connect(self._copy)
        return row

    # What is shown

    @Slot(object)
    def show_task(self, what: Task | tuple[int, ...] | None) -> None:
        """Show one task, a summary of several ids, or the hint that nothing is selected."""
        ids = (what.id,) if isinstance(what, Task) else tuple(what or ())
        if ids != self._ids:
            self._page = ""
        self._ids = ids
        self._refresh_soon()

    def tasks(self) -> list[Task]:
        """Return the newest records of what is shown."""
        known = self._host.tasks
        return [known[i] for i in self._ids if i in known]

    @Slot(object)
    def _follow(self, changes: TaskChanges) -> None:
        shown = set(self._ids)
        if not shown.isdisjoint(changes.removed) or any(task.id in shown for task in changes.upserted):
            self._refresh_soon()

    @Slot()
    def _refresh_soon(self) -> None:
        """Refresh now, or twice a second where very many tasks have to be counted."""
        if len(self._ids) <= _AT_ONCE:
            self._refresh()
        elif not self._timer.isActive():
            self._timer.start()

    @Slot()
    def _reset(self) -> None:
        self.show_task(None)

    @Slot()
    def _refresh(self) -> None:
        tasks = self.tasks()
        one = tasks[0] if len(tasks) == 1 else None
        self.hint.setVisible(not tasks)
        self.text.setVisible(bool(tasks))
        self.heading.setText(self._heading(tasks))
        self.status.setVisible(one is not None)
        self.raw.setVisible(one is not None and bool(one.script_args))
        self.raw.setText(
            self.tr("Hide raw arguments") if self.raw.isChecked() else self.tr("Show raw arguments")
        )
        self._enable(tasks)
        self._card.show_remark(one, self.width() - 2 * _MARGIN)
        if one is not None:
            self.status.show_status(one.status)
        colors = detail_text.Colors(*(self._look.color(role).name() for role in ("text", "muted", "line")))
        if one is None:
            page = detail_text.summary_page(tasks, colors) if tasks else ""
        else:
            device = self._host.devices.get(one.serial)
            name = device.name if device is not None else one.serial
            page = detail_text.task_page(one, name, colors, show_raw=self.raw.isChecked())
        self._set_page(page)

    def _heading(self, tasks: list[Task]) -> str:
        if not tasks:
            return self.tr("Task")
        if len(tasks) == 1:
            return self.tr("Task {0}").format(tasks[0].id)
        return self.tr("{0} tasks selected").format(number(len(tasks)))

    def _set_page(self, page: str) -> None:
        """Exchange the text only where it differs, and keep the place where somebody reads."""
        if page == self._page and page:
            return
        bar = self.text.verticalScrollBar()
        place = bar.value() if self._page else 0
        self._page = page
        self.text.setHtml(page)
        bar.setValue(place)

    def _enable(self, tasks: list[Task]) -> None:
        statuses = {task.status for task in tasks}
        self.buttons["retry"].setEnabled(TaskStatus.FAILED in statuses)
        self.buttons["stop"].setEnabled(TaskStatus.RUNNING in statuses)
        self.buttons["delete"].setEnabled(bool(tasks))
        self.buttons["copy"].setEnabled(bool(tasks))
        several = self.tr("New batch from these…")
        self.again.setText(several if len(tasks) > 1 else self.tr("Run again with changes…"))
        self.again.setVisible(0 < len(tasks) <= MOST_TASKS)
        for button in self.buttons.values():
            # There is room for those that can be used.
            button.setVisible(button.isEnabled())

    # Commands

    @Slot()
    def _retry(self) -> None:
        self.commands.retry(self._ids)

    @Slot()
    def _stop(self) -> None:
        self.commands.stop(self._ids)

    @Slot()
    def _delete(self) -> None:
        self.commands.delete(self._ids)

    @Slot()
    def _begin_again(self) -> None:
        self.run_again.begin(self.tasks(), self.again.mapToGlobal(QPoint(0, 0)))

    @Slot()
    def _copy(self) -> None:
        parts = [self.heading.text(), self.remark.toPlainText() if self._card.isVisible() else ""]
        parts.append(self.text.toPlainText())
        QGuiApplication.clipboard().setText("\n".join(part for part in parts if part))
