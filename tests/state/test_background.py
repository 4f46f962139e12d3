import asyncio
import logging

from gui.state.background import Background


async def test_a_failure_is_logged_and_the_rest_goes_on(caplog):
    background = Background()
    done = asyncio.Event()

    async def fails():
        raise ZeroDivisionError("no")

    async def ends():
        done.set()

    with caplog.at_level(logging.ERROR):
        background.start(fails())
        background.start(ends())
        await done.wait()
        await asyncio.sleep(0)
    assert "a background task failed" in caplog.text
    await background.cancel()


async def test_cancel_waits_for_the_end(caplog):
    background = Background()
    ended = []

    async def forever():
        try:
            await asyncio.Event().wait()
        finally:
            await asyncio.sleep(0)
            ended.append(1)

    background.start(forever())
    await asyncio.sleep(0)
    await background.cancel()
    assert ended == [1]
    assert not caplog.records
