"""The bar at the foot of the window: the server's counts, how it is asked, and the last error."""

import time
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from gui.api.errors import ApiError
from gui.api.schemas import Stats
from gui.state.connection import Connection, Phase, Polling, Progress
from gui.state.host import Host
from gui.views import wording
from gui.views.elided import ElidedLabel
from gui.views.look import restyle

HEIGHT = 28


class StatusBar(QFrame):
    """One line that is always there."""

    log_requested = Signal()

    def __init__(self, host: Host, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._last_error: ApiError | None = None
        self.setProperty("role", "status_bar")
        self.setFixedHeight(HEIGHT)
        self.total = self._label("caption")
        self.running = self._label("caption_running")
        self.pending = self._label("caption")
        self.completed = self._label("caption")
        self.failed = self._label("caption_failed")
        self.progress = self._label("caption_running")
        self.error = ElidedLabel(least=60)
        self.error.setProperty("role", "caption")
        self.error.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.polling = self._label("caption")
        self.log = QToolButton()
        self.log.setProperty("kind", "quiet")
        self.log.setText(self.tr("Requests"))
        self.log.setAccessibleName(self.tr("Show the request log"))
        self.log.setToolTip(self.tr("Show the last requests to TikMatrix (Ctrl+L)"))
        self.log.clicked.connect(self.log_requested)
        self._build()
        host.stats_changed.connect(self.show_stats)
        host.progress_changed.connect(self.show_progress)
        host.polling_changed.connect(self.show_polling)
        host.connection_changed.connect(self.show_connection)
        self.show_stats(host.stats)
        self.show_progress(host.progress)
        self.show_polling(host.polling)
        self.show_connection(host.connection)

    def show_stats(self, stats: Stats) -> None:
        """Show the server's counts."""
        # The numbers are put in by hand so that they keep their grouping.
        restyle(self.running, "role", "caption_running" if stats.running else "caption")
        restyle(self.failed, "role", "caption_failed" if stats.failed else "caption")
        for label, words, count in (
            (self.total, self.tr("{n} task(s)", "", stats.total), stats.total),
            (self.running, self.tr("{n} running"), stats.running),
            (self.pending, self.tr("{n} pending"), stats.pending),
            (self.completed, self.tr("{n} completed"), stats.completed),
            (self.failed, self.tr("{n} failed"), stats.failed),
        ):
            label.setText(words.format(n=wording.number(count)))

    def show_progress(self, progress: Progress) -> None:
        """Show how much of the list is still to be read; no counts before the server has told any."""
        known = progress.complete or progress.total > 0
        for label in (self.total, self.running, self.pending, self.completed, self.failed):
            label.setVisible(known)
        if not progress.complete and progress.total:
            words = self.tr("Reading {loaded} of {total}").format(
                loaded=wording.number(progress.loaded), total=wording.number(progress.total)
            )
        elif progress.catching_up:
            words = self.tr("Catching up…")
        else:
            words = ""
        self.progress.setText(words)
        self.progress.setVisible(bool(words))

    def show_polling(self, polling: Polling) -> None:
        """Show how often and how much is asked."""
        every = self.tr("Polling every {n} s").format(n=f"{polling.interval_s:g}")
        requests = self.tr("%n request(s) a tick", "", polling.requests)
        self.polling.setText(f"{every} · {requests}" if polling.requests else every)
        self.polling.setToolTip("" if polling.watched else self.tr("Slower while the window is hidden"))

    def show_connection(self, connection: Connection) -> None:
        """Remember the last error; it stays, with its time, after the line is live again."""
        # While nobody answers, the banner counts down to the next try: the usual pace does not hold.
        self.polling.setVisible(connection.phase not in {Phase.UNREACHABLE, Phase.REFUSED})
        if connection.error is None or connection.error is self._last_error:
            return
        self._last_error = connection.error
        at = datetime.fromtimestamp(time.time()).astimezone().strftime("%H:%M:%S")
        words = self.tr("Last error {time}: {error}").format(
            time=at, error=wording.error_sentence(connection.error)
        )
        self.error.set_words(words, wording.error_advice(connection.error))

    def _label(self, role: str) -> QLabel:
        label = QLabel()
        label.setProperty("role", role)
        return label

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(16)
        for label in (self.total, self.running, self.pending, self.completed, self.failed, self.progress):
            row.addWidget(label)
        row.addWidget(self.error, 1)
        row.addWidget(self.polling)
        row.addWidget(self.log)
