"""One TikMatrix as the window sees it: what is known of it, and the commands that it takes."""

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from gui.api.errors import ApiError
from gui.api.schemas import Task
from gui.state.bulk import Bulk
from gui.state.connection import Connection, Phase
from gui.state.known import Known
from gui.state.outcome import Command
from gui.store.device_book import DeviceBook

if TYPE_CHECKING:
    from gui.state.batches import Batches
    from gui.state.desk import Desk
    from gui.state.follower import Follower
    from gui.store.batch_book import BatchBook


class Host(Known):
    """Every public method returns at once; what comes of it is told by a signal."""

    def __init__(
        self,
        *,
        url: str = "",
        saved_url: str = "",
        demo: bool = False,
        interval_s: float = 1.0,
        device_book: DeviceBook | None = None,
        batch_book: "BatchBook | Path | None" = None,
        put_back: Callable[[dict[str, Any]], dict[str, Any]] | None = None,
        desk: "Callable[[], Desk] | None" = None,
        parent: QObject | None = None,
    ) -> None:
        """``batch_book``, or where its file is; ``put_back`` puts the secrets back into a script_config.

        Without it, the desk does. ``desk`` makes the desk, with its first use.
        """
        connection = Connection(Phase.STARTING if demo else Phase.CONNECTING, url, demo=demo)
        super().__init__(connection, interval_s, device_book, parent)
        self._address = url, saved_url
        self._interval_s = interval_s
        self._watched = True
        self._batch_book = batch_book
        self._make_desk = desk
        self._put_back = put_back or self._put_back_by_desk

    @cached_property
    def _follower(self) -> "Follower":
        # The first window does not wait for asyncio and httpx.
        from gui.state.follower import Follower  # noqa: PLC0415

        url, saved_url = self._address
        return Follower(self, url=url, saved_url=saved_url, interval_s=self._interval_s)

    @cached_property
    def desk(self) -> "Desk":
        """Presets, drafts, keys and ceilings."""
        from gui.state.desk import Desk  # noqa: PLC0415 - nobody composes in the first window

        return self._make_desk() if self._make_desk is not None else Desk(parent=self)

    @cached_property
    def batches(self) -> "Batches":
        """Everything that was sent from here, and the way to send."""
        from gui.state.batches import Batches  # noqa: PLC0415

        return Batches(self, self._batch_book, self._put_back)

    @cached_property
    def bulk(self) -> Bulk:
        """Commands over any number of tasks: counted first, with progress, and to be cancelled."""
        return Bulk(self, lambda: self._follower)

    def _put_back_by_desk(self, config: dict[str, Any]) -> dict[str, Any]:
        return self.desk.put_back(config)

    # Life

    def start(self) -> None:
        """Begin to follow the server, inside a running loop."""
        self.batches.start()
        self._follower.start()

    async def stop_polling(self) -> None:
        """End everything that runs and close the connections."""
        await self.batches.stop()
        await self._follower.stop()

    def demo_started(self, url: str) -> None:
        """Take the address of the embedded simulator, once it serves, and begin."""
        self.batches.start()
        self._follower.start(url)

    def demo_failed(self, error: ApiError) -> None:
        """Tell that the embedded simulator did not come up."""
        self.line.failed(error)
        self.show_line()

    def reconnect(self) -> None:
        """Try at once, whatever the back-off says."""
        self._follower.try_now()

    def refresh(self) -> None:
        """Ask everything at once."""
        self._follower.refresh()

    def set_watched(self, watched: bool) -> None:
        """Say whether the window is seen; an unseen one polls slower."""
        if watched != self._watched:
            self._watched = watched
            self._follower.set_watched(watched)

    def set_interval(self, interval_s: float) -> None:
        """Set the seconds between two polls while something runs."""
        self._follower.set_interval(interval_s)

    def set_url(self, url: str) -> None:
        """Follow the server at another address; empty means: find it."""
        self._follower.set_url(url)

    # Commands

    def stop(self, task_ids: Sequence[int]) -> None:
        """Stop tasks."""
        self.bulk.start(Command.STOP, task_ids)

    def retry(self, task_ids: Sequence[int]) -> None:
        """Put failed tasks back to pending."""
        self.bulk.start(Command.RETRY, task_ids)

    def retry_all(self) -> None:
        """Put every failed task below its retry limit back to pending."""
        self._follower.retry_all()

    def delete(self, task_ids: Sequence[int]) -> None:
        """Delete tasks; running ones are stopped first."""
        self.bulk.start(Command.DELETE, task_ids)

    def take_made(self, tasks: Sequence[Task]) -> None:
        """Show tasks that were read while sending."""
        self._follower.take_made(tasks)
