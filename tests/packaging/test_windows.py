"""What can be said of the Windows installer without a Windows: its text, its resources, its names."""

import importlib
import re
import struct
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from report import Report
from windows import debian, inno, interpreter, package, resources, signing
from windows.machine import Here

from gui import licences
from gui.desktop import sign_in, windows_shell
from gui.paths import APP_NAME

FOLDER = Path(package.__file__).parent
ISS = (FOLDER / "matrixdeck.iss").read_text(encoding="utf-8-sig")
CHINESE = (FOLDER / "ChineseSimplified.isl").read_text(encoding="utf-8-sig")
ROOT = FOLDER.parent.parent


def section(text, name):
    """Return the lines of a section that are no comments."""
    found = re.search(rf"^\[{name}\]\n(.*?)(?=^\[|\Z)", text, re.MULTILINE | re.DOTALL)
    lines = found[1].splitlines()
    return [line for line in lines if line and not line.startswith((";", "#"))]


def values(text, name):
    return dict(line.split("=", 1) for line in section(text, name))


@pytest.fixture
def report(capsys):
    return Report("windows")


def test_it_is_for_one_user_unless_all_are_asked_for():
    setup = values(ISS, "Setup")
    assert setup["PrivilegesRequired"] == "lowest"
    assert setup["PrivilegesRequiredOverridesAllowed"] == "commandline dialog"
    assert "{localappdata}\\Programs\\{#Name}" in ISS
    assert setup["UninstallDisplayName"] == "{#Name}"


def test_it_and_the_program_agree_on_their_names():
    assert f'#define Name "{APP_NAME}"' in ISS
    assert f"Mutex = '{windows_shell.MUTEX}'" in ISS
    assert ISS.count(f'AppUserModelID: "{windows_shell.APP_ID}"') == len(section(ISS, "Icons"))
    assert f"'{licences.FOLDER}'" in ISS


def test_the_start_at_sign_in_is_the_value_that_the_program_switches():
    line, approved = section(ISS, "Registry")
    assert 'ValueName: "{#Name}"' in line
    assert 'ValueData: """{app}\\{#Exe}"" --minimized"' in line
    assert f'Subkey: "{sign_in.RUN}"' in line
    assert f'Subkey: "{sign_in.APPROVED}"' in approved
    assert f"'{sign_in.RUN}'" in ISS
    assert f"'{sign_in.APPROVED}'" in ISS


def test_nothing_is_switched_on_that_nobody_asked_for():
    for line in section(ISS, "Tasks"):
        assert "Flags: unchecked" in line
    assert "skipifsilent" in section(ISS, "Run")[0]


def test_the_users_data_goes_only_when_that_is_asked_for():
    deleted = " ".join(section(ISS, "UninstallDelete"))
    assert "userappdata" not in deleted
    assert re.search(r"if IsPurgeAsked then\s+Remove\(ExpandConstant\('\{userappdata\}", ISS)
    assert "not UninstallSilent" in ISS


def test_every_word_is_there_in_both_languages():
    own = {language: set() for language in ("en", "zh")}
    for name in values(ISS, "CustomMessages"):
        language, _, key = name.partition(".")
        own[language].add(key)
    assert own["en"] == own["zh"]
    assert own["en"] >= set(re.findall(r"CustomMessage\('(\w+)'\)", ISS))


def test_words_in_chinese_have_the_places_of_the_english_ones():
    words = values(ISS, "CustomMessages")
    for name, english in words.items():
        if name.startswith("en."):
            chinese = words[f"zh.{name[3:]}"]
            assert sorted(re.findall("%.", english)) == sorted(re.findall("%.", chinese)), name


def test_the_chinese_messages_are_well_formed():
    assert (FOLDER / "ChineseSimplified.isl").read_bytes().startswith(b"\xef\xbb\xbf")
    lines = section(CHINESE, "Messages")
    names = [line.partition("=")[0] for line in lines]
    assert len(names) == len(set(names)) > 100
    assert all(re.fullmatch(r"\w+=.+", line) for line in lines)
    assert values(CHINESE, "LangOptions")["LanguageID"] == "$0804"
    assert "FinishedLabel" in names
    assert "ConfirmUninstall" in names


def test_no_name_contains_a_word_that_tikmatrix_kills_by():
    shown = [package.name(real=True), package.name(real=False), *values(ISS, "Setup").values()]
    for line in (*section(ISS, "Icons"), *section(ISS, "Run"), *shown):
        assert not re.search("agent|script", re.sub("Description", "", line), re.IGNORECASE), line


@pytest.mark.parametrize(
    ("version", "numbers"),
    [("1.2.3", (1, 2, 3, 0)), ("0.1.0", (0, 1, 0, 0)), ("2.0rc1", (2, 0, 0, 0)), ("1.2.3.4.5", (1, 2, 3, 4))],
)
def test_windows_compares_four_numbers(version, numbers):
    assert resources.four(version) == numbers


def test_the_version_resource_can_be_read():
    kinds = ("VSVersionInfo", "FixedFileInfo", "StringFileInfo", "StringTable", "StringStruct")
    made = []

    def part(*positional, **named):
        made.append((positional, named))
        return made[-1]

    known = dict.fromkeys((*kinds, "VarFileInfo", "VarStruct"), part)
    text = resources.version_text("1.2.3", verification=False)
    eval(text, known)
    assert (("ProductVersion", "1.2.3"), {}) in made
    assert any(named.get("filevers") == (1, 2, 3, 0) for _, named in made)
    assert "not for users" not in text
    assert "not for users" in resources.version_text("1.2.3", verification=True)


def test_the_icon_holds_every_size(tmp_path, qapp):
    icon = resources.write_icon(ROOT / "resources" / "icons" / "matrixdeck.svg", tmp_path).read_bytes()
    _, kind, count = struct.unpack_from("<HHH", icon)
    assert (kind, count) == (1, len(resources.SIZES))
    for index, size in enumerate(resources.SIZES):
        width, *_, length, offset = struct.unpack_from("<BBBBHHII", icon, 6 + 16 * index)
        picture = QImage.fromData(icon[offset : offset + length], "PNG")
        assert (picture.width(), width) == (size, size % 256)


def test_a_build_under_wine_cannot_be_taken_for_one_for_users():
    assert "VERIFICATION-ONLY-NOT-FOR-USERS" in package.name(real=False)
    assert "VERIFICATION" not in package.name(real=True)
    assert "not for users" in re.search(r"#ifdef Verification\n\[Messages\]\nBeveledLabel=(.*)", ISS)[1]
    assert "by others" in interpreter.WORDS


def test_without_a_certificate_it_says_loudly_that_it_is_unsigned(report, capsys, monkeypatch):
    for name in (signing.THUMBPRINT, signing.FILE):
        monkeypatch.delenv(name, raising=False)
    assert signing.command(report) == []
    assert capsys.readouterr().out.startswith("UNSIGNED")


def test_a_certificate_that_cannot_be_used_ends_the_build(report, monkeypatch):
    monkeypatch.setattr(signing.sys, "platform", "linux")
    monkeypatch.setenv(signing.FILE, "somewhere.pfx")
    with pytest.raises(SystemExit, match="only Windows can sign"):
        signing.command(report)


def test_no_argument_carries_the_password(report, monkeypatch):
    lines = []

    def run(command, **_):
        lines.append(command)
        return signing.subprocess.CompletedProcess(command, 0, stdout="AB12\n", stderr="")

    monkeypatch.setattr(signing.sys, "platform", "win32")
    monkeypatch.setattr(signing.subprocess, "run", run)
    monkeypatch.setattr(signing, "_signtool", lambda: "C:\\Kits\\sign tool.exe")
    monkeypatch.delenv(signing.THUMBPRINT, raising=False)
    monkeypatch.setenv(signing.FILE, "C:\\cert.pfx")
    monkeypatch.setenv(signing.PASSWORD, "hunter2")
    command = signing.command(report)
    signing.sign(Path("MatrixDeck.exe"), command, report)
    assert command[-2:] == ["/sha1", "AB12"]
    assert "hunter2" not in repr(lines) + signing.for_inno(command)
    assert signing.for_inno(command).startswith("$qC:\\Kits\\sign tool.exe$q ")
    assert signing.for_inno(command).endswith(" $f")


def test_what_npm_brings_is_checked(tmp_path, monkeypatch):
    def run(command, **_):
        (tmp_path / "inno" / "innosetup-6.4.1.tgz").write_bytes(b"something else")
        return inno.subprocess.CompletedProcess(command, 0, stdout="", stderr="")

    monkeypatch.setattr(inno.shutil, "which", lambda _: "npm")
    monkeypatch.setattr(inno.subprocess, "run", run)
    with pytest.raises(SystemExit, match="not what was pinned"):
        inno.fetched(tmp_path / "inno")


def test_what_cannot_be_tried_is_skipped_and_never_passed(capsys, monkeypatch):
    monkeypatch.setattr(package.sys, "platform", "linux")
    monkeypatch.setattr(package.sys, "argv", ["build.py", "windows", "--smoke"])
    monkeypatch.setattr(debian, "why_not", lambda: "not installed here: mmdebstrap")
    assert importlib.import_module("build").main() == 1
    said = ["SKIPPED the installer for Windows: not installed here: mmdebstrap", "FAILED"]
    assert capsys.readouterr().out.splitlines() == said


def test_what_is_missing_for_wine_is_named(monkeypatch):
    monkeypatch.setattr(debian.shutil, "which", lambda name: None if name == "mmdebstrap" else name)
    assert "mmdebstrap" in debian.why_not()


def test_a_program_that_hangs_is_ended():
    assert Here().run("python", "-c", "import time; time.sleep(60)", timeout_s=0.5).code is None
