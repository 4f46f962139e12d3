"""The bar below the table: how many tasks are selected, and what can be done with them."""

from collections import Counter
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from gui.api.schemas import TaskStatus
from gui.views.look import Look
from gui.views.tasks.action_bar import ActionBar, BarAction
from gui.views.wording import number

_WIDE: Final = 640


class SelectionBar(ActionBar):
    """Buttons that follow the selection."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(_actions(), look, _WIDE, parent)
        self.retry, self.stop, self.delete, self.copy, self.export = self.buttons.values()

    def show_selection(self, statuses: Counter[int]) -> None:
        """Show how many tasks of which status are selected; hide where there are none."""
        count = statuses.total()
        self.setVisible(count > 0)
        if not count:
            return
        self.count.setText(self.tr("{0} selected").format(number(count)))
        failed, running = statuses[TaskStatus.FAILED], statuses[TaskStatus.RUNNING]
        self.retry.setEnabled(failed > 0)
        self.stop.setEnabled(running > 0)
        pending, completed = statuses[TaskStatus.PENDING], statuses[TaskStatus.COMPLETED]
        parts = [
            self.tr("%n failed", "", failed) if failed else "",
            self.tr("%n running", "", running) if running else "",
            self.tr("%n pending", "", pending) if pending else "",
            self.tr("%n completed", "", completed) if completed else "",
        ]
        self.set_summary(", ".join(part for part in parts if part))


def _actions() -> tuple[BarAction, ...]:
    translate = QCoreApplication.translate
    return (
        BarAction(
            "retry",
            "mdi6.refresh",
            translate("SelectionBar", "Retry"),
            translate("SelectionBar", "Retry the failed ones (R)"),
        ),
        BarAction(
            "stop",
            "mdi6.stop",
            translate("SelectionBar", "Stop"),
            translate("SelectionBar", "Stop the running ones (S)"),
        ),
        BarAction(
            "delete",
            "mdi6.close",
            translate("SelectionBar", "Delete"),
            translate("SelectionBar", "Delete the selected tasks (Del)"),
            danger=True,
        ),
        BarAction(
            "copy",
            "mdi6.content-copy",
            translate("SelectionBar", "Copy"),
            translate("SelectionBar", "Copy the selected rows (Ctrl+C)"),
        ),
        BarAction(
            "export",
            "mdi6.export-variant",
            translate("SelectionBar", "Export…"),
            translate("SelectionBar", "Save the selected rows as a table (Ctrl+E)"),
        ),
    )
