"""The page of the settings on which the operator says how much a phone may do in a day."""

from collections.abc import Mapping

from PySide6.QtWidgets import QFormLayout, QLabel, QSizePolicy, QSpinBox, QVBoxLayout, QWidget

from gui.scripts.registry import REGISTRY
from gui.settings import MAX_CEILING
from gui.views.look import indent

_WIDTH = 140


class CeilingsPage(QWidget):
    """One number a script."""

    def __init__(self, ceilings: Mapping[str, int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before = dict(ceilings)
        self._spins: dict[str, QSpinBox] = {}
        words = QLabel(
            self.tr(
                "Most tasks of a script on one device in one day. Above it the panel creates nothing until "
                "the ceiling is raised. What was made elsewhere counts as well."
            )
        )
        words.setProperty("role", "muted")
        words.setWordWrap(True)
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        for info in REGISTRY.values():
            if info.availability == "supported":
                form.addRow(info.name, self._spin(info.name, ceilings.get(info.name, 0)))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 16, 12, 8)
        column.setSpacing(12)
        column.addWidget(words)
        column.addLayout(form)
        column.addStretch(1)

    def ceilings(self) -> dict[str, int]:
        """Return the ceilings as they were set; 0 for none."""
        shown = {name: spin.value() for name, spin in self._spins.items()}
        said = {name: most for name, most in shown.items() if most or name in self._before}
        return {**self._before, **said}

    def _spin(self, script: str, most: int) -> QSpinBox:
        spin = QSpinBox()
        spin.setObjectName(f"ceiling.{script}")
        spin.setRange(0, MAX_CEILING)
        spin.setSpecialValueText(self.tr("no ceiling"))
        spin.setValue(most)
        spin.setAccessibleName(self.tr("Most {script} tasks a device and day").replace("{script}", script))
        spin.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        spin.setMinimumWidth(_WIDTH)
        indent(spin)
        self._spins[script] = spin
        return spin
