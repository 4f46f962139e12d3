"""Dealing files and captions out among the targets of a post."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gui.scripts.mapping import Assignment, ByHand, Deal, Rules, Split, assign, configs
from gui.tables.mapping import Column
from gui.views.compose.mapping_view import MappingView
from gui.views.compose.mapping_words import (
    caption_in,
    counts,
    mapping_rows,
    paths_in,
    spare_words,
    uneven_words,
)
from gui.views.compose.segments import Segments


class MappingEditor(QObject):
    """The three choices and the table; the form puts each into a row of its own."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.files = self._deals("mapping.files", self.tr("Files"), parent)
        self.captions = self._deals("mapping.captions", self.tr("Captions"), parent)
        self.split = Segments(
            "mapping.split",
            [(Split.LINES, self.tr("One a line")), (Split.BLOCKS, self.tr("Blank lines between"))],
            parent,
        )
        self.split.name_buttons(self.tr("Captions are written"))
        self.view = MappingView(parent)
        self._targets: tuple[str, ...] = ()
        self._names: Mapping[str, str] = {}
        self._content: tuple[Sequence[str], str, int] = ((), "", 1)
        self._hand: dict[str, ByHand] = {}
        self.assignment = Assignment()
        for segments in (self.files, self.captions, self.split):
            segments.chosen.connect(self._on_chosen)
        self.view.table.written.connect(self._on_written)
        self.view.undo.clicked.connect(self._forget_hand)

    @property
    def rules(self) -> Rules:
        """How files and captions are dealt out."""
        return Rules(
            Deal(self.files.value()), Deal(self.captions.value()), Split(self.split.value()), self._content[2]
        )

    @property
    def targets(self) -> tuple[str, ...]:
        """The targets."""
        return self._targets

    def set_targets(self, targets: tuple[str, ...], names: Mapping[str, str] | None = None) -> None:
        """Take other targets, and what they are called."""
        if targets != self._targets or (names is not None and names != self._names):
            self._targets = targets
            self._names = self._names if names is None else dict(names)
            self._assign()

    def set_content(self, files: Sequence[str], captions: str, files_each: int) -> None:
        """Take what is to be dealt out."""
        content = files, captions, files_each
        if content != self._content:
            self._content = content
            self._assign()

    def problem(self) -> str:
        """Say who would get less than they should; empty for nobody."""
        return uneven_words(self.assignment, self._names) if self.rules.per_target else ""

    def warnings(self) -> tuple[str, ...]:
        """Say what no target gets."""
        return spare_words(self.assignment)

    def hand_files(self) -> list[str]:
        """Return the files that were written by hand for a target that is there."""
        mine = [share.hand.files or () for share in self.assignment.shares]
        return [path for files in mine for path in files]

    def state(self) -> dict[str, Any]:
        """Return everything as JSON can hold it."""
        rules = self.rules
        hand = {
            target: {"files": None if mine.files is None else list(mine.files), "caption": mine.caption}
            for target, mine in self._hand.items()
        }
        return {
            "files": rules.files.value,
            "captions": rules.captions.value,
            "split": rules.split.value,
            "hand": hand,
        }

    def set_state(self, state: Mapping[str, Any]) -> None:
        """Take what :meth:`state` returned; what makes no sense is passed over."""
        for key, segments, usual in (
            ("files", self.files, Deal.SAME),
            ("captions", self.captions, Deal.SAME),
            ("split", self.split, Split.LINES),
        ):
            segments.set_value(state.get(key, usual))
        hand = state.get("hand")
        self._hand = {}
        for target, mine in (hand if isinstance(hand, Mapping) else {}).items():
            if isinstance(mine, Mapping):
                files, caption = mine.get("files"), mine.get("caption")
                self._hand[str(target)] = ByHand(
                    tuple(map(str, files)) if isinstance(files, list) else None,
                    caption if isinstance(caption, str) else None,
                )
        self._assign()

    def _assign(self) -> None:
        files, captions, _ = self._content
        rules = self.rules
        self.assignment = assign(self._targets, files, captions, rules, self._hand)
        if not rules.per_target:
            return
        if self._targets:
            words = counts(configs({}, self.assignment), len(self._targets))
        else:
            words = self.tr("Choose targets below, and see here who gets what.")
        self.view.show_rows(mapping_rows(self.assignment, self._names), words, by_hand=bool(self._hand))

    def _on_chosen(self) -> None:
        self._assign()
        self.changed.emit()

    def _on_written(self, target: str, column: int, text: str) -> None:
        text = text.encode("utf-8", "ignore").decode()  # half a character cannot be sent
        before = self._hand.get(target, ByHand())
        if column == Column.FILES:
            self._hand[target] = ByHand(paths_in(text), before.caption)
        else:
            self._hand[target] = ByHand(before.files, caption_in(text))
        self._assign()
        self.changed.emit()

    def _forget_hand(self) -> None:
        self._hand.clear()
        self._assign()
        self.changed.emit()

    def _deals(self, name: str, title: str, parent: QWidget) -> Segments:
        segments = Segments(
            name,
            [
                (Deal.SAME, self.tr("Same for all")),
                (Deal.ONE_TO_ONE, self.tr("One to one")),
                (Deal.ROUND_ROBIN, self.tr("Round robin")),
            ],
            parent,
        )
        segments.name_buttons(title)
        return segments
