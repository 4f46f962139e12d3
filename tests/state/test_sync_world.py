"""The mirror against the real simulator, in this process: random histories of a TikMatrix, tick by tick.

After every tick the request bound holds; when the world falls quiet the mirror equals it within a bounded
number of ticks: six a hundred tasks, and one for each that is still in doubt.
"""

import asyncio
import math

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from gui.api import reading
from gui.api.errors import NotFound
from gui.simulator.records import TaskFilter
from gui.simulator.refusals import Refused
from gui.simulator.wire import CreateBody
from gui.simulator.world import World
from gui.state.mirror import TaskMirror
from gui.state.sync import TaskSync

MIDNIGHT = 1_767_225_600.0


class WorldReader:
    """The calls that the mirror lives on, answered by a world without HTTP between."""

    def __init__(self, world):
        self.world = world
        self.requests = 0

    async def task_stats(self):
        self.requests += 1
        return reading.read_stats(self.world.stats())

    async def list_tasks(self, *, status=None, page=1, page_size=100):
        self.requests += 1
        tasks, total = self.world.tasks(TaskFilter(status=status), page, page_size)
        return reading.read_task_page({"tasks": tasks, "total": total})

    async def get_task(self, task_id):
        self.requests += 1
        try:
            return reading.read_task(self.world.task(task_id))
        except Refused as error:
            raise NotFound(code=40401) from error

    def everything(self):
        rows, _ = self.world.tasks(TaskFilter(), 1, 10**9)
        return {task.id: task for task in map(reading.read_task, rows)}


class WorldHistories(RuleBasedStateMachine):
    def __init__(self):
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.world = None

    @initialize(
        tasks=st.sampled_from([0, 30, 150, 420]), seed=st.integers(0, 99), rate=st.sampled_from([0, 20])
    )
    def begin(self, tasks, seed, rate):
        self.now = MIDNIGHT
        self.world = World(tasks=tasks, devices=12, seed=seed, ui_rate=rate, now=lambda: self.now)
        self.reader = WorldReader(self.world)
        self.sync = TaskSync(self.reader, TaskMirror())
        self.loop.run_until_complete(self.sync.first_picture(lambda: None))
        self.seen = self.reader.everything()
        assert self.sync.mirror.tasks == self.seen

    def ids(self, status):
        return [i for i, t in self.reader.everything().items() if status in (None, t.status)]

    @rule(seconds=st.sampled_from([1, 5, 60, 900]))
    def time_passes(self, seconds):
        for _ in range(5):
            self.now += seconds / 5
            self.world.advance()

    @rule(users=st.integers(1, 30))
    def create(self, users):
        devices = [row[0] for row in self.world.database.rows("SELECT serial FROM devices LIMIT 3")]
        config = {"target_users": [f"user{n}" for n in range(users)]}
        self.world.create(CreateBody(script_name="follow", serials=devices, script_config=config))

    @rule(count=st.integers(1, 40))
    def made_at_the_other_window(self, count):
        for _ in range(count):
            self.world.make_ui_task()

    @rule(pick=st.randoms(use_true_random=False), count=st.integers(1, 10))
    def stop(self, pick, count):
        running = self.ids(1)
        for task_id in pick.sample(running, min(count, len(running))):
            self.world.stop(task_id)

    @rule()
    def retry_all(self):
        self.world.retry_all()

    @rule(pick=st.randoms(use_true_random=False), count=st.integers(1, 60))
    def delete(self, pick, count):
        there = self.ids(None)
        if victims := pick.sample(there, min(count, len(there))):
            self.world.delete_many(victims)

    @rule(jump=st.integers(1, 5000))
    def ids_jump(self, jump):
        self.world.database.execute("UPDATE sqlite_sequence SET seq = seq + ? WHERE name = 'tasks'", (jump,))

    @rule()
    def tick(self):
        now = self.reader.everything()
        changed = sum(now.get(i) != self.seen.get(i) for i in now.keys() | self.seen.keys())
        before = self.reader.requests
        self.loop.run_until_complete(self.sync.tick())
        made = self.reader.requests - before
        assert made <= (3 + math.ceil(changed / 100) if changed else 2)
        self.seen = now

    def teardown(self):
        if self.world is not None:
            size = len(self.reader.everything())
            behind = len(self.sync.mirror.doubts) + len(self.sync.mirror.tasks)
            for ticks in range(10 + 6 * math.ceil(size / 100) + behind):
                if self.sync.mirror.tasks == self.reader.everything() and ticks:
                    break
                self.tick()
            assert self.sync.mirror.tasks == self.reader.everything()
            newest = sorted(self.reader.everything())[-100:]
            assert all(i in self.sync.mirror.tasks for i in newest)
            self.world.close()
        self.loop.close()


TestWorldHistories = WorldHistories.TestCase
TestWorldHistories.settings = settings(
    max_examples=60, stateful_step_count=40, deadline=None, suppress_health_check=list(HealthCheck)
)
