"""What a text with ``{a|b}`` in it amounts to: what is wrong with its braces, its variants, and samples."""

from random import Random, SystemRandom

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.scripts.spintax import Fault, FaultKind, check, has_groups, sample, variants
from gui.views.compose.labels import link_button, wrapped_label
from gui.views.look import restyle
from gui.views.wording import number, sentences

translate = QCoreApplication.translate
SAMPLES = 4
_DRAWS = 12
"""To find that many different ones, where there are."""
_MANY = 1_000_000
_MOST_COUNTED = 10_000
_MOST_CHARACTERS = 200_000
"""Of one text: far more than any app posts."""
_FAULTS_SHOWN = 2
_SAMPLE_CHARACTERS = 300


class SpintaxNote(QWidget):
    """Stands under a text, and is only seen where there are braces in it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chance: Random = SystemRandom()
        self._texts: list[str] = []
        self._faults: tuple[Fault, ...] = ()
        self._too_long = False
        self._words = wrapped_label(self, f"spintax.{name}", "caption")
        self._preview = link_button(
            self, f"preview.{name}", self.tr("Preview"), self.tr("Show what may come of it")
        )
        self._preview.setCheckable(True)
        self._again = link_button(self, f"again.{name}", self.tr("Again"), self.tr("Show other samples"))
        self._samples = wrapped_label(self, f"samples.{name}", "sample")
        self._samples.setAccessibleName(self.tr("Samples"))
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self._words, 1)
        row.addWidget(self._again)
        row.addWidget(self._preview)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._samples)
        self._preview.toggled.connect(self._on_toggled)
        self._again.clicked.connect(self._draw)
        self.set_texts("", [])

    def set_texts(self, whole: str, texts: list[str], *, by_line: bool = False) -> None:
        """Take the text that is edited, and the texts of which each is drawn from on its own."""
        self._texts = [text for text in texts if has_groups(text)]
        self._too_long = any(len(text) > _MOST_CHARACTERS for text in self._texts)
        self._faults = check(whole, by_line=by_line) if self._texts and not self._too_long else ()
        self.setVisible(bool(self._texts))
        if self._texts:
            restyle(self._words, "role", "warning" if self._faults else "caption")
            self._words.setText(fault_words(self._faults) if self._faults else self._count_words())
        self._draw()

    def warning(self) -> str:
        """Return what is wrong with the braces, empty for nothing."""
        return fault_words(self._faults) if self._faults else ""

    def _count_words(self) -> str:
        if self._too_long:
            return self.tr("Too long to look through for braces")
        count = min(sum(variants(text) for text in self._texts[:_MOST_COUNTED]), _MANY)
        if count == _MANY or len(self._texts) > _MOST_COUNTED:
            return self.tr("More than {count} variants").format(count=number(count))
        return self.tr("%n variant(s)", "", count)

    def _on_toggled(self, shown: bool) -> None:
        self._preview.setText(self.tr("Hide preview") if shown else self.tr("Preview"))
        self._draw()

    def _draw(self) -> None:
        self._preview.setEnabled(not self._too_long)
        shown = self._preview.isChecked() and bool(self._texts) and not self._too_long
        self._samples.setVisible(shown)
        self._again.setVisible(shown)
        if shown:
            draws = (sample(self.chance.choice(self._texts), self.chance) for _ in range(_DRAWS))
            drawn = list(dict.fromkeys(map(_one_line, draws)))[:SAMPLES]
            self._samples.setText("\n".join(f"•  {text}" for text in drawn))


def fault_words(faults: tuple[Fault, ...]) -> str:
    """Say where the braces are that have no fellow."""
    told = sentences(*(_fault(fault) for fault in faults[:_FAULTS_SHOWN]))
    more = len(faults) - _FAULTS_SHOWN
    if more > 0:
        told = sentences(told, translate("Spintax", "And {n} more.").format(n=number(more)))
    return f"! {told}"


def _fault(fault: Fault) -> str:
    if fault.kind is FaultKind.NEVER_CLOSED:
        template = translate("Spintax", "Line {line}, column {column}: this “{” is never closed.")
    else:
        template = translate("Spintax", "Line {line}, column {column}: this “}” closes nothing.")
    # Not format(): there is a brace in the words.
    return template.replace("{line}", number(fault.line)).replace("{column}", number(fault.column))


def _one_line(text: str) -> str:
    line = " ↵ ".join(part.strip() for part in text.splitlines() if part.strip())
    return line if len(line) <= _SAMPLE_CHARACTERS else line[:_SAMPLE_CHARACTERS] + "…"
