"""The question before a ceiling is raised: by whom, from what, to what."""

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from gui.state.desk import Desk
from gui.views.compose.summary_facts import Facts
from gui.views.look import restyle
from gui.views.wording import number

translate = QCoreApplication.translate


class CeilingQuestion(QObject):
    """Asks once at a time; what was asked is what is agreed to, whatever happens meanwhile."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._asked = ("", 0)

    def ask(self, facts: Facts) -> None:
        """Open the question about the devices that are above."""
        self._asked = facts.script_name, needed(facts)
        box = _box(self._window, facts)
        box.accepted.connect(self._agree)
        box.open()

    def _agree(self) -> None:
        self._desk.raise_ceiling(*self._asked)


def _box(parent: QWidget, facts: Facts) -> QMessageBox:
    new = needed(facts)
    box = QMessageBox(parent)
    box.setObjectName("ceiling_box")
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle(translate("Ceiling", "Raise the ceiling"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    text = translate("Ceiling", "Raise the ceiling from {old} to {new}?")
    box.setText(text.replace("{new}", number(new)).replace("{old}", number(facts.ceiling)))
    detail = translate(
        "Ceiling",
        "Every device may then have {new} {script} tasks a day, from now on. It stands in the settings. "
        "{name} has had {has} today already.",
    )
    fullest = facts.above[0]
    detail = detail.replace("{new}", number(new)).replace("{script}", facts.script_name)
    box.setInformativeText(detail.replace("{has}", number(fullest.has)).replace("{name}", fullest.name))
    raise_ = box.addButton(
        translate("Ceiling", "Raise to {new}").replace("{new}", number(new)),
        QMessageBox.ButtonRole.AcceptRole,
    )
    raise_.setObjectName("ceiling_box.yes")
    restyle(raise_, "kind", "danger")
    cancel = box.addButton(translate("Ceiling", "Cancel"), QMessageBox.ButtonRole.RejectRole)
    cancel.setObjectName("ceiling_box.no")
    box.setDefaultButton(cancel)
    box.setEscapeButton(cancel)
    return box


def needed(facts: Facts) -> int:
    """Return the lowest ceiling under which everything fits."""
    return max(device.has + device.gets for device in facts.above)
