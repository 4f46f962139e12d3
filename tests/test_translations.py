"""The catalogues: complete, compiled, true to their sources, and spoken by the window."""

import importlib.util
import re
import shutil
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QLabel, QWidget

from gui import language
from gui.api.errors import ApiError
from gui.api.schemas import Stats
from gui.scripts.registry import REGISTRY, check
from gui.scripts.spec import fields_of
from gui.settings import Settings
from gui.state.host import Host
from gui.state.outcome import Command, Outcome
from gui.views.compose.words import problem_text
from gui.views.look import Look
from gui.views.main_window import MainWindow
from tests.views.picture import everything, rack, tell

# What the offscreen platform says of every window with a least size, and of raising one.
pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support", extend=True)

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("en", "zh_CN")
PLACEHOLDER = re.compile(r"\{\w*\}|%n")
MNEMONIC = re.compile(r"(?<!&)&(\w)")
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def load_tool():
    spec = importlib.util.spec_from_file_location("catalogue_tool", ROOT / "packaging" / "translations.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


tool = load_tool()


@pytest.fixture(scope="module")
def texts():
    return tool.collect()


def messages(code):
    """Yield context, source, and every form of the translation."""
    for context in ET.parse(FOLDER / f"matrixdeck_{code}.ts").getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = [form.text or "" for form in translation.iter("numerusform")]
            yield (
                context.findtext("name"),
                message.findtext("source"),
                forms or [translation.text or ""],
                translation.get("type"),
            )


# The files


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_catalogue_holds_every_text_of_the_sources_and_no_other(code, texts):
    held = {(context, source) for context, source, _, _ in messages(code)}
    assert held == {(text.context, text.source) for text in texts if text.plural or code != "en"}


@pytest.mark.parametrize("code", LANGUAGES)
def test_bringing_a_catalogue_up_to_date_changes_nothing(code, texts, tmp_path, monkeypatch):
    name = f"matrixdeck_{code}.ts"
    shutil.copy(FOLDER / name, tmp_path)
    monkeypatch.setattr(tool, "FOLDER", tmp_path)
    assert tool.update(code, texts).read_bytes() == (FOLDER / name).read_bytes()


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_is_compiled_is_what_is_written(code, tmp_path):
    target = tmp_path / "fresh.qm"
    tool.compile_to(FOLDER / f"matrixdeck_{code}.ts", target)
    assert target.read_bytes() == (FOLDER / f"matrixdeck_{code}.qm").read_bytes()


@pytest.mark.parametrize("code", LANGUAGES)
def test_nothing_is_left_to_translate(code):
    assert tool.unfinished(FOLDER / f"matrixdeck_{code}.ts") == []
    for context, source, forms, state in messages(code):
        assert state is None, (context, source, state)
        assert all(forms), (context, source)


@pytest.mark.parametrize("code", LANGUAGES)
def test_translations_keep_what_is_filled_in_later(code):
    for context, source, forms, _ in messages(code):
        for form in forms:
            assert sorted(PLACEHOLDER.findall(form)) == sorted(PLACEHOLDER.findall(source)), (context, source)


def test_chinese_keeps_the_keys_of_menus_and_the_dots_of_what_asks_first():
    for context, source, (form,), _ in messages("zh_CN"):
        key = MNEMONIC.findall(source)
        assert [letter.upper() for letter in key] == re.findall(r"\(&(\w)\)", form), (context, source)
        assert MNEMONIC.findall(form) == [letter.upper() for letter in key]
        assert form.endswith("…") == source.endswith("…"), (context, source)


def test_no_machine_and_no_line_is_named():
    for code in LANGUAGES:
        written = (FOLDER / f"matrixdeck_{code}.ts").read_text(encoding="utf-8")
        assert "<location" not in written
        assert ".py" not in written


# The collector


@pytest.mark.parametrize(
    ("call", "found"),
    [
        ("self.tr('Stop')", [("Box", "Stop", False)]),
        ("self.tr('%n task(s)', '', len(ids))", [("Box", "%n task(s)", True)]),
        ("translate('Line', 'Live')", [("Line", "Live", False)]),
        ("QCoreApplication.translate('Line', '%n left', '', n)", [("Line", "%n left", True)]),
        ("self.tr('On' if on else 'Off')", [("Box", "On", False), ("Box", "Off", False)]),
        ("f(self.tr('one'), self.tr('two'))", [("Box", "one", False), ("Box", "two", False)]),
        ("translate('Scripts', spec.title)", []),
        ("text.translate(table)", []),
    ],
)
def test_texts_are_read_off_the_calls(call, found):
    code = f"class Box:\n    def show(self):\n        return {call}\n"
    assert [tuple(text) for text in tool.texts_in(code, "box.py")] == found


@pytest.mark.parametrize(
    "call",
    [
        "self.tr(f'{n} tasks')",
        "self.tr(words)",
        "self.tr('Stop' + name)",
        "translate(context, 'Live')",
        "translate('Line', words)",
        "dialog.tr('Close')",
        "self.tr('Save', 'as a favourite')",
        "self.tr()",
    ],
)
def test_a_text_that_cannot_be_read_is_refused_where_it_stands(call):
    with pytest.raises(tool.NotReadable, match=r"box\.py:3"):
        list(tool.texts_in(f"class Box:\n    def show(self):\n        return {call}\n", "box.py"))


def test_what_scripts_say_of_wrong_values_is_in_the_catalogue(texts):
    known = {text.source for text in texts if text.context == "Scripts"}
    told = set()
    for info in REGISTRY.values():
        specs = fields_of(info.model) if info.model else ()
        configs = [{}, {"min_duration": 60, "max_duration": 20}]
        for spec in specs:
            values = (-1, 1.5, "x", "\ud800", True, ["x"], {}, *(value for value, _ in spec.choices))
            configs += [{spec.name.partition(".")[0]: value} for value in values]
        told |= {problem.template for config in configs for problem in check(info.name, config)}
    assert len(told) > 15
    assert told <= known


# The languages


@pytest.fixture
def speak(qapp):
    """``speak(code)`` loads a language; it is taken back at the end."""
    yield lambda code: language.load(qapp, code)
    language.unload(qapp)


def tasks(count):
    return QCoreApplication.translate("Summary", "%n task(s)", "", count)


@pytest.mark.parametrize(
    ("code", "locale", "said"),
    [
        ("en", "en_US", "2 tasks"),
        ("en_GB", "en_GB", "2 tasks"),
        ("zh_CN", "zh_CN", "2 个任务"),
        ("zh", "zh_CN", "2 个任务"),
        ("zh_SG", "zh_SG", "2 个任务"),
        ("zh_TW", "en_US", "2 tasks"),
        ("de_DE", "en_US", "2 tasks"),
        ("nonsense", "en_US", "2 tasks"),
    ],
)
def test_a_language_is_spoken_or_else_english_with_numbers_to_match(speak, code, locale, said):
    assert speak(code).name() == locale
    assert QLocale().name() == locale
    assert tasks(2) == said


@pytest.mark.parametrize(
    ("system", "said"), [("C", "1 task"), ("de_DE", "1 task"), ("en_GB", "1 task"), ("zh_CN", "1 个任务")]
)
def test_without_a_wish_the_systems_language_is_spoken(speak, monkeypatch, system, said):
    class Elsewhere(QLocale):
        @staticmethod
        def system():
            return QLocale(system)

    monkeypatch.setattr(language, "QLocale", Elsewhere)
    speak("")
    assert tasks(1) == said


def test_qts_own_words_follow_ours(speak):
    def cancel():
        return QCoreApplication.translate("QPlatformTheme", "Cancel")

    speak("zh_CN")
    assert cancel() == "取消"
    speak("de_DE")
    assert cancel() == "Cancel"


def test_a_language_replaces_the_one_before_and_can_be_taken_back(qapp, speak):
    before = qapp.findChildren(QTranslator)
    speak("zh_CN")
    speak("en")
    assert tasks(1) == "1 task"
    assert len(qapp.findChildren(QTranslator)) <= len(before) + 2
    language.unload(qapp)
    assert tasks(1) == "1 task(s)"
    assert qapp.findChildren(QTranslator) == before
    assert QLocale() == QLocale.system()


def test_every_language_on_disk_is_offered():
    assert language.available() == list(LANGUAGES)


def test_english_counts_as_people_do(speak, texts):
    speak("en")
    for text in texts:
        if text.plural:
            one, two = (QCoreApplication.translate(text.context, text.source, "", n) for n in (1, 2))
            assert "(" not in one + two, text
            if "(s)" in text.source:
                assert one.replace("1", "2", 1) != two, text


# The window


class Ear(QTranslator):
    """Hears what is looked up, and translates nothing."""

    def __init__(self):
        super().__init__()
        self.heard = set()

    def isEmpty(self):
        return False

    def translate(self, context, source, _disambiguation=None, n=-1):
        self.heard.add((context, source, n >= 0))


@pytest.fixture
def ear(qapp):
    ear = Ear()
    yield ear
    qapp.removeTranslator(ear)


@pytest.fixture
def open_window(qapp, qtbot, speak, ear):
    host, look = Host(), Look("dark")

    def open_(code, size=(1024, 700)):
        speak(code)
        qapp.installTranslator(ear)
        window = MainWindow(host, look, Settings(), languages=LANGUAGES)
        qtbot.addWidget(window, before_close_func=QWidget.deleteLater)
        window.resize(*size)
        with qtbot.waitExposed(window):
            window.show()
        everything(host)
        window.show_composer()
        return window

    open_.host = host
    yield open_
    host.deleteLater()
    look.deleteLater()


def shown(window):
    """Yield every text that a window may show or speak, menus and tips included."""
    for widget in [window, *window.findChildren(QWidget)]:
        for name in ("text", "title", "placeholderText", "suffix", "toolTip", "accessibleName"):
            said = getattr(widget, name, str)
            if callable(said) and isinstance(said(), str):
                yield said()
        yield from (action.text() for action in widget.actions())


def test_the_window_speaks_chinese(open_window):
    window = open_window("zh_CN")
    assert window.banner.caption.text() == "运行中 12 / 并发上限 20 · 等待中 31"
    assert window.banner.status.text().startswith("已连接 · localhost:50809")
    assert [window.tabs.tabText(i) for i in range(window.tabs.count())] == ["任务", "新建任务", "批次"]
    assert [menu.text() for menu in window.menuBar().actions()] == [
        "文件(&F)",
        "视图(&V)",
        "任务(&T)",
        "批次(&B)",
        "设备(&D)",
        "帮助(&H)",
    ]
    assert [title for title, _ in window.commands.sections()] == [
        "文件",
        "视图",
        "任务",
        "批次",
        "设备",
        "帮助",
    ]
    assert window.status.total.text() == "10,482 个任务"
    window.composer.open_script("account_warmup")
    labels = {label.text() for label in window.composer.form().findChildren(QLabel)}
    assert {"时长", "话题", "点赞", "概率"} <= labels
    assert window.composer.findChild(QLabel, "composer_title").text() == "账号预热"
    window.devices.select([device.serial for device in rack()][:2])
    window.composer.refresh()
    assert window.composer.summary().headline == "2 个任务"
    assert "Rack 1 · 01, 02 上执行，各 1 个，立即开始。2 个均可" in window.composer.summary().text


def test_a_wrong_value_is_told_in_chinese_with_its_unit(open_window):
    open_window("zh_CN")
    problems = check("account_warmup", {"task_duration": 7, "generate_by_chatgpt": True})
    assert [problem_text(problem) for problem in problems] == [
        "“时长”的有效范围是 300 到 3600 秒。",
        "由 ChatGPT 撰写评论时，必须填写 API 密钥。",
    ]


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_window_still_fits_a_small_screen(open_window, code):
    assert open_window(code).minimumSizeHint().width() <= 1024


def test_no_english_text_counts_in_brackets(open_window):
    window = open_window("en")
    window.devices.select(["a1"])
    open_window.host.command_finished.emit(Outcome(Command.STOP, 1, 1))
    window.composer.refresh()
    assert window.notice.text.text() == "1 task stopped."
    assert window.composer.summary().headline == "1 task"
    tell(open_window.host, stats=Stats(1, 0, 1, 0, 0))
    assert window.status.total.text() == "1 task"
    assert [text for text in shown(window) if "(s)" in text] == []
    window.notice.dismiss()


def test_only_what_is_in_the_catalogue_is_looked_up(open_window, ear, texts):
    """Texts out of variables, and plurals, which a derived class would not find under its parent's name."""
    window = open_window("en")
    for info in REGISTRY.values():
        window.composer.open_script(info.name)
        window.composer.form().tell_all()
    kinds = [ApiError]
    for kind in kinds:
        kinds += kind.__subclasses__()
        open_window.host.command_finished.emit(Outcome(Command.STOP, 1, 0, ((1, kind("why")),)))
    window.notice.dismiss()
    heard = {
        (context, source)
        for context, source, plural in ear.heard
        if context in tool.WORDLESS or (plural and not context.startswith("Q"))
    }
    assert len(heard) > 100
    assert heard <= {(text.context, text.source) for text in texts}


def test_most_of_what_the_window_shows_is_chinese(open_window):
    window = open_window("zh_CN")
    untranslated = {
        text for text in shown(window) if re.search("[a-z]{3}", text) and not CHINESE.search(text)
    }
    known = {"MatrixDeck", "post", "JSON", "curl", "studio.nine", "gpt-3.5-turbo"}
    data = re.compile(r"Rack|API access|R58M|localhost|Scroll|Reel|Story|\w+_\w+")
    assert {text for text in untranslated - known if not data.search(text)} == set()
