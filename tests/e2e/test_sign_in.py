"""The switch in the settings of the whole program, down to the file that the desktop reads at sign-in."""

import sys

import pytest

from gui.views.settings_dialog import SettingsDialog
from tests.e2e.test_second_start import NOBODY

pytestmark = pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="the place is that of Linux")


@pytest.fixture
def settings(open_panel, qtbot, monkeypatch, tmp_path):
    """Open the settings of a panel whose user has this folder of configurations."""

    def open_(config):
        monkeypatch.setenv("XDG_CONFIG_HOME", str(config))
        panel = open_panel(NOBODY, data_dir=tmp_path / "a b 100%")
        qtbot.waitUntil(lambda: panel.window.dialogs.sign_in is not None)

        def dialog():
            panel.window.dialogs.show_settings()
            return next(d for d in panel.window.findChildren(SettingsDialog) if d.isVisible())

        return dialog

    return open_


def test_it_is_switched_on_and_off(settings, tmp_path):
    entry = tmp_path / "config" / "autostart" / "matrixdeck.desktop"
    dialog = settings(tmp_path / "config")
    for on in (True, False):
        shown = dialog()
        assert shown.sign_in.box.isChecked() is not on
        shown.sign_in.box.click()
        shown.save.click()
        assert not shown.isVisible()
        assert entry.exists() is on
        if on:
            text = entry.read_text(encoding="utf-8")
            assert f'--minimized --data-dir "{tmp_path}/a b 100%%"\n' in text


def test_what_cannot_be_written_is_told_where_it_was_asked_for(settings, tmp_path):
    (tmp_path / "file").write_text("no folder can be made in here")
    dialog = settings(tmp_path / "file")
    shown = dialog()
    shown.sign_in.box.click()
    shown.save.click()
    assert shown.isVisible()
    assert str(tmp_path / "file") in shown.sign_in.error.text()
    assert not shown.sign_in.box.isChecked()
    shown.reject()
