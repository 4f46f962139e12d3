"""Whether a newer version is to be had, as the window is told."""

import json

import pytest

from gui.state.updates import Available, Trouble, Unknown, Updates, UpToDate
from tests.api.raw import answering, http, talking, until

PAGE = "https://example.org/download"


def says(version, **more):
    return http(json.dumps({"version": version, "url": PAGE, "notes": "New."} | more).encode())


async def told(answer, *, mine="1.4.0"):
    updates, answers = Updates(mine), []
    updates.told.connect(answers.append)
    async with answering(answer) as heard:
        updates.check(f"http://localhost:{heard.port}/")
        await until(lambda: answers)
    await updates.stop()
    return answers[0]


async def test_a_newer_one_is_offered_with_its_host():
    assert await told(says("v1.10.0")) == Available("1.4.0", "1.10.0", PAGE, "example.org", "New.")


@pytest.mark.parametrize("theirs", ["1.4", "v1.4.0", "1.3.9", "0.1"])
async def test_the_same_or_an_older_one_is_none(theirs):
    assert await told(says(theirs)) == UpToDate("1.4.0", theirs.removeprefix("v"))


async def test_a_pre_release_is_offered_only_to_who_runs_one():
    assert isinstance(await told(says("1.5.0rc1")), UpToDate)
    assert isinstance(await told(says("1.5.0", prerelease=True)), UpToDate)
    assert isinstance(await told(says("1.5.0rc1"), mine="1.5.0b2"), Available)
    assert isinstance(await told(says("1.5.0"), mine="1.5.0rc1"), Available)


async def test_why_it_could_not_be_learnt():
    answer = await told(http(b"gone", 404))
    assert answer == Unknown("localhost", Trouble.REFUSED, "HTTP 404")


async def test_a_second_question_waits_for_the_first_answer():
    updates, answers = Updates("1.0"), []
    updates.told.connect(answers.append)
    async with answering(says("2.0")) as heard:
        for _ in range(3):
            updates.check(f"http://localhost:{heard.port}/")
        await until(lambda: answers)
        assert len(heard.requests) == 1
        updates.check(f"http://localhost:{heard.port}/")
        await until(lambda: len(answers) == 2)
    assert len(heard.requests) == 2
    await updates.stop()


async def test_an_end_while_an_answer_is_awaited():
    asked = []

    async def silent(reader, _writer):
        asked.append(await reader.readuntil(b"\r\n\r\n"))
        await reader.read()

    updates, answers = Updates("1.0"), []
    updates.told.connect(answers.append)
    async with talking(silent) as port:
        updates.check(f"http://localhost:{port}/")
        await until(lambda: asked)
        await updates.stop()
    assert answers == []
