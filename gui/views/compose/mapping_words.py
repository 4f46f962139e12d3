"""Who gets what, and what does not come out even, in words."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from gui.scripts.mapping import Assignment, Share
from gui.tables.mapping import FILE_GAP, LINE_END, Cell, MappingRow
from gui.views.compose.file_words import file_name
from gui.views.compose.naming import short_list
from gui.views.wording import sentences

translate = QCoreApplication.translate
_BY_HAND = "✎ "


def uneven_words(assignment: Assignment, names: Mapping[str, str]) -> str:
    """Say which targets get less than they should, empty for none."""
    if assignment.even:
        return ""
    found = []
    for targets, template in (
        (assignment.no_files, translate("Mapping", "No file, or too few, for {names}.")),
        (assignment.no_caption, translate("Mapping", "No caption for {names}.")),
    ):
        if targets:
            found.append(template.replace("{names}", short_list([names.get(t, t) for t in targets])))
    remedy = translate("Mapping", "Add some, deal them out round robin, or write into the table.")
    return sentences(*found, remedy)


def spare_words(assignment: Assignment) -> tuple[str, ...]:
    """Say what no target gets, and who goes out without words."""
    found = []
    if assignment.spare_files:
        names = short_list([file_name(path) for path in assignment.spare_files])
        found.append(translate("Mapping", "No target gets these files: {names}.").replace("{names}", names))
    if assignment.spare_captions:
        count = len(assignment.spare_captions)
        found.append(translate("Mapping", "%n caption(s) go(es) to no target.", "", count))
    silent = sum(1 for share in assignment.shares if not share.caption.strip())
    if silent == len(assignment.shares) and silent:
        found.append(translate("Mapping", "The posts have no caption."))
    elif silent > len(assignment.no_caption):
        found.append(translate("Mapping", "%n target(s) post(s) without a caption.", "", silent))
    return tuple(found)


def mapping_rows(assignment: Assignment, names: Mapping[str, str]) -> list[MappingRow]:
    """Return the rows of the table."""
    no_files, no_caption = frozenset(assignment.no_files), frozenset(assignment.no_caption)
    nothing = translate("Mapping", "! nothing")
    return [
        MappingRow(
            share.target,
            (
                Cell(names.get(share.target, share.target), share.target),
                _files_cell(share, nothing if share.target in no_files else ""),
                _caption_cell(share, nothing if share.target in no_caption else ""),
            ),
        )
        for share in assignment.shares
    ]


def _files_cell(share: Share, missing: str) -> Cell:
    shown = ", ".join(file_name(path) for path in share.files)
    if missing:
        shown = f"{missing} ({shown})" if shown else missing
    return _cell(shown, FILE_GAP.join(share.files), missing, by_hand=share.hand.files is not None)


def _caption_cell(share: Share, missing: str) -> Cell:
    edited = f" {LINE_END} ".join(share.caption.split("\n"))
    none = translate("Mapping", "without") if share.hand.caption == "" else ""
    return _cell(missing or edited or none, edited, missing, by_hand=share.hand.caption is not None)


def _cell(shown: str, edited: str, missing: str, *, by_hand: bool) -> Cell:
    if missing:
        return Cell(shown, edited, "missing")
    return Cell(_BY_HAND + shown, edited, "hand") if by_hand else Cell(shown, edited)


def paths_in(cell: str) -> tuple[str, ...]:
    """Return the paths that were written into a cell."""
    return tuple(path.strip().strip('"') for path in cell.split(FILE_GAP.strip()) if path.strip())


def caption_in(cell: str) -> str:
    """Return the caption that was written into a cell."""
    return "\n".join(part.strip() for part in cell.split(LINE_END)).strip()


def counts(groups: Sequence[object], targets: int) -> str:
    """Say how many targets there are, and how many different posts come of them."""
    return " · ".join(
        (
            translate("Mapping", "%n target(s)", "", targets),
            translate("Mapping", "%n different post(s)", "", len(groups)),
        )
    )
