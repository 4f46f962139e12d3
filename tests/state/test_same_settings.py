"""Tasks that could be one batch again."""

import json

import pytest

from gui.api.schemas import Task
from gui.state.same_settings import by_settings


def made(task_id, script="follow", **arguments):
    return Task(task_id, script, "A", 3, script_args=json.dumps(arguments))


def ids(groups):
    return [tuple(task.id for task in group) for group in groups]


def test_account_and_targets_do_not_part_siblings():
    tasks = [
        made(1, target_users=["a"], access_method="direct", username="x"),
        made(2, access_method="search", target_users=["a"]),
        made(3, access_method="direct", target_user="b\nc", username="y"),
        made(4, "unfollow", access_method="direct", target_users=["a"]),
        made(5, access_method="direct", target_users=["c"]),
    ]
    assert ids(by_settings(tasks)) == [(1, 3, 5), (2,), (4,)]


@pytest.mark.parametrize("text", ["", "{broken", "[1]", "null", '{"a": {"b": [1]}}'])
def test_arguments_of_any_kind(text):
    tasks = [Task(i, "odd", "A", 3, script_args=text) for i in (1, 2)]
    assert ids(by_settings(tasks)) == [(1, 2)]
    assert by_settings([]) == []
