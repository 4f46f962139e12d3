"""macOS: what its own commands are told, to sign, to notarise and to open an image. None of them has run."""

import plistlib
import subprocess

import pytest
from macos import signing, smoke


class Said:
    """Stands in for the report: keeps what it is told."""

    def __init__(self):
        self.lines = []

    def say(self, text):
        self.lines.append(text)

    def check(self, what, ok, detail=""):
        self.lines.append(f"{'ok' if ok else 'FAILED'} {what} {detail}")


class Commands:
    """Stands in for macOS's own commands: keeps them, and answers as told."""

    def __init__(self, monkeypatch, answers=()):
        self.run = []
        self._answers = dict(answers)
        monkeypatch.setattr(subprocess, "run", self._answer)

    def _answer(self, command, **_):
        self.run.append([str(word) for word in command])
        code, out = next((said for name, said in self._answers.items() if name in self.run[-1]), (0, ""))
        return subprocess.CompletedProcess(command, code, stdout=out, stderr=out)

    def named(self, name):
        return [command for command in self.run if name in command]


def make_code(app, *names):
    for name in names:
        path = app / "Contents" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(bytes.fromhex("cffaedfe") + b"code")


@pytest.fixture
def app(tmp_path):
    app = tmp_path / "MatrixDeck.app"
    qt = "Frameworks/PySide6/Qt/lib/QtCore.framework"
    python = "Frameworks/Python.framework/Versions/3.13/Python"
    make_code(app, "MacOS/MatrixDeck", f"{qt}/Versions/A/QtCore", python, "Frameworks/libssl.dylib")
    (app / "Contents" / qt / "Versions" / "Current").symlink_to("A")
    (app / "Contents" / qt / "QtCore").symlink_to("Versions/Current/QtCore")
    (app / "Contents" / "Info.plist").write_bytes(b"<plist/>")
    return app


def test_what_is_inside_is_signed_before_what_holds_it(app):
    order = [path.relative_to(app).as_posix() for path in signing.inside_out(app)]
    assert order == [
        "Contents/Frameworks/PySide6/Qt/lib/QtCore.framework/Versions/A",
        "Contents/Frameworks/Python.framework/Versions/3.13",
        "Contents/Frameworks/libssl.dylib",
        ".",
    ]


def test_with_a_certificate_everything_runs_hardened(app, monkeypatch):
    commands = Commands(monkeypatch)
    monkeypatch.setenv(signing.IDENTITY, "Developer ID Application: X")
    said = Said()
    signing.sign(app, said)
    signed = commands.named("--sign")
    assert len(signed) == 4
    assert all("Developer ID Application: X" in each and "--timestamp" in each for each in signed)
    assert all(each[each.index("--options") + 1] == "runtime" for each in signed)
    assert [each[-1] for each in signed if "--entitlements" in each] == [str(app)]
    assert not any("UNSIGNED" in line for line in said.lines)
    signing.sign_image(app.with_suffix(".dmg"))
    assert "--options" not in commands.run[-1], "an image runs nothing"


def test_without_a_certificate_it_is_said_loudly(app, monkeypatch):
    commands = Commands(monkeypatch)
    monkeypatch.delenv(signing.IDENTITY, raising=False)
    said = Said()
    signing.sign(app, said)
    assert said.lines[0].startswith("UNSIGNED")
    signed = commands.named("--sign")
    assert all(each[each.index("--sign") + 1] == "-" for each in signed)
    # The hardened runtime refuses libraries that no team has signed: the program would not start at all.
    assert not any("runtime" in each or "--entitlements" in each for each in signed)
    signing.sign_image(app.with_suffix(".dmg"))
    assert commands.named("--sign") == signed
    assert signing.notarise(app, said) is False
    assert "NOT NOTARISED" in said.lines[-1]


@pytest.fixture
def account(monkeypatch):
    monkeypatch.setenv(signing.IDENTITY, "Developer ID Application: X")
    for name in signing.NOTARY:
        monkeypatch.setenv(name, f"value of {name}")


@pytest.mark.usefixtures("account")
def test_apple_is_waited_for_and_its_ticket_attached(app, monkeypatch):
    commands = Commands(monkeypatch, {"submit": (0, '{"status": "Accepted", "id": "7"}')})
    said = Said()
    assert signing.notarise(app, said)
    packed, submitted, stapled = commands.run
    assert packed[0] == "ditto"
    assert submitted[3].endswith("MatrixDeck.zip")
    assert "--wait" in submitted
    assert stapled == ["xcrun", "stapler", "staple", str(app)]
    commands.run.clear()
    image = app.with_suffix(".dmg")
    assert signing.notarise(image, said)
    assert commands.run[0][3] == str(image)


@pytest.mark.usefixtures("account")
def test_apples_refusal_fails_the_build_with_apples_words(app, monkeypatch):
    answers = {"submit": (0, '{"status": "Invalid", "id": "7"}'), "log": (0, "no secure timestamp")}
    commands = Commands(monkeypatch, answers)
    said = Said()
    assert not signing.notarise(app, said)
    assert said.lines == ["FAILED Apple accepts MatrixDeck.app no secure timestamp"]
    assert not commands.named("stapler")


def test_the_entitlements_are_the_one_that_python_needs():
    told = plistlib.loads(signing.ENTITLEMENTS.read_bytes())
    assert told == {"com.apple.security.cs.allow-unsigned-executable-memory": True}


def test_an_image_that_was_opened_is_closed_again(monkeypatch, tmp_path):
    commands = Commands(monkeypatch)
    with pytest.raises(RuntimeError), smoke._opened(tmp_path / "x.dmg", tmp_path / "volume"):
        raise RuntimeError
    assert [command[:2] for command in commands.run] == [["hdiutil", "attach"], ["hdiutil", "detach"]]
