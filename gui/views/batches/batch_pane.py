"""The selected batch: its headline, its bar, what can be done with it, its requests and its devices."""

import time
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from gui.state.batch_progress import BatchProgress
from gui.store.batch_records import Batch
from gui.views.batches import rows, words
from gui.views.batches.action_button import ActionButton, ActionRow
from gui.views.batches.actions import BatchActions
from gui.views.batches.attention import Attention
from gui.views.batches.share_bar import ShareBar
from gui.views.batches.tables_area import TablesArea
from gui.views.elided import ElidedLabel
from gui.views.look import Look, restyle
from gui.views.marks import StatusMark

_ROLES = {"running": "running", "completed": "success", "failed": "error", "warning": "warning"}


class BatchPane(QWidget):
    """Shows one batch at a time."""

    send_unknown_wanted = Signal()

    def __init__(self, actions: BatchActions, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("batch_pane")
        self.name = ElidedLabel(least=80)
        self.name.setObjectName("batch_pane.name")
        self.name.setProperty("role", "title")
        self._mark = StatusMark(look)
        self.state = QLabel()
        self.state.setObjectName("batch_pane.state")
        self.facts = ElidedLabel(least=80)
        self.facts.setObjectName("batch_pane.facts")
        self.facts.setProperty("role", "caption")
        self.headline = ElidedLabel(least=80)
        self.headline.setObjectName("batch_pane.headline")
        self.headline.setProperty("role", "heading")
        self.bar = ShareBar(look, self)
        self.attention = Attention(look, self)
        self.attention.send_unknown_wanted.connect(self.send_unknown_wanted)
        self.tables = TablesArea(look, self)
        self._look = look
        self._paused = False
        self._build(actions, look)

    def _build(self, do: BatchActions, look: Look) -> None:
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self.name, 1)
        head.addWidget(self._mark)
        head.addWidget(self.state)
        head.addSpacing(4)
        for action, icon in ((do.rename, "mdi6.pencil-outline"), (do.forget, "mdi6.trash-can-outline")):
            action.setIcon(look.icon(icon, "muted"))
            action.setIconVisibleInMenu(False)
            button = QToolButton(self)
            button.setObjectName(action.objectName().replace("action.", "button."))
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            head.addWidget(button)
        icons = {
            do.pause: "mdi6.pause",
            do.cancel: "mdi6.cancel",
            do.send_rest: "mdi6.send-outline",
            do.send_again: "mdi6.send-clock-outline",
            do.look_up: "mdi6.magnify",
        }
        sending = [ActionButton(action, look.icon(icon), self) for action, icon in icons.items()]
        self._pause = sending[0]
        top = QVBoxLayout()
        top.setContentsMargins(12, 10, 12, 10)
        top.setSpacing(6)
        top.addLayout(head)
        top.addWidget(self.facts)
        top.addWidget(self.headline)
        top.addWidget(self.bar)
        top.addWidget(self.attention)
        top.addWidget(ActionRow(sending, self))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.tables, 1)
        column.addWidget(self._foot(do, look))

    def _foot(self, do: BatchActions, look: Look) -> QFrame:
        foot = QFrame(self)
        foot.setProperty("role", "selection_bar")
        buttons = [
            ActionButton(do.show_tasks, look.icon("mdi6.format-list-bulleted"), foot),
            ActionButton(do.retry, look.icon("mdi6.refresh"), foot),
            ActionButton(do.stop, look.icon("mdi6.stop"), foot),
            ActionButton(do.delete, look.icon("mdi6.close", "failed"), foot, kind="danger"),
            ActionButton(do.export, look.icon("mdi6.export-variant"), foot),
        ]
        row = QHBoxLayout(foot)
        row.setContentsMargins(12, 8, 12, 8)
        row.addWidget(ActionRow(buttons, foot, worded=1))
        return foot

    def show_batch(self, batch: Batch, progress: BatchProgress, names: dict[str, str], *, old: bool) -> None:
        """Show a batch as it is now; ``old``: the server has not answered for a while."""
        now = time.time()
        self.name.set_words(batch.name)
        tone, mark, text = words.batch_state(batch, progress)
        self._mark.show_mark(mark, tone)
        self.state.setText(text)
        restyle(self.state, "role", _ROLES.get(tone, "muted"))
        self.facts.set_words(self._facts(batch, old=old))
        self.headline.set_words(words.headline(progress, now))
        self.bar.show_shares(rows.shares(progress))
        self.attention.show_batch(batch)
        if batch.paused is not self._paused:
            self._paused = batch.paused
            # Made anew: an icon kept in Python may outlive its engine, and then its end is a crash.
            self._pause.setIcon(self._look.icon("mdi6.play" if batch.paused else "mdi6.pause"))
        self.tables.show_batch(batch, progress, names)

    def _facts(self, batch: Batch, *, old: bool) -> str:
        at = datetime.fromtimestamp(batch.created_at).astimezone()
        parts = [
            batch.script_name,
            f"{at:%Y-%m-%d %H:%M}",
            self.tr("%n request(s)", "", len(batch.requests)),
        ]
        if old:
            parts.append(self.tr("as it was when TikMatrix last answered"))
        return " · ".join(parts)
