"""Task records for the tests of the table, and the table's rules once more in the plainest words."""

from datetime import UTC, datetime

from hypothesis import strategies as st

from gui.api.schemas import Task
from gui.tables.columns import Column
from gui.tables.filter import TaskFilter

NOW = datetime(2026, 11, 23, 13, 0, 0, tzinfo=UTC).replace(tzinfo=None)
SERIALS = ("R58N1", "R58N2", "R58N10", "emulator-5554", "")
SCRIPTS = ("post", "follow", "Account_warmup", "")
REMARKS = ("", "device offline", "Élément introuvable", "账号未登录，请先登录", "timeout 9", "timeout 10")


def task(task_id: int = 1, **fields: object) -> Task:
    """Return a record with believable fields."""
    return Task(
        **{"id": task_id, "script_name": "post", "serial": "R58N1", "account": "studio.nine"} | fields  # type: ignore[arg-type]
    )


@st.composite
def records(draw: st.DrawFn, ids: st.SearchStrategy[int]) -> Task:
    """Draw a record, empty and odd values included."""
    start = draw(
        st.sampled_from(("", "2026-11-23 12:00:00", "2026-11-23 12:59:30", "2026-11-22 08:00:00", "soon"))
    )
    end = draw(st.sampled_from(("", "2026-11-23 12:59:59", "2026-11-23 11:00:00", "never")))
    return Task(
        id=draw(ids),
        script_name=draw(st.sampled_from(SCRIPTS)),
        serial=draw(st.sampled_from(SERIALS)),
        status=draw(st.sampled_from((0, 1, 1, 2, 3, 3, 7))),
        start_time=start,
        end_time=end,
        remark=draw(st.sampled_from(REMARKS)),
        source=draw(st.sampled_from(("ui", "api"))),
        retry_count=draw(st.sampled_from((0, 1, 2, 10))),
        account=draw(st.sampled_from(("", "user2", "user10", "a@b.example"))),
    )


@st.composite
def filters(draw: st.DrawFn) -> TaskFilter:
    """Draw a filter, often of one criterion only."""
    return TaskFilter(
        statuses=draw(st.frozensets(st.sampled_from((0, 1, 2, 3)), max_size=2)),
        scripts=draw(st.frozensets(st.sampled_from(SCRIPTS), max_size=1)),
        serials=draw(st.frozensets(st.sampled_from(SERIALS), max_size=2)),
        sources=draw(st.frozensets(st.sampled_from(("ui", "api")), max_size=1)),
        text=draw(
            st.sampled_from(
                ("", "", "post", "TIME", "timeout 1", "élément", "账号", "r58n1 off", "rack", "x y z")
            )
        ),
        ids=draw(st.sampled_from((frozenset(), frozenset(), frozenset(range(3, 40)), frozenset({2, 5})))),
    )


def expected_ids(
    tasks: dict[int, Task],
    column: Column,
    wanted: TaskFilter,
    names: dict[str, str],
    now: datetime,
    *,
    descending: bool,
) -> list[int]:
    """Return the ids that a table has to show, worked out from nothing."""
    shown = [one for one in tasks.values() if _passes(one, wanted, names)]
    filled = [one for one in shown if _value(one, column, names, now) is not None]
    empty = [one for one in shown if _value(one, column, names, now) is None]
    filled.sort(key=lambda one: (_value(one, column, names, now), one.id), reverse=descending)
    empty.sort(key=lambda one: one.id, reverse=descending)
    return [one.id for one in filled + empty]


def _passes(one: Task, wanted: TaskFilter, names: dict[str, str]) -> bool:
    fields = (one.script_name, one.serial, names.get(one.serial, ""), one.account, one.start_time, one.remark)
    text = "\n".join((str(one.id), *fields)).casefold()
    return (
        one.status in (wanted.statuses or {one.status})
        and one.script_name in (wanted.scripts or {one.script_name})
        and one.serial in (wanted.serials or {one.serial})
        and one.source in (wanted.sources or {one.source})
        and one.id in (wanted.ids or {one.id})
        and all(word in text for word in wanted.text.casefold().split())
    )


def _value(one: Task, column: Column, names: dict[str, str], now: datetime) -> object:
    if column in {Column.ID, Column.STATUS, Column.RETRIES}:
        return {Column.ID: one.id, Column.STATUS: one.status, Column.RETRIES: one.retry_count}[column]
    if column == Column.ELAPSED:
        return _elapsed(one, now)
    text = {
        Column.SCRIPT: one.script_name,
        Column.DEVICE: names.get(one.serial, one.serial),
        Column.ACCOUNT: one.account,
        Column.START: one.start_time,
        Column.SOURCE: one.source,
        Column.REMARK: one.remark,
    }[column]
    if not text:
        return None
    if column in {Column.SCRIPT, Column.DEVICE, Column.ACCOUNT}:
        return _by_number(text.casefold())
    return text if column == Column.START else text.casefold()


def _elapsed(one: Task, now: datetime) -> int | None:
    if one.status == 0 or not one.start_time.startswith("20"):
        return None
    start = datetime.strptime(one.start_time, "%Y-%m-%d %H:%M:%S")  # noqa: DTZ007 - local, as the wire has it
    if one.status == 1:
        end = now
    elif one.end_time.startswith("20"):
        end = datetime.strptime(one.end_time, "%Y-%m-%d %H:%M:%S")  # noqa: DTZ007 - the same
    else:
        return None
    return max(0, int((end - start).total_seconds()))


def _by_number(text: str) -> str:
    """Pad every run of digits, a character at a time."""
    out, digits = "", ""
    for character in text + "\0":
        if character.isdigit():
            digits += character
            continue
        out += digits.rjust(12, "0") if digits else ""
        out, digits = out + character, ""
    return out[:-1]
