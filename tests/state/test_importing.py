import gc
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QThread
from pytestqt.qtbot import QtBot

from gui.state import importing
from gui.state.importing import Imported, Importer, ImportFault, ImportProblem


@pytest.fixture
def importer(qapp):
    importer = Importer()
    yield importer
    importer.deleteLater()


def test_files_are_read_one_after_the_other_and_told_in_the_windows_thread(
    importer: Importer, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("ann\nbob", encoding="utf-8")
    (tmp_path / "b.csv").write_text("username,url\nann,https://a", encoding="utf-8")
    told: list[object] = []
    threads: set[bool] = set()
    main = QCoreApplication.instance().thread()

    def take(result: object) -> None:
        told.append(result)
        threads.add(QThread.currentThread() is main)

    importer.lines_read.connect(take)
    importer.failed.connect(take)
    busy: list[bool] = []
    importer.busy_changed.connect(busy.append)
    importer.read(str(tmp_path / "a.txt"))
    importer.read(str(tmp_path / "none.txt"))
    importer.read(str(tmp_path / "b.csv"), ("url",))
    assert importer.busy
    qtbot.waitUntil(lambda: not importer.busy)
    assert told[0] == Imported("a.txt", ("ann", "bob"))
    assert isinstance(told[1], ImportProblem)
    assert (told[1].fault, told[1].name) == (ImportFault.MISSING, "none.txt")
    assert told[2] == Imported("b.csv", ("https://a",), 2, "url")
    assert threads == {True}
    assert busy == [True, False]


def test_a_list_that_does_not_fit_into_memory(
    importer: Importer, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def burst(*_: object) -> Imported:
        raise MemoryError

    monkeypatch.setattr(importing, "read_lines", burst)
    with qtbot.waitSignal(importer.failed) as failed:
        importer.read("/a.txt")
    assert failed.args[0].fault is ImportFault.TOO_LARGE


def test_nobody_may_be_left_who_waits_for_the_lines(
    qapp: QCoreApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, ended = threading.Event(), threading.Event()

    class Ending(importing.Worker):
        def do(self, job):
            super().do(job)
            super().do(ended.set)

    def wait(path: Path, _wanted: object) -> Imported:
        go_on.wait(10)
        return Imported(path.name, ("a",))

    monkeypatch.setattr(importing, "Worker", Ending)
    monkeypatch.setattr(importing, "read_lines", wait)
    importer = Importer()
    importer.read("/a.txt")
    importer.deleteLater()
    with qtbot.waitSignal(importer.destroyed):
        pass
    go_on.set()
    assert ended.wait(10)
    del importer
    gc.collect()
