import pytest

from gui.api.errors import ServerError, TimedOut
from gui.api.schemas import License
from gui.state.chores import ACCOUNTS_EVERY_S, LICENSE_EVERY_S, Chores


class Refusing:
    """An API whose accounts fail."""

    def __init__(self, error):
        self.error = error

    async def license_check(self):
        return License("Pro", api_enabled=True, device_limit=20)

    async def accounts(self, *, page):
        assert page == 1
        raise self.error


async def test_accounts_that_fail_leave_the_tasks_alone():
    clock = [1000.0]
    licenses, accounts = [], []
    chores = Chores(licenses.append, accounts.append, now=lambda: clock[0])
    api = Refusing(ServerError("50001"))
    await chores.next(api)()
    await chores.next(api)()
    assert chores.next(api) is None
    assert len(licenses) == 1
    assert accounts == []
    clock[0] += LICENSE_EVERY_S
    await chores.next(api)()
    assert chores.next(api) is None
    clock[0] += ACCOUNTS_EVERY_S
    assert chores.next(api) is not None


async def test_accounts_that_cannot_be_reached_concern_the_line():
    chores = Chores(lambda _: None, lambda _: None)
    api = Refusing(TimedOut())
    await chores.next(api)()
    with pytest.raises(TimedOut):
        await chores.next(api)()
