"""When the tasks start: now, or at a time of day on the TikMatrix PC's clock."""

from datetime import datetime, time, timedelta

from PySide6.QtCore import QCoreApplication, QTime, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from gui.views.compose.inputs import TimeInput
from gui.views.compose.segments import Segments

_STEP_MIN = 5


def minutes_until(start: time, now: datetime) -> int:
    """Return the minutes from ``now`` to ``start`` today; below 0 when it is past, 0 in that very minute."""
    return (start.hour * 60 + start.minute) - (now.hour * 60 + now.minute)


def in_words(start: time, now: datetime) -> str:
    """Say what a start time means: ``in 3 h 10 min``, or that it is past today."""
    minutes = minutes_until(start, now)
    if minutes < 0:
        return QCoreApplication.translate("Schedule", "already past today")
    if minutes == 0:
        return QCoreApplication.translate("Schedule", "this very minute")
    hours, rest = divmod(minutes, 60)
    if not hours:
        return QCoreApplication.translate("Schedule", "in {minutes} min").format(minutes=rest)
    if not rest:
        return QCoreApplication.translate("Schedule", "in {hours} h").format(hours=hours)
    return QCoreApplication.translate("Schedule", "in {hours} h {minutes} min").format(
        hours=hours, minutes=rest
    )


def told(start: time, now: datetime) -> str:
    """Say what a start time means for the tasks: ``in 3 h 10 min, today``."""
    words = in_words(start, now)
    if minutes_until(start, now) < 0:
        # A guess, 60 %; perhaps it waits for tomorrow (25 %).
        template = QCoreApplication.translate("Schedule", "{words}: TikMatrix will probably start it at once")
    else:
        template = QCoreApplication.translate("Schedule", "{words}, today")
    return template.format(words=words)


def suggestion(now: datetime) -> time:
    """Return a time about an hour on, at full five minutes, but not beyond midnight."""
    later = now + timedelta(hours=1)
    later += timedelta(minutes=-later.minute % _STEP_MIN)
    return later.time().replace(second=0, microsecond=0) if later.date() == now.date() else time(23, 59)


class ScheduleEditor(QWidget):
    """Now, or HH:MM with what that means."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choice = Segments("start", [("now", self.tr("Now")), ("at", self.tr("At a time"))], self)
        self._choice.name_buttons(self.tr("Start"))
        self._time = TimeInput(self)
        self._time.setObjectName("start_time")
        self._time.setDisplayFormat("HH:mm")
        self._time.setFixedWidth(88)
        self._time.setAccessibleName(self.tr("Start time, hours and minutes"))
        self._time.setToolTip(self.tr("Time of day on the TikMatrix PC's clock"))
        self._time.setVisible(False)
        self._words = QLabel(self)
        self._words.setObjectName("start_words")
        self._words.setProperty("role", "muted")
        self._words.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._choice)
        row.addWidget(self._time)
        row.addWidget(self._words, 1)
        self._chosen_once = False
        self._choice.chosen.connect(self._on_chosen)
        self._time.timeChanged.connect(self._on_time)

    def start(self) -> time | None:
        """Return the chosen time of day; None for now."""
        if self._choice.value() == "now":
            return None
        chosen = self._time.time()
        return time(chosen.hour(), chosen.minute())

    def wire(self) -> str:
        """Return ``HH:MM``, or nothing for now."""
        start = self.start()
        return start.strftime("%H:%M") if start else ""

    def set_start(self, start: time | None) -> None:
        """Choose a time of day, or now with None."""
        if start is not None:
            self._chosen_once = True
            self._time.setTime(QTime(start.hour, start.minute))
        self._choice.set_value("now" if start is None else "at")

    def tick(self, now: datetime) -> None:
        """Say anew how long it is until then."""
        start = self.start()
        self._words.setText("" if start is None else told(start, now))

    def _on_chosen(self) -> None:
        at = self._choice.value() == "at"
        if at and not self._chosen_once:
            self._chosen_once = True
            later = suggestion(datetime.now())  # noqa: DTZ005 - the PC's own clock is what is meant
            self._time.setTime(QTime(later.hour, later.minute))
        self._time.setVisible(at)
        self.changed.emit()

    def _on_time(self, _time: QTime) -> None:
        self.changed.emit()
