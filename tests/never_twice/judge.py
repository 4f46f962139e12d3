"""Holds what the panel says against the simulator's database."""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from tests.faults import Post


def judge(db: Path, report: Iterable[Mapping[str, Any]], posts: Iterable[Post]) -> dict[str, Any]:
    """Count what was created, duplicated by the panel, misreported, and left unknown without evidence."""
    with closing(sqlite3.connect(db, timeout=10)) as connection:
        rows = connection.execute(
            "SELECT id, serial, json_extract(script_args, '$.target_users[0]') FROM tasks"
        ).fetchall()
    made: dict[str, list[tuple[int, str, str]]] = {}
    for task_id, serial, target in rows:
        made.setdefault(target.partition(".")[0], []).append((task_id, serial, target))
    by_wire = _doubled_by_the_wire(posts)
    counts, states = Counter[str](), Counter[str]()
    wrong: list[str] = []
    for said in report:
        name = said["targets"][0].partition(".")[0]
        found = made.pop(name, [])
        copies = Counter((serial, target) for _, serial, target in found)
        asked = {(serial, target) for serial in said["serials"] for target in said["targets"]}
        counts["submitted"] += 1
        counts["created"] += bool(found)
        counts["duplicated"] += sum(max(0, count - 1 - by_wire[name]) for count in copies.values())
        if not _true(said, {task_id for task_id, _, _ in found}, set(copies), asked):
            counts["misreported"] += 1
            wrong.append(f"{name}: said {said['state']} ({said['evidence']}), there are {len(found)}")
        counts["unknown_without_evidence"] += said["state"] in {"unknown", "sending"} and not said["evidence"]
        states[said["state"]] += 1
    counts["misreported"] += len(made)  # tasks that no report speaks of
    return {**{name: counts[name] for name in KEYS}, "states": dict(states), "wrong": wrong}


KEYS = ("submitted", "created", "duplicated", "misreported", "unknown_without_evidence")


def _true(said: Mapping[str, Any], ids: set[int], pairs: set[Any], asked: set[Any]) -> bool:
    """Whether what the panel says is so."""
    match said["state"]:
        case "created":
            return pairs == asked and set(said["ids"]) <= ids and len(set(said["ids"])) == said["expected"]
        case "partly":
            lacking = {tuple(pair) for pair in said["missing"]}
            return bool(pairs) and pairs < asked and lacking == asked - pairs
        case "unknown":
            return True  # it says nothing, and so nothing wrong
    return not pairs  # waiting, refused, not created, cancelled: nothing may be there


def _doubled_by_the_wire(posts: Iterable[Post]) -> Counter[str]:
    """Return how many copies the connection has made, by what the targets of a request begin with."""
    extra = Counter[str]()
    for post in posts:
        name = json.loads(post.body)["script_config"]["target_users"][0].partition(".")[0]
        extra[name] += max(0, post.forwarded - 1)
    return extra
