"""Looking for a newer version, in the whole program against a server that really answers."""

import json
from contextlib import AsyncExitStack

import pytest
from PySide6.QtGui import QDesktopServices

from gui import settings
from gui.settings import Settings
from gui.views.settings_dialog import SettingsDialog
from tests.api.raw import answering, http, talking

pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support", extend=True)

PAGE = "https://downloads.example.org/matrixdeck?a=1"


@pytest.fixture
def server(finish):
    """Start a server for the time of a test: ``server(answering(b"..."))``."""
    stack = AsyncExitStack()
    yield lambda running: finish(stack.enter_async_context(running))
    finish(stack.aclose())


@pytest.fixture
def open_for_updates(qtbot, open_panel, unused_port, tmp_path):
    """Open the program with an address to ask, and without TikMatrix."""

    def open_(url):
        folder = tmp_path / "data"
        settings.save(Settings(updates_url=url), folder / "settings.json")
        panel = open_panel(f"http://127.0.0.1:{unused_port}", data_dir=folder)
        qtbot.waitUntil(lambda: (folder / "logs").exists() and panel.window._area is not None)
        return panel

    return open_


def newest(version):
    return http(json.dumps({"version": version, "url": PAGE, "notes": "Quicker."}).encode())


def test_nobody_is_asked_until_somebody_wants_to_know(qtbot, open_for_updates, server, monkeypatch):
    heard = server(answering(newest("99.0")))
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()) or True)
    panel = open_for_updates(f"http://127.0.0.1:{heard.port}/newest.json")
    window = panel.window
    assert heard.requests == []
    window.commands.check_updates.trigger()
    assert window.notice.text.text() == "Asking 127.0.0.1…"
    qtbot.waitUntil(lambda: "99.0 is available" in window.notice.text.text())
    assert len(heard.requests) == 1
    assert window.notice.offer_button.text() == "Open the download page at downloads.example.org"
    assert window.notice.detail.text() == "Quicker."
    assert opened == []
    window.notice.offer_button.click()
    assert opened == [PAGE]


def test_the_answer_that_nothing_is_newer(qtbot, open_for_updates, server):
    heard = server(answering(newest("0.0.1")))
    window = open_for_updates(f"http://127.0.0.1:{heard.port}/").window
    window.commands.check_updates.trigger()
    qtbot.waitUntil(lambda: "is up to date" in window.notice.text.text())
    assert window.notice.offer_button.isHidden()


def test_closing_while_an_answer_is_awaited(qtbot, open_for_updates, open_panel, server):
    asked = []

    async def silent(reader, _writer):
        asked.append(await reader.readuntil(b"\r\n\r\n"))
        await reader.read()

    panel = open_for_updates(f"http://127.0.0.1:{server(talking(silent))}/")
    panel.window.commands.check_updates.trigger()
    qtbot.waitUntil(lambda: len(asked) == 1)
    open_panel.close(panel)


def test_without_an_address_the_settings_ask_for_one(qtbot, open_for_updates, server):
    heard = server(answering(newest("99.0")))
    panel = open_for_updates("")
    panel.window.commands.check_updates.trigger()
    (dialog,) = panel.window.findChildren(SettingsDialog)
    assert dialog.tabs.currentWidget() is dialog.updates
    assert dialog.updates.missing.isVisible()
    assert heard.requests == []
    dialog.updates.url.setText(f"http://127.0.0.1:{heard.port}/")
    dialog.accept()
    assert settings.load(panel.paths.settings)[0].updates_url == f"http://127.0.0.1:{heard.port}/"
    assert heard.requests == []
    panel.window.commands.check_updates.trigger()
    qtbot.waitUntil(lambda: "99.0 is available" in panel.window.notice.text.text())
