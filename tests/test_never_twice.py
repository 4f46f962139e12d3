"""The check that nothing is created twice and nothing is misreported, made small; see tests/never_twice."""

import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from gui.api.schemas import TaskRequest
from tests.faults import Post
from tests.never_twice.judge import judge

ROOT = Path(__file__).parent.parent
CLEAN = {"duplicated": 0, "misreported": 0, "unknown_without_evidence": 0, "crashes": 0}


@pytest.mark.parametrize("arguments", [["--submissions", "60"], ["--submissions", "20", "--kills", "5"]])
def test_nothing_is_created_twice_and_nothing_misreported(arguments):
    done = subprocess.run(
        [sys.executable, "-m", "tests.never_twice", "--json", "--seed", "4", *arguments],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    told = json.loads(done.stdout)
    submitted = told.pop("submitted")
    assert submitted == int(arguments[1]) or "--kills" in arguments  # one may have been killed before it
    assert told.pop("created") > submitted / 2 > 0
    assert told == CLEAN, done.stderr
    assert done.returncode == 0


SAID = {"serials": ["S1", "S2"], "targets": ["t1.0", "t1.1"], "expected": 4, "evidence": "", "missing": []}
POST = Post(json.dumps(TaskRequest("follow", {"target_users": ["t1.0", "t1.1"]}).body()).encode(), 1)


@pytest.mark.parametrize(
    ("made", "state", "forwarded", "wrong"),
    [
        (1, "created", 1, {}),
        (0, "not created", 0, {}),
        (0, "created", 0, {"misreported": 1}),
        (1, "not created", 1, {"misreported": 1}),
        (1, "refused", 1, {"misreported": 1}),
        (1, "partly", 1, {"misreported": 1}),
        (2, "created", 2, {}),
        (2, "created", 1, {"duplicated": 4}),
        (0, "unknown", 1, {"unknown_without_evidence": 1}),
    ],
)
def test_the_judge_sees_what_is_wrong(tmp_path, made, state, forwarded, wrong):
    db = world(tmp_path / "world.db", made)
    said = {**SAID, "state": state, "ids": [1, 2, 3, 4]}
    found = judge(db, [said], [Post(POST.body, forwarded)])
    assert {name: found[name] for name in CLEAN if name != "crashes" and found[name]} == wrong


def world(path, copies):
    """A database as the simulator's, with so many copies of every task that was asked for."""
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE tasks(id INTEGER PRIMARY KEY, serial TEXT, script_args TEXT)")
        connection.executemany(
            "INSERT INTO tasks(serial, script_args) VALUES(?, ?)",
            [
                (serial, json.dumps({"target_users": [target]}))
                for _ in range(copies)
                for serial in SAID["serials"]
                for target in SAID["targets"]
            ],
        )
    connection.close()
    return path
