"""The switch for starting at sign-in: it shows what the system has, whatever was clicked."""

import pytest
from PySide6.QtCore import Qt

from gui.settings import Settings
from gui.views.settings_dialog import SettingsDialog
from gui.views.sign_in_row import SignInRow


class Switch:
    """A system that starts programs at sign-in, or refuses to."""

    def __init__(self, *, on=False, why_not="", error=None, deaf=False):
        self.on, self.why_not, self.error, self.deaf = on, why_not, error, deaf
        self.asked = []

    def enabled(self):
        return self.on

    def set_enabled(self, on):
        self.asked.append(on)
        if self.error:
            raise self.error
        self.on = self.on if self.deaf else on


@pytest.fixture
def open_dialog(qtbot, look):
    def open_(switch):
        dialog = SettingsDialog(Settings(), look, ("en",), sign_in=switch)
        qtbot.addWidget(dialog)
        with qtbot.waitExposed(dialog):
            dialog.show()
        return dialog

    return open_


@pytest.mark.parametrize("on", [True, False])
def test_it_shows_what_the_system_has_and_leaves_it_so(open_dialog, on):
    switch = Switch(on=on)
    dialog = open_dialog(switch)
    assert dialog.sign_in.box.isChecked() is on
    dialog.accept()
    assert switch.asked == []


def test_nothing_is_switched_before_it_is_saved(qtbot, open_dialog):
    switch = Switch()
    dialog = open_dialog(switch)
    qtbot.mouseClick(dialog.sign_in.box, Qt.MouseButton.LeftButton, pos=dialog.sign_in.box.rect().center())
    dialog.sign_in.box.setChecked(True)
    dialog.reject()
    assert switch.asked == []
    dialog = open_dialog(switch)
    dialog.sign_in.box.setChecked(True)
    with qtbot.waitSignal(dialog.accepted_settings):
        qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert switch.asked == [True]
    assert not dialog.isVisible()


@pytest.mark.parametrize("switch", [Switch(error=PermissionError("no place")), Switch(deaf=True)])
def test_what_could_not_be_switched_is_told_and_the_box_says_the_truth(qtbot, open_dialog, switch):
    dialog = open_dialog(switch)
    dialog.tabs.setCurrentIndex(1)
    dialog.sign_in.box.setChecked(True)
    with qtbot.assertNotEmitted(dialog.accepted_settings):
        dialog.accept()
    assert dialog.isVisible()
    assert dialog.tabs.currentIndex() == 0
    assert not dialog.sign_in.box.isChecked()
    assert dialog.sign_in.error.isVisible()
    assert "could not be switched" in dialog.sign_in.error.text()
    if switch.error:
        assert "no place" in dialog.sign_in.error.text()
    with qtbot.waitSignal(dialog.accepted_settings):  # the rest can still be saved
        dialog.accept()


def test_what_cannot_be_switched_says_why(qtbot):
    row = SignInRow(Switch(why_not="This is a demo."))
    qtbot.addWidget(row)
    assert not row.box.isEnabled()
    assert "This is a demo." in [label.text() for label in row.findChildren(type(row.error))]


def test_without_a_switch_there_is_no_row(qtbot, look):
    dialog = SettingsDialog(Settings(), look)
    qtbot.addWidget(dialog)
    assert dialog.sign_in is None
    dialog.accept()
