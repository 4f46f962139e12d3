import asyncio

from gui.state.background import Background


async def test_a_failure_is_told_to_the_loop_and_the_rest_goes_on():
    background = Background()
    told = []
    asyncio.get_running_loop().set_exception_handler(lambda _, context: told.append(context))
    done = asyncio.Event()

    async def fails():
        raise ZeroDivisionError("no")

    async def ends():
        done.set()

    background.start(fails())
    background.start(ends())
    await done.wait()
    await asyncio.sleep(0)
    assert [context["message"] for context in told] == ["a background task failed"]
    assert isinstance(told[0]["exception"], ZeroDivisionError)
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
