"""A host that records what it is asked to create, and devices to choose from."""

from PySide6.QtCore import QObject

from gui.api.errors import ApiError
from gui.api.schemas import Account, License, Stats, TaskRequest
from gui.state.connection import Connection, Phase
from gui.state.host import Host
from gui.state.outcome import Command, Outcome

URL = "http://localhost:50809"


class StillHost(Host):
    """A real host that follows no server; the test itself says what became of a request."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(url=URL, parent=parent)
        self.asked: list[TaskRequest] = []
        self.connection = Connection(Phase.LIVE, URL)
        self.license = License("Pro", True, 20)
        self.stats = Stats(total=10, running=2, completed=8)

    def create(self, request: TaskRequest) -> None:
        self.asked.append(request)

    def answer(self, *ids: int) -> None:
        """Say that tasks were created."""
        self.command_finished.emit(Outcome(Command.CREATE, len(ids), len(ids), task_ids=ids))

    def refuse(self, error: ApiError) -> None:
        """Say that the request failed."""
        self.command_finished.emit(Outcome(Command.CREATE, 0, 0, ((0, error),)))

    def add_rack(self, count: int) -> tuple[str, ...]:
        """Add online devices: ``S1`` is called ``Rack 1 · 01`` and holds the account ``user.1``."""
        serials = tuple(f"S{number}" for number in range(1, count + 1))
        self._registry.take_accounts(
            [
                Account(number, f"user.{number}", device=serial, device_online=True, logined=1)
                for number, serial in enumerate(serials, start=1)
            ]
        )
        for number, serial in enumerate(serials, start=1):
            self.edit_device(serial, f"Rack 1 · {number:02}", "", "")
        return serials
