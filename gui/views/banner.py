"""The banner: can I work? Plan, places in use, and how the line to TikMatrix stands."""

import time

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gui.api.schemas import License, Stats
from gui.state.connection import Connection, Phase
from gui.state.host import Host
from gui.views import wording
from gui.views.elided import ElidedLabel
from gui.views.line_words import line_words
from gui.views.look import Look, restyle
from gui.views.marks import StatusMark
from gui.views.meter import Meter

HEIGHT = 56
TICK_MS = 1000
_LABEL_ROLES = {"failed": "error", "warning": "warning", "running": "running"}


class Banner(QFrame):
    """Always at the top; its ages and countdowns move by one timer that rests while nothing is seen."""

    new_task_requested = Signal()
    settings_requested = Signal()

    def __init__(self, host: Host, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._host = host
        self._connection = host.connection
        self.setProperty("role", "banner")
        self.setFixedHeight(HEIGHT)
        self._make_parts(look)
        self._build()
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self.tick)
        host.connection_changed.connect(self.show_connection)
        host.license_changed.connect(self.show_license)
        host.stats_changed.connect(self.show_stats)
        self._license = host.license
        self._stats = host.stats
        self.show_connection(host.connection)
        self.show_license(host.license)

    def show_connection(self, connection: Connection) -> None:
        """Show how the line stands."""
        self._connection = connection
        self.demo.setVisible(connection.demo)
        live = connection.phase is Phase.LIVE
        for part in (self.plan, self.meter, self.caption):
            part.setEnabled(live)
        self.new_task.setEnabled(connection.phase is not Phase.REFUSED)
        self._show_api()
        self.tick()

    def show_license(self, license_: License | None) -> None:
        """Show the plan and what it allows."""
        self._license = license_
        self.plan.setVisible(license_ is not None)
        if license_ is not None:
            self.plan.setText(license_.plan_name or self.tr("Unknown plan"))
            on = license_.api_enabled
            self.api.setText(self.tr("API enabled") if on else self.tr("No API"))
            self.api.setToolTip(license_.message)
            restyle(self.api, "tone", "" if on else "failed")
        self._show_api()
        self._show_meter()

    def show_stats(self, stats: Stats) -> None:
        """Show how many tasks run and wait."""
        self._stats = stats
        self._show_meter()

    def tick(self) -> None:
        """Let ages and countdowns go on."""
        words = line_words(self._connection, time.time())
        self.dot.show_mark(words.mark, words.tone)
        self.status.set_words(words.text)
        restyle(self.status, "role", "" if words.tone == "completed" else _LABEL_ROLES[words.tone])
        self.advice.set_words(words.advice)
        self.advice.setVisible(bool(words.advice))
        self.try_now.setVisible(words.troubled)
        self.settings.setVisible(words.troubled and self._connection.phase is not Phase.REFUSED)

    def showEvent(self, event: QShowEvent) -> None:
        """Tick while it is seen."""
        super().showEvent(event)
        self.tick()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while nothing is seen."""
        super().hideEvent(event)
        self._timer.stop()

    def _make_parts(self, look: Look) -> None:
        self.plan = QLabel()
        self.plan.setProperty("role", "title")
        self.api = QLabel()
        self.api.setProperty("role", "tag")
        self.demo = QLabel(self.tr("Demo"))
        self.demo.setProperty("role", "tag")
        self.demo.setProperty("tone", "accent")
        self.demo.setToolTip(self.tr("An embedded simulator, not a real TikMatrix: no phone does anything"))
        self.meter = Meter(look)
        self.caption = ElidedLabel(least=216)
        self.caption.setProperty("role", "caption")
        self.dot = StatusMark(look)
        self.status = ElidedLabel(least=120)
        self.status.setAccessibleName(self.tr("Connection"))
        self.advice = ElidedLabel(least=120)
        self.advice.setProperty("role", "caption")
        self.advice.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.try_now = QPushButton(self.tr("&Try now"))
        self.try_now.setAccessibleName(self.tr("Try to reach TikMatrix now"))
        self.try_now.clicked.connect(self._host.reconnect)
        self.settings = QPushButton(self.tr("&Settings…"))
        self.settings.setAccessibleName(self.tr("Settings"))
        self.settings.clicked.connect(self.settings_requested)
        self.new_task = QPushButton(self.tr("＋ New task"))
        self.new_task.setProperty("kind", "primary")
        self.new_task.setAccessibleName(self.tr("New task"))
        self.new_task.setToolTip(self.tr("Compose a new task (Ctrl+N)"))
        self.new_task.clicked.connect(self.new_task_requested)

    def _build(self) -> None:
        gauge = QVBoxLayout()
        gauge.setSpacing(3)
        gauge.addStretch(1)
        gauge.addWidget(self.meter)
        gauge.addWidget(self.caption)
        gauge.addStretch(1)
        first = QHBoxLayout()
        first.setSpacing(6)
        first.addStretch(1)
        first.addWidget(self.dot)
        first.addWidget(self.status)
        line = QVBoxLayout()
        line.setSpacing(2)
        line.addStretch(1)
        line.addLayout(first)
        line.addWidget(self.advice)
        line.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(12)
        for part in (self.plan, self.api, self.demo):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(gauge, 1)
        row.addLayout(line, 3)
        row.addWidget(self.try_now)
        row.addWidget(self.settings)
        row.addWidget(self.new_task)

    def _show_api(self) -> None:
        # While nobody answers, nobody says so: the room goes to the reason.
        told = self._connection.phase in {Phase.LIVE, Phase.REFUSED, Phase.CONNECTING}
        self.api.setVisible(told and self._license is not None)

    def _show_meter(self) -> None:
        stats, limit = self._stats, self._license.device_limit if self._license else 0
        self.meter.show_counts(stats.running, stats.pending, limit)
        if limit:
            words = self.tr("{running} running of {limit} at once · {waiting} waiting")
        else:
            words = self.tr("{running} running · {waiting} waiting")
        self.caption.set_words(
            words.format(
                running=wording.number(stats.running),
                limit=wording.number(limit),
                waiting=wording.number(stats.pending),
            )
        )
        self.meter.setAccessibleDescription(self.caption.text())
        known = self._license is not None
        self.meter.setVisible(known)
        self.caption.setVisible(known)
