"""Rows as text, to be copied and exported, made in steps: a hundred thousand of them take a second."""

from collections.abc import Generator, Sequence

from gui.api.schemas import Task
from gui.tables.cells import column_title
from gui.tables.tasks import Column, TaskTable

_CHUNK = 400


def row_steps(
    table: TaskTable, ids: Sequence[int], columns: Sequence[Column], *, bare_names: bool = False
) -> Generator[None, None, list[list[str]]]:
    """Return the titles, then a row for each of these tasks that is still there.

    ``bare_names``: accounts without their @, as the API takes them: a spreadsheet calculates @ words.
    """

    def text(task: Task, column: Column) -> str:
        full = table.full_text(task, column)
        return full.removeprefix("@") if bare_names and column is Column.ACCOUNT else full

    rows = [[column_title(column) for column in columns]]
    for start in range(0, len(ids), _CHUNK):
        tasks = filter(None, map(table.get, ids[start : start + _CHUNK]))
        rows += [[text(task, column) for column in columns] for task in tasks]
        yield
    return rows


def tab_separated(rows: Sequence[Sequence[str]]) -> str:
    """Join rows for the clipboard; a tab or line break inside a cell becomes a blank."""
    return "\n".join("\t".join(" ".join(cell.split()) for cell in row) for row in rows)
