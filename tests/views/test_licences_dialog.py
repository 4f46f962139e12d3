"""The list of licences, and how it is come by."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget

from gui import licences
from gui.licences import Component
from gui.settings import Settings
from gui.views.about_dialog import AboutDialog
from gui.views.dialogs import Dialogs
from gui.views.licences_dialog import LicencesDialog

pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support", extend=True)

PARTS = (
    Component("MatrixDeck", "0.1.0", "MIT", words="ours"),
    Component("httpx", "0.28", "BSD-3-Clause", words="by others"),
    Component("Qt", "6.8", "LGPL-3.0-only", words="of Qt"),
)


@pytest.fixture
def dialog(qtbot, look):
    dialog = LicencesDialog(PARTS, look)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


def names(dialog):
    return [dialog.table.row(place).cells[0] for place in range(dialog.table.rowCount())]


def test_the_program_comes_first_and_its_text_is_shown(dialog):
    QAbstractItemModelTester(dialog.table)
    assert names(dialog) == ["MatrixDeck", "httpx", "Qt"]
    assert dialog.text.toPlainText() == "ours"
    assert dialog.count.text() == "3 component(s)"
    assert dialog.search.hasFocus()
    assert dialog.problem.isHidden()


def test_searching_by_name_and_licence(qtbot, dialog):
    qtbot.keyClicks(dialog.search, "lgpl")
    assert names(dialog) == ["Qt"]
    assert dialog.text.toPlainText() == "of Qt"
    dialog.search.setText("bsd http")
    assert names(dialog) == ["httpx"]
    dialog.search.setText("nothing like it")
    assert dialog.count.text() == "Nothing fits the search."
    assert dialog.text.toPlainText() == ""
    dialog.search.clear()
    assert names(dialog) == ["MatrixDeck", "httpx", "Qt"]
    assert dialog.text.toPlainText() == "ours"


def test_the_choice_stays_while_it_fits(dialog):
    dialog.list.selectRow(2)
    dialog.search.setText("q")
    assert dialog.list.key() == "Qt"
    dialog.search.clear()
    assert dialog.list.key() == "Qt"


def test_keys_alone_are_enough(qtbot, dialog):
    qtbot.keyClick(dialog.search, Qt.Key.Key_Tab)
    assert dialog.list.hasFocus()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    assert dialog.text.toPlainText() == "by others"
    qtbot.keyClick(dialog.list, Qt.Key.Key_Tab)
    assert dialog.text.hasFocus()
    qtbot.keyClick(dialog.text, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert dialog.text.textCursor().selectedText() == "by others"
    dialog.actions()[0].trigger()
    assert dialog.search.hasFocus()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_everything_has_a_name_and_fits_a_small_screen(dialog):
    for widget in (dialog.search, dialog.list, dialog.text):
        assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    assert dialog.width() <= 1024
    assert dialog.height() <= 700


@pytest.fixture
def dialogs(qtbot, idle_host, look):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return Dialogs(idle_host, look, Settings(), (), window), window


def test_about_leads_to_the_licences(qtbot, dialogs):
    made, window = dialogs
    made.show_about()
    (about,) = window.findChildren(AboutDialog)
    qtbot.mouseClick(about.licences, Qt.MouseButton.LeftButton)
    (shown,) = window.findChildren(LicencesDialog)
    assert {"MatrixDeck", "Qt", "Python", "httpx"} <= set(names(shown))
    shown.reject()
    about.reject()


def test_a_list_that_cannot_be_read_is_told(dialogs, monkeypatch):
    made, window = dialogs

    def fail():
        raise OSError("index.json is gone")

    monkeypatch.setattr(licences, "components", fail)
    made.show_licences()
    (shown,) = window.findChildren(LicencesDialog)
    assert shown.problem.isVisible()
    assert "index.json is gone" in shown.problem.text()
    assert names(shown) == ["MatrixDeck"]
    shown.reject()
