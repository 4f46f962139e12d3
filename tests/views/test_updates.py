"""The page of the settings for updates, and the sentences on what was learnt."""

import pytest
from PySide6.QtGui import QDesktopServices

from gui.settings import Settings
from gui.state.updates import Available, Trouble, Unknown, UpToDate
from gui.views.notice_bar import NoticeBar
from gui.views.settings_dialog import SettingsDialog
from gui.views.update_notice import show_update
from gui.views.updates_page import updates_problem

ADDRESS = "https://example.org/newest.json"
NEWER = Available("0.1.0", "0.2.0", "https://example.org/get", "example.org", "Quicker.")


@pytest.fixture
def bar(qtbot, look):
    bar = NoticeBar(look)
    qtbot.addWidget(bar)
    return bar


@pytest.fixture
def dialog(qtbot, look):
    dialog = SettingsDialog(Settings(theme="dark", updates_url=ADDRESS), look, ("en",))
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


@pytest.mark.parametrize("text", ["", "  ", ADDRESS, f" {ADDRESS} ", "http://localhost:8000/x"])
def test_what_may_be_set(qapp, text):
    assert updates_problem(text) == ""


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("example.org", "https://"),
        ("file:///etc/passwd", "https://"),
        ("http://example.org", "Use https"),
        ("https://u:p@example.org", "password"),
        ("https://", "not an address"),
        ("https://exam ple.org", "not an address"),
    ],
)
def test_what_may_not(qapp, text, word):
    assert word in updates_problem(text)


def test_a_wrong_address_cannot_be_saved_and_is_shown(qtbot, dialog):
    dialog.updates.url.setText("http://example.org")
    assert not dialog.save.isEnabled()
    assert dialog.updates.url.property("invalid") == "true"
    with qtbot.assertNotEmitted(dialog.accepted_settings):
        dialog.accept()
    assert dialog.tabs.currentWidget() is dialog.updates
    dialog.updates.url.setText("")
    assert dialog.save.isEnabled()


def test_what_is_typed_is_handed_over(qtbot, dialog):
    assert dialog.updates.url.text() == ADDRESS
    dialog.updates.url.setText(f"  {ADDRESS}?x ")
    with qtbot.waitSignal(dialog.accepted_settings) as told:
        dialog.accept()
    assert told.args[0].updates_url == f"{ADDRESS}?x"


def test_the_sentence_on_a_missing_address_comes_only_when_asked_for(dialog):
    assert dialog.updates.missing.isHidden()
    dialog.ask_for_updates_address()
    assert dialog.updates.missing.isVisible()
    assert dialog.updates.url.hasFocus()


def test_a_newer_version_is_an_offer(bar, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()) or True)
    show_update(bar, NEWER)
    assert bar.text.text() == "MatrixDeck 0.2.0 is available. This is 0.1.0."
    assert bar.offer_button.accessibleName() == "Open the download page at example.org"
    assert bar.detail.text() == "Quicker."
    bar.offer_button.click()
    assert opened == ["https://example.org/get"]
    assert bar.isHidden()


def test_without_a_browser_the_address_is_told(bar, monkeypatch):
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    show_update(bar, NEWER)
    bar.offer_button.click()
    assert (bar.kind, bar.detail.text()) == ("warning", "https://example.org/get")


def test_nothing_newer(bar):
    show_update(bar, UpToDate("0.1.0", "0.1.0"))
    assert (bar.kind, bar.text.text()) == ("success", "MatrixDeck 0.1.0 is up to date.")
    assert bar.detail.text() == ""
    show_update(bar, UpToDate("0.1.0", "0.0.9"))
    assert "0.0.9" in bar.detail.text()


@pytest.mark.parametrize("trouble", Trouble)
def test_why_nothing_was_learnt(bar, trouble):
    show_update(bar, Unknown("example.org", trouble, "HTTP 404"))
    assert bar.kind == "warning"
    assert "example.org" in bar.text.text()
    assert bar.detail.text() == "HTTP 404"
