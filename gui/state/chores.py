"""The slow questions beside the tasks: the license every minute, the accounts every two."""

import logging
import time
from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING

from gui.api.errors import ApiError, PlanRefused, TimedOut, Unreachable
from gui.api.schemas import Account, License

if TYPE_CHECKING:
    from gui.api.client import LocalApi

logger = logging.getLogger(__name__)

LICENSE_EVERY_S = 60.0
ACCOUNTS_EVERY_S = 120.0


class Chores:
    """What is due, one request at a time."""

    def __init__(
        self,
        take_license: Callable[[License], None],
        take_accounts: Callable[[Sequence[Account]], None],
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._take_license = take_license
        self._take_accounts = take_accounts
        self._now = now
        self._license_due = 0.0
        self._accounts_due = 0.0
        self._accounts: list[Account] = []
        self._page = 1

    def all_due(self) -> None:
        """Ask everything again soon."""
        self._license_due = self._accounts_due = 0.0

    def next(self, api: "LocalApi") -> Callable[[], Awaitable[None]] | None:
        """Return the next request that is due, if any."""
        if self._now() >= self._license_due:
            return lambda: self._read_license(api)
        if self._now() >= self._accounts_due:
            return lambda: self._read_accounts(api)
        return None

    async def _read_license(self, api: "LocalApi") -> None:
        try:
            answer: License | ApiError = await api.license_check()
        except PlanRefused as error:
            answer = error
        self.learn_license(answer)

    def learn_license(self, answer: License | ApiError | None) -> None:
        """Take the answer to a license check. Raises PlanRefused without the API, or the answer itself."""
        if isinstance(answer, PlanRefused) and answer.license is not None:
            self._take_license(answer.license)
        if isinstance(answer, ApiError):
            raise answer
        if answer is None:
            return
        self._license_due = self._now() + LICENSE_EVERY_S
        self._take_license(answer)
        if not answer.api_enabled:
            raise PlanRefused(answer.message)

    async def _read_accounts(self, api: "LocalApi") -> None:
        """Read one page of accounts; hand all over after the last one."""
        try:
            page = await api.accounts(page=self._page)
        except (Unreachable, TimedOut, PlanRefused):
            raise  # these concern the whole line
        except ApiError as error:  # an older TikMatrix has no such endpoint (doc); the tasks go on without it
            logger.info("no accounts: %s", error)
            self._accounts, self._page = [], 1
            self._accounts_due = self._now() + ACCOUNTS_EVERY_S
            return
        self._accounts.extend(page.accounts)
        self._page += 1
        if page.accounts and len(self._accounts) < page.total:
            return
        self._take_accounts(self._accounts)
        self._accounts, self._page = [], 1
        self._accounts_due = self._now() + ACCOUNTS_EVERY_S
