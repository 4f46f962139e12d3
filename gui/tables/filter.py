"""Which tasks are shown: the operator's filter, and the text that a search looks through."""

from collections.abc import Generator, Iterable, Mapping
from dataclasses import dataclass

from gui.api.schemas import Task
from gui.tables.order import SortedIds

_CHUNK = 4_096


@dataclass(frozen=True, slots=True)
class TaskFilter:
    """What the operator wants to see. An empty set or text asks for nothing in particular."""

    statuses: frozenset[int] = frozenset()
    scripts: frozenset[str] = frozenset()
    serials: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    text: str = ""
    """Words that must all occur, in any field and any case."""
    ids: frozenset[int] = frozenset()
    """Only these tasks: those of one batch."""

    def __bool__(self) -> bool:
        """Whether anything is asked for at all."""
        return bool(self.statuses or self.scripts or self.serials or self.sources or self.ids or self.words)

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the text as they are searched."""
        return tuple(self.text.casefold().split())

    def narrows(self, other: "TaskFilter") -> bool:
        """Whether whatever passes here is certain to pass ``other`` too."""
        for mine, theirs in (
            (self.statuses, other.statuses),
            (self.scripts, other.scripts),
            (self.serials, other.serials),
            (self.sources, other.sources),
            (self.ids, other.ids),
        ):
            if theirs and not (mine and mine <= theirs):
                return False
        return all(any(theirs in mine for mine in self.words) for theirs in other.words)


class Haystacks:
    """The searchable text of each task in lower case: built when first needed, forgotten when it changes."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = names
        self._texts: dict[int, str] = {}

    def __len__(self) -> int:
        """For how many tasks the text is at hand."""
        return len(self._texts)

    def text(self, task: Task) -> str:
        """Return the text of one task."""
        found = self._texts.get(task.id)
        if found is None:
            name = self._names.get(task.serial, "")
            parts = (
                str(task.id),
                task.script_name,
                task.serial,
                name,
                task.account,
                task.start_time,
                task.remark,
            )
            found = self._texts[task.id] = "\n".join(parts).casefold()
        return found

    def forget(self, task_ids: Iterable[int]) -> None:
        """Drop the texts of tasks that changed or went."""
        for task_id in task_ids:
            self._texts.pop(task_id, None)

    def clear(self, names: Mapping[str, str] | None = None) -> None:
        """Drop everything, and take other device names from now on."""
        self._texts = {}
        self._names = self._names if names is None else names

    def prepare_steps(self, tasks: Mapping[int, Task]) -> Generator[None, None, None]:
        """Build what is missing, in steps of a few milliseconds."""
        records = list(tasks.values())
        for start in range(0, len(records), _CHUNK):
            yield
            for task in records[start : start + _CHUNK]:
                self.text(task)

    def passing(self, tasks: Iterable[Task], wanted: TaskFilter) -> set[int]:
        """Return the ids of those tasks that are to be shown."""
        words = wanted.words
        return {
            task.id
            for task in tasks
            if (not wanted.statuses or task.status in wanted.statuses)
            and (not wanted.scripts or task.script_name in wanted.scripts)
            and (not wanted.serials or task.serial in wanted.serials)
            and (not wanted.sources or task.source in wanted.sources)
            and (not wanted.ids or task.id in wanted.ids)
            and (not words or _has_all(self.text(task), words))
        }

    def filter_steps(
        self, index: SortedIds, tasks: Mapping[int, Task], wanted: TaskFilter
    ) -> Generator[None, None, SortedIds]:
        """Thin out an index, one criterion a step. Returns the same object where nothing is asked for.

        ``tasks`` must not change meanwhile and must hold every id of the index.
        """
        if not wanted:
            return index
        for attribute in ("ids", "statuses", "scripts", "serials", "sources"):
            if getattr(wanted, attribute):
                masks: list[list[bool]] = []
                for ids in index.blocks:
                    masks.append(_column_mask(attribute, ids, tasks, wanted))
                    yield
                index = index.kept(masks)
                yield
        words = wanted.words
        if not words:
            return index
        masks = []
        for ids in index.blocks:
            made = self._texts.get
            texts = [made(i) or self.text(tasks[i]) for i in ids]
            if len(words) == 1:
                word = words[0]
                masks.append([word in text for text in texts])
            else:
                masks.append([_has_all(text, words) for text in texts])
            yield
        return index.kept(masks)


def _has_all(text: str, words: tuple[str, ...]) -> bool:
    return all(word in text for word in words)


def _column_mask(name: str, ids: list[int], tasks: Mapping[int, Task], wanted: TaskFilter) -> list[bool]:
    # Spelled-out loops: one through getattr would take three times as long.
    if name == "ids":
        return [task_id in wanted.ids for task_id in ids]
    if name == "statuses":
        return [tasks[task_id].status in wanted.statuses for task_id in ids]
    if name == "scripts":
        return [tasks[task_id].script_name in wanted.scripts for task_id in ids]
    if name == "serials":
        return [tasks[task_id].serial in wanted.serials for task_id in ids]
    return [tasks[task_id].source in wanted.sources for task_id in ids]
