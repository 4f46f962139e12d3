"""A batch as a table on the disk: a row for each task, and one for each target that got none."""

from collections.abc import Generator, Mapping

from PySide6.QtCore import QCoreApplication

from gui.api.schemas import Task
from gui.store.batch_records import Batch, BatchRequest
from gui.tables.cells import status_word
from gui.views.batches import words

_CHUNK = 400

translate = QCoreApplication.translate


def titles() -> list[str]:
    """Return the headings."""
    return [
        translate("Batches", "Request"),
        translate("Batches", "Request state"),
        translate("Batches", "Task ID"),
        translate("Batches", "Device"),
        translate("Batches", "Device name"),
        translate("Batches", "Account"),
        translate("Batches", "Target"),
        translate("Batches", "Script"),
        translate("Batches", "Status"),
        translate("Batches", "Start"),
        translate("Batches", "End"),
        translate("Batches", "Retries"),
        translate("Batches", "Remark"),
    ]


def row_steps(
    batch: Batch, tasks: Mapping[int, Task], names: Mapping[str, str]
) -> Generator[None, None, list[list[str]]]:
    """Return the titles and the rows, in steps: five thousand tasks take a while."""
    found = [titles()]
    for request in batch.requests:
        head = [str(request.number), words.state_word(request.state)]
        for start in range(0, len(request.task_ids), _CHUNK):
            part = request.task_ids[start : start + _CHUNK]
            found += [[*head, *_task_cells(task_id, tasks.get(task_id), batch, names)] for task_id in part]
            yield
        found += [[*head, *cells] for cells in _unmade(request, batch, names)]
        yield
    return found


def _task_cells(task_id: int, task: Task | None, batch: Batch, names: Mapping[str, str]) -> list[str]:
    if task is None or task.script_name != batch.script_name:
        gone = translate("Batches", "(not there any more)")
        return [str(task_id), "", "", "", "", batch.script_name, gone, "", "", "", ""]
    return [
        str(task_id),
        task.serial,
        names.get(task.serial, ""),
        task.account,
        "",
        task.script_name,
        status_word(task.status),
        task.start_time,
        task.end_time,
        str(task.retry_count),
        task.remark,
    ]


def _unmade(request: BatchRequest, batch: Batch, names: Mapping[str, str]) -> list[list[str]]:
    """Return who got no task: those that are known to be missing, or all of a request that made nothing."""
    asked = request.request
    missing = request.missing
    if not missing and not request.task_ids:
        missing = tuple((place, "") for place in asked.usernames or asked.serials)
    status = translate("Batches", "(not made)")
    why = words.note(request)
    rows = []
    for place, target in missing:
        who = ["", "", place] if asked.usernames else [place, names.get(place, ""), ""]
        rows.append(["", *who, target, batch.script_name, status, "", "", "", why])
    return rows
