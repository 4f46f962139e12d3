"""A host that sends nothing and devices to choose from; the test itself says what becomes of a request."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.api.errors import ApiError
from gui.api.schemas import Account, License, Stats, Task, TaskRequest
from gui.state.connection import Connection, Phase
from gui.state.desk import Desk
from gui.state.host import Host
from gui.store.batch_records import Batch, RequestState
from gui.views.compose.composer_page import ComposerPage
from gui.views.look import Look

URL = "http://localhost:50809"
NOW = datetime.fromisoformat("2026-11-23T09:44")


class StillHost(Host):
    """A real host that follows no server."""

    def __init__(self, parent: QObject | None = None, desk: Desk | None = None) -> None:
        super().__init__(url=URL, desk=(lambda: desk) if desk is not None else None, parent=parent)
        self.connection = Connection(Phase.LIVE, URL)
        self.license = License("Pro", True, 20)
        self.stats = Stats(total=10, running=2, completed=8)

    @property
    def asked(self) -> list[TaskRequest]:
        """Every request that is to be sent, in order."""
        return [each.request for batch in self.batches.batches.values() for each in batch.requests]

    def last(self) -> Batch:
        """The batch that was submitted last."""
        return list(self.batches.batches.values())[-1]

    def answer(self, *ids: int, number: int = 1, evidence: str = "") -> None:
        """Say that tasks were created by a request of the last batch."""
        expected = self.last().requests[number - 1].expected
        state = RequestState.CREATED if len(ids) == expected else RequestState.PARTLY
        self.become(state, ids=ids, number=number, evidence=evidence)

    def refuse(self, error: ApiError, number: int = 1) -> None:
        """Say that a request of the last batch failed."""
        state = RequestState.UNKNOWN if error.maybe_done else RequestState.REFUSED
        self.become(state, error=error, number=number)

    def become(
        self,
        state: RequestState,
        *,
        ids: tuple[int, ...] = (),
        number: int = 1,
        error: ApiError | None = None,
        evidence: str = "",
    ) -> None:
        """Say what became of a request of the last batch."""
        request = replace(
            self.last().requests[number - 1],
            state=state,
            task_ids=ids,
            reason=str(error or ""),
            evidence=evidence,
        )
        self.batches._ledger.change([request]).result(10)
        self.batches.done(request, error)

    def close(self) -> None:
        """End what was begun."""
        if "batches" in self.__dict__:
            self.batches._ledger.close()
        self.desk.close()
        self.deleteLater()

    def show_tasks(self, tasks: Sequence[Task]) -> None:
        """Let the mirror hold these tasks."""
        self.mirror.upsert(tasks)
        self.take_tasks()
        self.take_tasks_to_devices()

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


class Bench:
    """The page under test and quick ways to its widgets."""

    def __init__(self, qtbot: QtBot, desk: Desk | None = None) -> None:
        self.qtbot = qtbot
        self.host = StillHost(desk=desk)
        self.serials = self.host.add_rack(3)
        self.look = Look("light")
        self.page = ComposerPage(self.host, self.look)
        self.page.clock = lambda: NOW
        qtbot.addWidget(self.page)
        self.page.resize(1100, 800)
        with qtbot.waitActive(self.page):
            self.page.show()
            self.page.activateWindow()
        self.page.set_selected_devices(self.serials)
        self.page.refresh()

    def find(self, kind: type[Any], name: str) -> Any:
        """The visible widget of that name (each script has a form of its own)."""
        found = [w for w in self.page.findChildren(kind, name) if w.isVisible()]
        assert len(found) == 1, (name, found)
        return found[0]

    def text(self, name: str) -> str:
        label = self.page.findChild(QLabel, name)
        return label.text() if label is not None and label.isVisible() else ""

    @property
    def create(self) -> QPushButton:
        button: QPushButton = self.find(QPushButton, "create_button")
        return button

    def click(self, name: str) -> None:
        self.qtbot.mouseClick(self.find(QPushButton, name), Qt.MouseButton.LeftButton)

    def type_into(self, name: str, text: str) -> None:
        self.qtbot.keyClicks(self.find(QWidget, name), text)

    def follow(self, *users: str) -> None:
        self.page.open_script("follow")
        self.find(QPlainTextEdit, "field.target_users").setPlainText("\n".join(users))
        self.page.refresh()
