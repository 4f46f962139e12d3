"""Request log, About and the sheet of keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QLabel

from gui import __version__
from gui.api.schemas import RequestRecord
from gui.tables.requests import Column
from gui.views.about_dialog import AboutDialog, ShortcutsDialog
from gui.views.request_log import RequestLogDialog


def record(number, outcome="ok"):
    return RequestRecord(1_700_000_000 + number, "GET", f"/api/v1/task/{number}", 200, 3.0, outcome)


@pytest.fixture
def log(qtbot, idle_host, look):
    for number in range(3):
        idle_host.request_log.add(record(number, "timed out" if number == 1 else "ok"))
    dialog = RequestLogDialog(idle_host, look)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


def test_the_log_follows_while_it_is_seen(qtbot, log, idle_host):
    assert log.model.rowCount() == 3
    assert log.summary.text() == "3 request(s) · 1 not answered as asked"
    assert not log.isModal()
    idle_host.request_log.add(record(9))
    qtbot.waitUntil(lambda: log.model.rowCount() == 4, timeout=3000)
    assert log.model.index(0, Column.PATH).data() == "/api/v1/task/9"
    log.hide()
    assert not log._timer.isActive()
    idle_host.request_log.add(record(10))
    assert log.model.rowCount() == 4
    log.show()
    assert log.model.rowCount() == 5


def test_nothing_new_costs_nothing(qtbot, log):
    with qtbot.assertNotEmitted(log.model.rowsInserted):
        log.refresh()


def test_copying_the_selected_lines_or_all(log):
    log._copy()
    assert len(QGuiApplication.clipboard().text().splitlines()) == 3
    log.table.selectRow(1)
    log.table.actions()[0].trigger()
    text = QGuiApplication.clipboard().text()
    assert text.split("\t")[2:] == ["/api/v1/task/1", "200", "3.0", "timed out"]


def test_failures_are_drawn_in_their_colour(log, look):
    def colors(row):
        rect = log.table.visualRect(log.model.index(row, Column.OUTCOME))
        picture = log.table.viewport().grab(rect).toImage()
        return {
            picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())
        }

    assert look.color("failed").name() in colors(1)
    assert look.color("failed").name() not in colors(0)


def test_about_names_version_and_licences(qtbot, look):
    dialog = AboutDialog(look)
    qtbot.addWidget(dialog)
    text = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert __version__ in text
    for word in ("MIT", "Lesser General Public License", "Qt", "Apache", "https://"):
        assert word in text
    assert any(label.openExternalLinks() for label in dialog.findChildren(QLabel))


def test_the_sheet_of_keys(qtbot):
    keyed, bare = QAction("&Save && close…"), QAction("Nothing")
    keyed.setShortcut(QKeySequence("Ctrl+S"))
    dialog = ShortcutsDialog([("File", [keyed, bare]), ("Empty", [bare])])
    qtbot.addWidget(dialog)
    texts = [label.text() for label in dialog.findChildren(QLabel)]
    assert texts == ["File", "Save & close", "Ctrl+S"]
    with qtbot.waitExposed(dialog):
        dialog.show()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
