"""Random histories: whatever was applied, sorted and filtered, the table shows what a plain list would."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from gui.api.schemas import Task
from gui.tables import arrange, order
from gui.tables.filter import TaskFilter
from gui.tables.tasks import Column, TaskTable
from tests.tables.making import NOW, SERIALS, expected_ids, filters, records

IDS = st.integers(1, 40)
FEW = st.lists(records(IDS), max_size=4, unique_by=lambda one: one.id)
MANY = st.lists(records(IDS), min_size=15, max_size=40, unique_by=lambda one: one.id)


class TableMachine(RuleBasedStateMachine):
    """Everything done at once, as with up to twenty thousand tasks."""

    def __init__(self) -> None:
        super().__init__()
        self.table = TaskTable()
        self.tester = QAbstractItemModelTester(self.table)
        self.now = NOW
        self.table.tick(self.now)
        self.tasks: dict[int, Task] = {}
        self.names: dict[str, str] = {}
        self.column, self.descending = Column.ID, True
        self.filter = TaskFilter()
        self.held: dict[int, QPersistentModelIndex] = {}
        self.table.modelReset.connect(self.held.clear)

    def teardown(self) -> None:
        self.table.settle()
        self.tester.deleteLater()
        self.table.deleteLater()

    def _apply(self, changed: list[Task], removed: set[int]) -> None:
        self.table.apply(tuple(changed), tuple(removed))
        for one in removed - {one.id for one in changed}:
            self.tasks.pop(one, None)
        self.tasks |= {one.id: one for one in changed}

    @rule(changed=FEW, removed=st.sets(IDS, max_size=3))
    def little_changes(self, changed: list[Task], removed: set[int]) -> None:
        self._apply(changed, removed)

    @rule(changed=MANY, removed=st.sets(IDS, max_size=20))
    def much_changes(self, changed: list[Task], removed: set[int]) -> None:
        self._apply(changed, removed)

    @rule(column=st.sampled_from(Column), descending=st.booleans())
    def sort(self, column: Column, descending: bool) -> None:
        self.column, self.descending = column, descending
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.table.sort(column, order)

    @rule(wanted=filters())
    def filter_rows(self, wanted: TaskFilter) -> None:
        self.filter = wanted
        self.table.set_filter(wanted)

    @rule(
        names=st.dictionaries(
            st.sampled_from(SERIALS), st.sampled_from(("Rack 2", "Rack 10", "Z")), max_size=3
        )
    )
    def name_devices(self, names: dict[str, str]) -> None:
        self.names = names
        self.table.set_device_names(names)

    @rule(seconds=st.sampled_from((1, 7, 3600, 86_400)))
    def time_goes_on(self, seconds: int) -> None:
        self.now += timedelta(seconds=seconds)
        self.table.tick(self.now)

    @rule(words=st.dictionaries(IDS, st.sampled_from(("stopping…", "deleting…")), max_size=4))
    def commands_go_out(self, words: dict[int, str]) -> None:
        self.table.set_pending(words)
        for row in range(self.table.rowCount()):
            cells = self.table.cells(row)
            assert cells.pending == words.get(self.table.id_at(row), "")

    @rule()
    def search_is_near(self) -> None:
        self.table.prepare_search()

    @rule()
    def search_is_over(self) -> None:
        self.table.release_search()

    @rule()
    def another_server(self) -> None:
        self.table.clear()
        self.tasks = {}

    def _shown(self) -> list[int]:
        return [self.table.id_at(row) for row in range(self.table.rowCount())]

    def _expected(self) -> list[int]:
        return expected_ids(
            self.tasks, self.column, self.filter, self.names, self.now, descending=self.descending
        )

    def _settled(self) -> bool:
        return True

    @invariant()
    def shows_what_a_list_would(self) -> None:
        if not self._settled():
            return
        shown = self._shown()
        assert shown == self._expected()
        assert self.table.total == len(self.tasks)
        assert self.table.ids_between(0, len(shown) - 1) == shown
        assert [self.table.row_of(one) for one in shown] == list(range(len(shown)))
        assert {one for one in self.tasks if self.table.row_of(one) < 0} == set(self.tasks) - set(shown)
        assert self.table.running == sum(one.status == 1 for one in self.tasks.values())
        for row, one in enumerate(shown):
            assert self.table.task(row) == self.tasks[one]
            assert self.table.cells(row).texts[Column.REMARK] == self.tasks[one].remark

    @invariant()
    def held_indexes_stay_with_their_tasks(self) -> None:
        shown = self._shown()
        for one, index in self.held.items():
            if one in shown:
                assert index.isValid(), one
                assert self.table.id_at(index.row()) == one
                assert index.column() == one % len(Column)
        self.held.clear()
        for row, one in enumerate(shown):
            self.held[one] = QPersistentModelIndex(self.table.index(row, one % len(Column)))


class SlicedMachine(TableMachine):
    """The same in slices, as with a hundred thousand tasks: changes arrive between them."""

    @precondition(lambda self: self.table.busy)
    @rule(steps=st.integers(1, 4))
    def some_slices(self, steps: int) -> None:
        job = self.table._job
        for _ in range(steps):
            if job._work is not None:
                job._step(*job._work)

    @precondition(lambda self: self.table.busy)
    @rule()
    def all_slices(self) -> None:
        self.table.settle()

    def _settled(self) -> bool:
        return not self.table.busy


@pytest.fixture
def sliced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arrange, "SYNCHRONOUS_ROWS", -1)
    monkeypatch.setattr(arrange, "_CHUNK", 3)
    monkeypatch.setattr(arrange, "_MANY_STALE", 12)


@pytest.fixture
def small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that a few dozen tasks fill as many blocks and runs as a hundred thousand do."""
    monkeypatch.setattr(order, "_BLOCK", 4)
    monkeypatch.setattr(order, "_CHUNK", 7)
    monkeypatch.setattr(order, "_SAMPLES", 2)


QUICK = settings(
    max_examples=40,
    stateful_step_count=25,
    deadline=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)


@pytest.mark.usefixtures("qapp", "small_blocks")
def test_random_histories() -> None:
    run_state_machine_as_test(TableMachine, settings=QUICK)


@pytest.mark.usefixtures("qapp", "sliced", "small_blocks")
def test_random_histories_in_slices() -> None:
    run_state_machine_as_test(SlicedMachine, settings=QUICK)
