"""The settings: addresses judged while they are typed, the theme seen while it is chosen."""

import pytest
from PySide6.QtCore import Qt

from gui.settings import MAX_INTERVAL_S, MIN_INTERVAL_S, Settings
from gui.views.settings_dialog import SettingsDialog, url_problem

SETTINGS = Settings(url="http://localhost:50809", interval_s=2.0, theme="dark", lang="", layout={"a": 1})


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  ",
        "50809",
        "localhost:50809",
        "http://127.0.0.1:50809/api/v1/",
        "https://panel.example",
        "[::1]:50809",
    ],
)
def test_what_may_be_an_address(qapp, text):
    assert url_problem(text) == ""


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("0", "port"),
        ("99999", "port"),
        ("localhost:port", "port"),
        ("localhost:0", "port"),
        ("ftp://localhost", "http://"),
        ("local host", "spaces"),
        ("http://", "not an address"),
        (":50809", "not an address"),
        ("http://[::1", "port"),
    ],
)
def test_what_is_none(qapp, text, word):
    assert word in url_problem(text)


@pytest.fixture
def dialog(qtbot, look):
    dialog = SettingsDialog(SETTINGS, look, ("en", "zh_CN"))
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


def test_it_shows_what_is_set(dialog):
    assert dialog.url.text() == "http://localhost:50809"
    assert dialog.interval.value() == 2.0
    assert (dialog.interval.minimum(), dialog.interval.maximum()) == (MIN_INTERVAL_S, MAX_INTERVAL_S)
    assert dialog.theme.currentData() == "dark"
    assert dialog.lang.currentData() == ""
    names = [dialog.lang.itemText(n) for n in range(dialog.lang.count())]
    assert [dialog.lang.itemData(n) for n in range(dialog.lang.count())] == ["", "en", "zh_CN"]
    assert "中文" in names[2]


def test_a_wrong_address_cannot_be_saved(qtbot, dialog):
    with qtbot.assertNotEmitted(dialog.accepted_settings):
        dialog.url.setText("ftp://x")
        assert dialog.url_error.isVisible()
        assert dialog.url.property("invalid") == "true"
        assert not dialog.save.isEnabled()
        dialog.accept()
    assert dialog.isVisible()
    dialog.url.setText("50810")
    assert not dialog.url_error.isVisible()
    assert dialog.url.property("invalid") == "false"
    assert dialog.save.isEnabled()


def test_saving_hands_over_everything_and_keeps_the_rest(qtbot, dialog, look):
    dialog.url.setText(" 50810 ")
    dialog.interval.setValue(0.5)
    dialog.theme.setCurrentIndex(dialog.theme.findData("light"))
    dialog.lang.setCurrentIndex(dialog.lang.findData("zh_CN"))
    with qtbot.waitSignal(dialog.accepted_settings) as told:
        qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert told.args == [Settings("50810", 0.5, "light", "zh_CN", {"a": 1})]
    assert SETTINGS.url == "http://localhost:50809"
    assert look.theme == "light"
    assert not dialog.isVisible()


def test_the_theme_is_seen_while_chosen_and_taken_back_on_cancel(dialog, look):
    dialog.theme.setCurrentIndex(dialog.theme.findData("light"))
    assert look.theme == "light"
    dialog.reject()
    assert look.theme == "dark"


def test_a_language_that_is_not_shipped_is_kept(qtbot, look):
    dialog = SettingsDialog(Settings(lang="xx"), look, ("en",))
    qtbot.addWidget(dialog)
    assert dialog.lang.currentData() == "xx"
    assert dialog.lang.currentText() == "xx"
