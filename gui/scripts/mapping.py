"""Which files and which caption each target of a post gets."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from gui.scripts.base import ScriptModel, is_empty

FILES, CAPTION = "material_list", "captions"
_GAP = re.compile(r"\n[^\S\n]*\n\s*")


class Deal(StrEnum):
    """How a list is dealt out among the targets."""

    SAME = "same"
    """Every target gets the whole."""
    ONE_TO_ONE = "one to one"
    ROUND_ROBIN = "round robin"
    """As one to one, and from the start again when the list is used up."""


class Split(StrEnum):
    """Where one caption ends and the next begins."""

    LINES = "lines"
    BLOCKS = "blocks"
    """Blank lines part them."""


@dataclass(frozen=True, slots=True)
class Rules:
    """How files and captions are dealt out."""

    files: Deal = Deal.SAME
    captions: Deal = Deal.SAME
    split: Split = Split.LINES
    files_each: int = 1
    """Files that one target gets, unless all get the same."""

    @property
    def per_target(self) -> bool:
        """Whether targets may get different things."""
        return self.files is not Deal.SAME or self.captions is not Deal.SAME


@dataclass(frozen=True, slots=True)
class ByHand:
    """What the operator wrote for one target; None where the rules hold."""

    files: tuple[str, ...] | None = None
    caption: str | None = None


@dataclass(frozen=True, slots=True)
class Share:
    """What one target gets."""

    target: str
    files: tuple[str, ...]
    caption: str
    hand: ByHand = field(default_factory=ByHand)


@dataclass(frozen=True, slots=True)
class Assignment:
    """What every target gets, and what does not come out even."""

    shares: tuple[Share, ...] = ()
    no_files: tuple[str, ...] = ()
    """Targets that get fewer files than they should, or none, though files are dealt out."""
    no_caption: tuple[str, ...] = ()
    """Targets that get none though captions are dealt out; not those whose caption was emptied by hand."""
    spare_files: tuple[str, ...] = ()
    spare_captions: tuple[str, ...] = ()
    """What no target gets."""

    @property
    def even(self) -> bool:
        """Whether every target gets what it should."""
        return not self.no_files and not self.no_caption


def can_map(model: type[ScriptModel]) -> bool:
    """Whether a script's targets may get different things."""
    return FILES in model.model_fields and CAPTION in model.model_fields


def captions_in(text: str, split: Split) -> list[str]:
    """Return the captions of a text; blank ones are dropped."""
    parts = text.split("\n") if split is Split.LINES else _GAP.split(text)
    return [part.strip() for part in parts if part.strip()]


def assign(
    targets: Sequence[str],
    files: Sequence[str],
    captions: str,
    rules: Rules,
    hand: Mapping[str, ByHand] | None = None,
) -> Assignment:
    """Deal files and captions out among the targets; what was written by hand comes on top."""
    hand = hand or {}
    texts = captions_in(captions, rules.split) if rules.captions is not Deal.SAME else []
    shares: list[Share] = []
    no_files: list[str] = []
    no_caption: list[str] = []
    for place, target in enumerate(targets):
        mine = hand.get(target, ByHand()) if rules.per_target else ByHand()
        each = len(files) if rules.files is Deal.SAME else rules.files_each
        given = mine.files if mine.files is not None else _dealt(files, place, rules.files, each)
        if mine.caption is not None:
            caption = mine.caption
        elif rules.captions is Deal.SAME:
            caption = captions
        else:
            caption = "".join(_dealt(texts, place, rules.captions, 1))
            if not caption:
                no_caption.append(target)
        if rules.files is not Deal.SAME and len(given) < (1 if mine.files is not None else each):
            no_files.append(target)
        shares.append(Share(target, given, caption, mine))
    used_files = {file for share in shares for file in share.files}
    used_captions = {share.caption for share in shares}
    return Assignment(
        tuple(shares),
        tuple(no_files),
        tuple(no_caption),
        tuple(file for file in files if file not in used_files) if shares else (),
        tuple(text for text in texts if text not in used_captions) if shares else (),
    )


def configs(
    config: Mapping[str, Any], assignment: Assignment
) -> list[tuple[dict[str, Any], tuple[str, ...]]]:
    """Return one config for each distinct content, with the targets that get it, in their order."""
    groups: dict[tuple[tuple[str, ...], str], list[str]] = {}
    for share in assignment.shares:
        groups.setdefault((share.files, share.caption), []).append(share.target)
    found = []
    for (files, caption), targets in groups.items():
        own = {**config, FILES: list(files), CAPTION: caption}
        if is_empty(list(files)):
            own.pop(FILES)
        found.append((own, tuple(targets)))
    return found


def _dealt(items: Sequence[str], place: int, deal: Deal, each: int) -> tuple[str, ...]:
    if deal is Deal.SAME:
        return tuple(items)
    first = place * each
    if deal is Deal.ROUND_ROBIN and items:
        return tuple(items[(first + step) % len(items)] for step in range(each))
    return tuple(items[first : first + each])
