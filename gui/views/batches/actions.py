"""What can be done with the selected batch: its actions, and why one of them cannot be used now."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from gui.state.batch_progress import BatchProgress
from gui.store.batch_records import LOOKABLE, Batch, RequestState

_Keys = QKeySequence.StandardKey | Qt.Key | str


class BatchActions(QObject):
    """Made with the window, so that the menu has them; the page connects them when it is first opened."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        key, standard = Qt.Key, QKeySequence.StandardKey
        self._tips: dict[QAction, str] = {}
        self.pause = self._add("pause", self.tr("Pause"), key.Key_P, "")
        self.send_rest = self._add(
            "send_rest", self.tr("Send the rest"), "", self.tr("Send what was held back or cancelled")
        )
        self.cancel = self._add(
            "cancel", self.tr("Cancel the rest"), "", self.tr("Do not send what still waits here")
        )
        self.send_again = self._add(
            "send_again",
            self.tr("Send refused again…"),
            "",
            self.tr("Send what was refused, or looked for and not found, once more"),
        )
        self.look_up = self._add(
            "look_up",
            self.tr("Look again"),
            key.Key_L,
            self.tr("Look through the tasks for the requests whose fate is unknown; nothing is sent"),
        )
        self.show_tasks = self._add(
            "show_tasks",
            self.tr("Show its tasks"),
            "Ctrl+Return",
            self.tr("Show the tasks of this batch alone in the task table"),
        )
        self.retry = self._add(
            "retry", self.tr("Retry failed…"), key.Key_R, self.tr("Put its failed tasks back in the queue")
        )
        self.stop = self._add("stop", self.tr("Stop…"), key.Key_S, self.tr("Stop its running tasks"))
        self.delete = self._add(
            "delete",
            self.tr("Delete what is left…"),
            standard.Delete,
            self.tr("Delete its tasks that have not begun"),
        )
        self.export = self._add(
            "export",
            self.tr("Export…"),
            "Ctrl+E",
            self.tr("Save its tasks, and what got none, as CSV or Excel"),
        )
        self.rename = self._add("rename", self.tr("Rename…"), key.Key_F2, self.tr("Give it another name"))
        self.forget = self._add(
            "forget", self.tr("Forget…"), "", self.tr("Take it off this list; its tasks stay as they are")
        )
        self.follow(None, None)

    def _add(self, name: str, text: str, keys: _Keys, tip: str) -> QAction:
        action = QAction(text, self)
        action.setObjectName(f"action.batch.{name}")
        if keys:
            action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._tips[action] = tip
        return action

    def all(self) -> list[QAction]:
        """Return the actions in the order of a menu."""
        return [*self.sending(), *self.about_tasks(), self.export, self.rename, self.forget]

    def sending(self) -> list[QAction]:
        """Return those that concern what is sent."""
        return [self.pause, self.cancel, self.send_rest, self.send_again, self.look_up]

    def about_tasks(self) -> list[QAction]:
        """Return those that concern the tasks that have come of it."""
        return [self.show_tasks, self.retry, self.stop, self.delete]

    def menu(self, parent: QWidget) -> QMenu:
        """Return a context menu that deletes itself when closed."""
        menu = QMenu(parent)
        menu.setObjectName("batch_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setToolTipsVisible(True)
        for part in (self.about_tasks(), self.sending(), [self.export, self.rename, self.forget]):
            menu.addActions(part)
            menu.addSeparator()
        return menu

    def follow(self, batch: Batch | None, progress: BatchProgress | None) -> None:
        """Enable what makes sense for a batch, and let the tips of the others say why not."""
        if batch is None or progress is None:
            for action in self.all():
                self._say(action, self.tr("No batch is selected."))
            return
        self._follow_sending(batch)
        self._follow_tasks(batch, progress)
        for action in (self.export, self.rename):
            self._say(action, "")
        states = batch.states
        busy = states[RequestState.SENDING] or (states[RequestState.WAITING] and not batch.paused)
        self._say(
            self.forget, self.tr("It is still being sent: pause it, or cancel the rest.") if busy else ""
        )

    def _follow_sending(self, batch: Batch) -> None:
        states = batch.states
        waiting, cancelled = states[RequestState.WAITING], states[RequestState.CANCELLED]
        nothing = self.tr("Nothing of it waits to be sent.")
        self.pause.setText(self.tr("Resume") if batch.paused else self.tr("Pause"))
        self._tips[self.pause] = (
            self.tr("Go on sending") if batch.paused else self.tr("Send nothing more until it is resumed")
        )
        self._say(self.pause, "" if waiting else nothing)
        self._say(self.cancel, "" if waiting else nothing)
        held = cancelled or (waiting and batch.paused)
        why = (
            self.tr("It is being sent already.")
            if waiting
            else self.tr("Nothing was held back or cancelled.")
        )
        self._say(self.send_rest, "" if held else why)
        refused = states[RequestState.REFUSED] + states[RequestState.NOT_CREATED]
        self._say(self.send_again, "" if refused else self.tr("Nothing was refused."))
        lookable = any(each.state in LOOKABLE and each.since_id is not None for each in batch.requests)
        self._say(self.look_up, "" if lookable else self.tr("The fate of every request is known."))

    def _follow_tasks(self, batch: Batch, progress: BatchProgress) -> None:
        made = self.tr("No task has been made yet.")
        self._say(self.show_tasks, "" if batch.task_ids else made)
        self._say(self.retry, "" if progress.failed else self.tr("None of its tasks has failed."))
        self._say(self.stop, "" if progress.running else self.tr("None of its tasks is running."))
        self._say(self.delete, "" if progress.waiting else self.tr("None of its tasks waits."))

    def _say(self, action: QAction, why_not: str) -> None:
        """Enable an action, or say why it cannot be used."""
        tip = self._tips[action]
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        if keys and tip:
            tip = f"{tip} ({keys})"
        action.setEnabled(not why_not)
        action.setToolTip("\n".join(part for part in (tip, why_not) if part))
        action.setStatusTip(why_not or tip)
