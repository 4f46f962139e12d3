"""Made-up batches, and the tasks that have come of them, for tests of what is drawn."""

import time
from dataclasses import replace

from gui.api.schemas import Task, TaskRequest
from gui.state.devices import Device, DeviceState
from gui.state.host import Host
from gui.store.batch_records import Batch, BatchRequest, RequestState

SERIALS = tuple(f"R58N{n:03}" for n in range(100))


def phones() -> list[Device]:
    return [
        Device(serial, DeviceState.IDLE, f"Rack {n // 20 + 1} · {n % 20 + 1:02}", model="Pixel 7a")
        for n, serial in enumerate(SERIALS)
    ]


def request(batch_id: int, number: int, state: RequestState, ids=(), **facts) -> BatchRequest:
    """One request for two phones with fifty targets each."""
    places = SERIALS[(number - 1) * 2 % 100 : (number - 1) * 2 % 100 + 2]
    known = {"expected": 100, "sent_at": time.time() - 600 + number, "since_id": 40} | facts
    if state in {RequestState.WAITING, RequestState.CANCELLED}:
        known |= {"sent_at": None, "since_id": None}
    return BatchRequest(
        batch_id, number, TaskRequest("follow", {}, serials=places), state=state, task_ids=tuple(ids), **known
    )


def batch(batch_id: int, name: str, requests, script="follow", **facts) -> Batch:
    return Batch(
        batch_id,
        name,
        script,
        **{"created_at": time.time() - 3600 * (12 - batch_id)} | facts,
        requests=requests,
    )


def tasks_of(one: Batch, statuses) -> list[Task]:
    """One record for each task of a batch, its status from a function of its place."""
    made = []
    for each in one.requests:
        for place, task_id in enumerate(each.task_ids):
            status = statuses(len(made))
            serial = each.request.serials[place * len(each.request.serials) // max(1, len(each.task_ids))]
            began = time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(time.time() - 120))
            ended = time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(time.time() - 80))
            made.append(
                Task(
                    task_id,
                    one.script_name,
                    serial,
                    status,
                    start_time=began if status else "",
                    end_time=ended if status in {2, 3} else "",
                    remark="Follow button not found" if status == 3 else "",
                    source="api",
                    account="studio.nine",
                )
            )
    return made


def big(batch_id: int = 9, first_id: int = 100) -> tuple[Batch, list[Task]]:
    """5,000 tasks in 50 requests, in the middle of it, with everything that can go wrong."""
    requests = []
    for number in range(1, 51):
        ids = range(first_id + number * 100, first_id + number * 100 + 100)
        if number <= 45:
            requests.append(request(batch_id, number, RequestState.CREATED, ids))
        elif number == 46:
            missing = tuple((SERIALS[90], f"@target{n}") for n in range(13))
            requests.append(request(batch_id, number, RequestState.PARTLY, ids[:87], missing=missing))
        elif number == 47:
            requests.append(
                request(batch_id, number, RequestState.REFUSED, reason="The device is not connected.")
            )
        elif number == 48:
            evidence = (
                "Read 340 tasks above 4,780: 41 are of this script and these devices, "
                "none has these settings."
            )
            requests.append(
                request(
                    batch_id,
                    number,
                    RequestState.UNKNOWN,
                    reason="No answer within 10 s.",
                    evidence=evidence,
                )
            )
        else:
            requests.append(
                request(batch_id, number, RequestState.SENDING if number == 49 else RequestState.WAITING)
            )
    whole = batch(batch_id, "follow, 23 Nov 16:40, 100 devices", tuple(requests))

    def status(place: int) -> int:
        if place < 3_160:
            return 3 if place % 53 == 0 else 2
        return 1 if place % 86 == 0 else 0

    return whole, tasks_of(whole, status)


def several(host: Host) -> None:
    """A list as it looks in the middle of a day."""
    whole, tasks = big()
    done = batch(
        8, "post, evening, rack 2", (request(8, 1, RequestState.CREATED, range(50, 70), expected=20),), "post"
    )
    failed = batch(
        7,
        "comment, new oven day",
        (request(7, 1, RequestState.CREATED, range(70, 82), expected=12),),
        "comment",
    )
    paused = batch(
        6,
        "unfollow, all of rack 1 and everything that is on the shelf beside it",
        tuple(
            request(
                6,
                n,
                RequestState.WAITING if n > 2 else RequestState.CREATED,
                range(n * 10, n * 10 + 4),
                expected=4,
            )
            for n in range(1, 4)
        ),
        "unfollow",
        paused=True,
        why_paused="The disk is full: what was sent could not be written down.",
    )
    cancelled = batch(
        5, "warm-up", (request(5, 1, RequestState.CANCELLED),), "account_warmup", cancelled=True
    )
    refused = batch(
        4,
        "follow, 22 Nov 09:12",
        (request(4, 1, RequestState.REFUSED, reason="Unknown script."),),
        created_at=time.time() - 90_000,
    )
    paused = replace(
        paused,
        requests=tuple(
            replace(r, task_ids=() if r.state is RequestState.WAITING else r.task_ids)
            for r in paused.requests
        ),
    )
    give(host, refused, cancelled, paused, failed, done, whole)
    feed(
        host,
        [
            *tasks,
            *tasks_of(done, lambda _: 2),
            *tasks_of(failed, lambda place: 3 if place % 4 == 0 else 2),
            *tasks_of(paused, lambda place: place % 4),
        ],
    )


def give(host: Host, *batches: Batch) -> None:
    """Let a host have these batches, as if they had been read or changed."""
    for each in batches:
        new = each.id not in host.batches._batches
        host.batches._batches[each.id] = each
        (host.batches.added if new else host.batches.changed).emit(each.id)


def feed(host: Host, tasks, removed=()) -> None:
    """Let tasks climb as after a poll."""
    host.mirror.upsert(tasks)
    host.mirror.remove(removed)
    host.take_tasks()
