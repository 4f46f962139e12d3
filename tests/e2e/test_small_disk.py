"""A disk that gets full, a data folder that cannot be written, a user without a home: nothing is lost."""

import json
import os
import shutil
import subprocess
import sys

import pytest

from tests.conftest import SimulatorProcess

ENVIRONMENT = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
NAMESPACE = ["unshare", "-m"] if os.name == "posix" and os.geteuid() == 0 else ["unshare", "-rm"]


def ways():
    """Return in which ways a disk can be filled here."""
    if os.name != "posix":
        return []
    may_mount = (
        shutil.which("unshare")
        and not subprocess.run(
            [*NAMESPACE, "mount", "-t", "tmpfs", "tmpfs", "/mnt"], capture_output=True, check=False
        ).returncode
    )
    return ["limit", "tmpfs"] if may_mount else ["limit"]


def told_by(way, tmp_path_factory):
    """Return what was seen in a process of its own, what the server has of it, and standard error."""
    folder = tmp_path_factory.mktemp("small disk")
    server = SimulatorProcess(tmp_path_factory.mktemp("world") / "w.db", "--tasks", "5", "--devices", "5")
    [(highest,)] = server.rows("SELECT max(id) FROM tasks")
    command = [sys.executable, "-m", "tests.e2e.small_disk", way, server.url, str(folder)]
    apart = way == "tmpfs" or (way == "read-only" and os.geteuid() == 0)
    try:
        done = subprocess.run(
            [*(NAMESPACE if apart else []), *command],
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=100,
            env=ENVIRONMENT,
            check=False,
        )
        assert done.returncode == 0, done.stderr + done.stdout
        sent = server.rows("SELECT serial, script_args FROM tasks WHERE id > ?", highest)
    finally:
        server.stop()
    return json.loads(done.stdout), sent, done.stderr


@pytest.fixture(scope="module", params=ways())
def story(request, tmp_path_factory):
    """Of a disk that was full at times."""
    return told_by(request.param, tmp_path_factory)


def names(found):
    return [entry["nickname"] for entry in found["devices"].values() if entry["nickname"]]


def test_what_was_saved_before_stays_and_nothing_half_written_lies_about(story):
    seen, _, errors = story
    before, full = seen["before"], seen["full"]
    assert full == before
    assert full["settings"]["theme"] == "dark"
    assert names(full) == ["name before"]
    assert not [name for found in (full, seen["closed full"]) for name in found["names"] if ".new" in name]
    assert errors == ""


def test_everything_that_is_not_kept_is_told_once(story):
    seen, _, _ = story
    told = seen["full: notices"]
    for words in ("The log cannot", "device names could", "typed into the forms", "problem with a batch"):
        assert len([notice for notice in told if words in notice]) == 1, told
    # Changing the settings is answered every time.
    assert len([notice for notice in told if "settings could not be saved" in notice]) == 2
    assert len(seen["run out: notices"]) == 1


def test_nothing_is_sent_that_could_not_be_written_down(story):
    seen, sent, _ = story
    assert seen["sent on a full disk"] is None
    assert seen["full start: sent"] is None
    assert len(seen["run out"]) == 5
    assert set(seen["run out"]) == {"created", "waiting"}
    # Two batches of one request, one of five; two devices each: all of it once, when there was room again.
    assert len(sent) == 2 * (1 + 1 + 5)


def test_there_is_room_again(story):
    seen, _, _ = story
    after = seen["after"]
    assert seen["after: notices"] == []
    assert names(after) == ["name after"]
    assert after["drafts"]["drafts"]["follow"] == {"target_users": ["after"]}
    assert [p["name"] for p in after["presets"]["presets"]] == [
        "preset before",
        "preset full",
        "preset after",
    ]
    assert "there is room again" in seen["log"]
    assert "messages before this one are missing" in seen["log"]
    assert "Traceback" not in seen["log"]


def test_a_start_on_a_full_disk(story):
    seen, _, _ = story
    assert seen["another"]["status"] == 0, seen["another"]
    assert json.loads(seen["another"]["out"])["ok"] is True
    assert seen["another"]["err"] == ""
    assert seen["full start: paused"] == [3]
    assert [seen["status"], seen["full start: status"]] == [0, 0]
    assert names(seen["full start: after"]) == ["typed on a full disk"]


def test_what_was_left_is_sent_when_the_operator_says_so(story):
    seen, _, _ = story
    assert seen["left"] == seen["run out"]
    assert seen["why"]


@pytest.mark.parametrize("way", ["read-only"] if ways() else [])
def test_a_folder_that_can_only_be_read(way, tmp_path_factory):
    seen, sent, errors = told_by(way, tmp_path_factory)
    assert seen["another"]["status"] == 0, seen["another"]
    assert seen["another"]["err"] == ""
    first = seen["reading: notices"][0]
    assert "data folder cannot be written" in first
    assert "The log cannot be written" in first
    assert seen["sent"] is None
    assert len(sent) == 2
    assert seen["after"] == seen["before"]
    assert seen["status"] == 0
    assert errors == ""


def start(*arguments, code="", **environment):
    """Run the program in a process of its own; ``code`` is run in it first."""
    program = f"import os, sys\n{code}\nfrom gui.__main__ import main\nsys.exit(main())"
    return subprocess.run(
        [sys.executable, "-c", program, *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={**ENVIRONMENT, **environment},
    )


@pytest.mark.parametrize("place", ["file", "file/in it", "空 格/數據 100%"])
def test_odd_data_folders(place, tmp_path):
    (tmp_path / "file").touch()
    done = start("--demo", "--smoke-test", "--data-dir", tmp_path / place)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["ok"] is True
    assert (tmp_path / place / "settings.json").exists() is not place.startswith("file")


NO_HOME = """
os.environ.pop("HOME", None)
from pathlib import Path
def nowhere(*_, **__):
    raise RuntimeError("Could not determine home directory.")
Path.home = Path.expanduser = nowhere
import platformdirs
platformdirs.user_data_path = nowhere
"""


def test_a_user_without_a_home(tmp_path):
    for arguments in (["--smoke-test"], ["doctor"], ["--quit"], ["--demo", "--smoke-test"]):
        done = start(*arguments, code=NO_HOME)
        assert done.returncode == 1
        assert "There is no home folder" in done.stderr
        assert "--data-dir" in done.stderr
        assert "Traceback" not in done.stderr
    code = NO_HOME.replace(" = Path.expanduser", "")
    done = start("doctor", "--json", "--data-dir", tmp_path, code=code)
    assert json.loads(done.stdout)["steps"][0]["ok"] is True
    done = start("--demo", "--smoke-test", "--data-dir", tmp_path / "data", code=code)
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "data" / "settings.json").exists()


def test_a_home_that_is_a_file(tmp_path):
    (tmp_path / "home").touch()
    homes = dict.fromkeys(("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"), str(tmp_path / "home"))
    done = start("--demo", "--smoke-test", "--data-dir", tmp_path / "home" / "x", **homes, XDG_DATA_HOME="")
    assert (done.returncode, done.stderr) == (0, "")
    done = start("doctor", "--json", "--url", "http://127.0.0.1:9", **homes, XDG_DATA_HOME="")
    assert json.loads(done.stdout)["source"] == "command line"
    assert done.stderr == ""


def test_a_demo_needs_no_room(tmp_path):
    full = "import tempfile\ndef none(*_, **__): raise FileNotFoundError(2, 'No usable temporary directory')"
    done = start("--demo", "--smoke-test", code=f"{full}\ntempfile.mkdtemp = none")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["ok"] is True


def test_a_panel_without_a_console(tmp_path):
    code = "sys.stdout = sys.stderr = None"
    done = start("--demo", "--smoke-test", "--data-dir", tmp_path, code=code)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert start("--theme", "pink", code=code).returncode == 2
