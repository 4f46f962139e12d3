"""What the page remembers besides the forms: script, targets and time, for the next start."""

from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject

from gui.scripts.registry import REGISTRY
from gui.state.drafting import Drafting
from gui.views.compose.schedule import ScheduleEditor
from gui.views.compose.targets import TargetsEditor

_NAME = "page"
_FIRST = "post"


class PageDraft(QObject):
    """Kept under a name of its own among the drafts."""

    def __init__(
        self,
        drafts: Drafting,
        targets: TargetsEditor,
        schedule: ScheduleEditor,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._drafts = drafts
        self._targets = targets
        self._schedule = schedule
        self._script = _FIRST
        self._restored = drafts.load(_NAME)

    def script(self) -> str:
        """Return the script that was in sight last."""
        name = self._restored.get("script")
        info = REGISTRY.get(name) if isinstance(name, str) else None
        return info.name if info is not None and info.model is not None else _FIRST

    def restore(self) -> None:
        """Choose targets and time as they were left; what makes no sense is passed over."""
        targets, start = self._restored.get("targets"), self._restored.get("start")
        if isinstance(targets, dict):
            self._targets.restore(targets)
        try:
            self._schedule.set_start(datetime.strptime(str(start), "%H:%M").time() if start else None)  # noqa: DTZ007
        except ValueError:
            self._schedule.set_start(None)

    def keep(self, script: str) -> None:
        """Remember the page as it is, a moment from now."""
        self._script = script
        self._drafts.touch(_NAME, self._state)

    def _state(self) -> dict[str, Any]:
        return {"script": self._script, "targets": self._targets.state(), "start": self._schedule.wire()}
