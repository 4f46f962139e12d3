"""The bar below the causes of failures: how many tasks are selected with them, and what can be done."""

from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from gui.views.look import Look
from gui.views.tasks.action_bar import ActionBar, BarAction
from gui.views.tasks.run_again import MOST_TASKS
from gui.views.wording import number

_WIDE: Final = 620


class FailuresBar(ActionBar):
    """Buttons that act on every task of the selected causes."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(_actions(), look, _WIDE, parent)
        self.retry, self.delete, self.only, self.again = self.buttons.values()

    def show_selection(self, causes: int, tasks: int) -> None:
        """Show how much is selected; hide where nothing is."""
        self.setVisible(causes > 0)
        if causes:
            self.count.setText(self.tr("{0} tasks selected").format(number(tasks)))
            self.set_summary(self.tr("%n cause(s)", "", causes))
            self.again.setEnabled(tasks <= MOST_TASKS)


def _actions() -> tuple[BarAction, ...]:
    translate = QCoreApplication.translate
    return (
        BarAction(
            "retry_cause",
            "mdi6.refresh",
            translate("FailuresBar", "Retry"),
            translate("FailuresBar", "Retry every task of these causes (R)"),
        ),
        BarAction(
            "delete_cause",
            "mdi6.close",
            translate("FailuresBar", "Delete"),
            translate("FailuresBar", "Delete every task of these causes (Del)"),
            danger=True,
        ),
        BarAction(
            "only_cause",
            "mdi6.filter-variant",
            translate("FailuresBar", "Show tasks"),
            translate("FailuresBar", "Show only these tasks in the table (Enter)"),
        ),
        BarAction(
            "again_cause",
            "mdi6.playlist-plus",
            translate("FailuresBar", "New batch…"),
            translate("FailuresBar", "Compose a new batch with the settings of these tasks (Ctrl+Shift+N)"),
        ),
    )
