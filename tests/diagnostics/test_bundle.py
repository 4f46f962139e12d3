"""The diagnostics: what is in them, what is not, and what happens when they cannot be written."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from gui import __version__, logs
from gui.api.schemas import RequestRecord
from gui.diagnostics import bundle
from gui.diagnostics.bundle import Findings
from gui.diagnostics.doctor import Step
from gui.paths import DataPaths
from gui.settings import Settings
from tests.faults import Fault, FaultProxy

ENVIRONMENT = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
NOTHING = Findings("http://localhost:1", "settings", [Step("reachable", False, 1.0, "no", "Start it.")], [])


def doctor(*arguments, code="", timeout=60, **options):
    """Run ``matrixdeck doctor`` in a process of its own; ``code`` is run in it first."""
    program = f"import sys\n{code}\nfrom gui.__main__ import main\nstatus = main()\nsys.exit(status)"
    return subprocess.run(
        [sys.executable, "-c", program, "doctor", *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=timeout,
        check=False,
        env={**ENVIRONMENT, "PYTHONIOENCODING": "utf-8"},
        **options,
    )


def unpacked(path):
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name).decode("utf-8") for name in archive.namelist()}


@pytest.fixture
def data(tmp_path):
    """A data folder after some days of work, with a secret in every file that belongs to the operator."""
    paths = DataPaths(tmp_path / "数据 of mine")
    paths.logs.mkdir(parents=True)
    for path in (paths.devices, paths.batches, paths.presets, paths.drafts):
        path.write_text("OPERATORS-OWN", encoding="utf-8")
    paths.settings.write_text(
        json.dumps({"url": "http://me:hidden1@localhost:9/?q=hidden2", "layout": {"x": "LAYOUT"}}),
        encoding="utf-8",
    )
    home = str(Path.home())
    (paths.logs / "matrixdeck.log").write_text(
        f"INFO started 开始\nERROR File {home}/x.py: api_key='hidden3'\n", encoding="utf-8"
    )
    (paths.logs / "matrixdeck.log.1").write_bytes(b"\xff\xfe older\n")
    (paths.logs / "crash.log").touch()
    (paths.logs / "crash-20260101-120000.log").write_text("Fatal: sk-hidden4hidden4", encoding="utf-8")
    (paths.logs / "other.txt").write_text("OPERATORS-OWN", encoding="utf-8")
    return paths


def test_what_is_in_it(data, tmp_path, simulator):
    server = simulator("--tasks", "7")
    path = tmp_path / "out" / "诊断 1.zip"
    path.parent.mkdir()
    done = doctor("--data-dir", data.root, "--url", server.url, "--bundle", path)
    assert (done.returncode, done.stderr) == (0, "")
    files = unpacked(path)
    assert [*files] == [
        "README.txt",
        "versions.json",
        "doctor.json",
        "settings.json",
        "requests.jsonl",
        "logs/crash-20260101-120000.log",
        "logs/crash.log",
        "logs/matrixdeck.log",
        "logs/matrixdeck.log.1",
    ]
    assert done.stdout.startswith(str(path))
    for name in files:
        assert name in done.stdout
        assert name in files["README.txt"]
    whole = "".join(files.values())
    assert "hidden" not in whole
    assert "OPERATORS-OWN" not in whole
    assert "LAYOUT" not in whole
    assert str(Path.home()) + "/" not in whole
    assert "开始" in files["logs/matrixdeck.log"]
    versions = json.loads(files["versions.json"])
    assert versions["matrixdeck"] == __version__
    assert versions["frozen"] is False
    assert versions["libraries"]["httpx"]
    assert versions["data"]["free_bytes"] > 0
    assert versions["data"]["files"]["batches.sqlite"] == len("OPERATORS-OWN")
    steps = {step["step"]: step for step in json.loads(files["doctor.json"])["steps"]}
    assert steps["stats"]["verdict"].startswith("7 tasks")
    assert json.loads(files["settings.json"])["url"] == "http://***@localhost:9/?***"
    requests = [json.loads(line) for line in files["requests.jsonl"].splitlines()]
    assert {line["by"] for line in requests} == {"doctor"}
    assert "/api/v1/task/stats" in {line["path"] for line in requests}
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_as_json(data, tmp_path):
    path = tmp_path / "b.zip"
    done = doctor("--data-dir", data.root, "--url", "http://127.0.0.1:9", "--bundle", path, "--json")
    said = json.loads(done.stdout)
    assert done.returncode == 0  # that nothing listens there is for who reads it
    assert said == {"ok": True, "bundle": str(path), "files": [*unpacked(path)]}
    again = doctor("--data-dir", data.root, "--bundle", path, "--json")
    said = json.loads(again.stdout)
    assert again.returncode == 1
    assert said["ok"] is False
    assert "exists already" in said["error"]


@pytest.mark.parametrize(
    ("name", "reason"),
    [("taken.zip", "exists already"), ("folder", "exists already"), ("missing/b.zip", "No such file")],
)
def test_a_name_that_cannot_be_used(data, tmp_path, name, reason):
    (tmp_path / "taken.zip").write_bytes(b"mine")
    (tmp_path / "folder").mkdir()
    before = {*tmp_path.rglob("*")}
    done = doctor("--data-dir", data.root, "--url", "http://127.0.0.1:9", "--bundle", tmp_path / name)
    assert done.returncode == 1
    assert done.stdout == ""
    assert reason in done.stderr
    assert "Name another file" in done.stderr
    assert "Traceback" not in done.stderr
    assert {*tmp_path.rglob("*")} == before
    assert (tmp_path / "taken.zip").read_bytes() == b"mine"


def test_a_disk_that_gets_full_leaves_nothing_half_written(data, tmp_path):
    path = tmp_path / "b.zip"
    full = "import os\ndef full(_): raise OSError(28, 'No space left on device')\nos.fsync = full"
    arguments = ("--data-dir", data.root, "--url", "http://127.0.0.1:9", "--bundle", path)
    before = {*tmp_path.rglob("*")}
    done = doctor(*arguments, code=full)
    assert done.returncode == 1
    assert "could not be written" in done.stderr
    assert "Traceback" not in done.stderr
    assert {*tmp_path.rglob("*")} == before


def test_without_a_console(data, tmp_path):
    path = tmp_path / "b.zip"
    nothing = "sys.stdout = sys.stderr = None"
    arguments = ("--data-dir", data.root, "--url", "http://127.0.0.1:9", "--bundle", path)
    done = doctor(*arguments, code=nothing)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert "versions.json" in unpacked(path)
    assert doctor(*arguments, code=nothing).returncode == 1
    assert doctor("--url", "http://127.0.0.1:9", code=nothing).returncode == 1


def test_without_a_data_folder(tmp_path):
    path = tmp_path / "b.zip"
    done = doctor("--data-dir", tmp_path / "none", "--url", "http://127.0.0.1:9", "--bundle", path)
    assert done.returncode == 0
    assert "No such file" in json.loads(unpacked(path)["versions.json"])["data"]["problem"]
    assert not (tmp_path / "none").exists()


async def test_a_server_that_stalls_costs_no_more_than_the_deadline(simulator):
    server = simulator("--tasks", "1")
    with FaultProxy(server.port) as proxy:
        proxy.fault = Fault.STALL
        findings = await bundle.examine(proxy.url, "", deadline_s=0.5)
    assert [(step.step, step.ok) for step in findings.steps] == [("deadline", False)]
    assert findings.url == proxy.url


def test_what_a_running_panel_answers_is_masked_and_never_believed(tmp_path):
    own = [RequestRecord(1.0, "GET", "/api/v1/task?serial=R58", 200, 2.5, "ok")]
    findings = Findings("", "", [], own)
    panel = '{"method": "GET", "path": "/x", "outcome": "token=hidden5"}\nno JSON, password=hidden6\n[1]\n'
    files = bundle.collect(DataPaths(tmp_path), Settings(), findings, panel, secrets=["/x/y/z"])
    lines = [json.loads(line) for line in files["requests.jsonl"].splitlines()]
    assert [line["by"] for line in lines] == ["panel"] * 3 + ["doctor"]
    assert lines[0]["outcome"] == "token=***"
    assert lines[1]["unreadable"] == "no JSON, password=***"
    assert lines[3]["path"] == own[0].path


def test_only_the_end_of_a_long_log(tmp_path, monkeypatch):
    monkeypatch.setattr(bundle, "LOG_BYTES", 100)
    folder = DataPaths(tmp_path).logs
    folder.mkdir()
    (folder / logs.FILE).write_text("old\n" * 100 + "the end", encoding="utf-8")
    (folder / "crash-1.log").write_text("the beginning\n" + "x" * 300, encoding="utf-8")
    files = bundle.collect(DataPaths(tmp_path), Settings(), NOTHING, "")
    assert files["logs/matrixdeck.log"].endswith("the end")
    assert len(files["logs/matrixdeck.log"]) == 100
    assert files["logs/crash-1.log"].startswith("the beginning")


def test_a_link_leads_nowhere(tmp_path):
    folder = DataPaths(tmp_path).logs
    folder.mkdir()
    (tmp_path / "private").write_text("PRIVATE", encoding="utf-8")
    (folder / "matrixdeck.log.9").symlink_to(tmp_path / "private")
    assert "PRIVATE" not in "".join(bundle.collect(DataPaths(tmp_path), Settings(), NOTHING, "").values())


def test_a_file_may_be_replaced_where_that_was_asked(tmp_path):
    path = tmp_path / "b.zip"
    path.write_bytes(b"old")
    with pytest.raises(FileExistsError):
        bundle.write(path, {"a": "1"})
    assert path.read_bytes() == b"old"
    bundle.write(path, {"a": "half \ud800 a letter"}, over=True)
    assert unpacked(path) == {"a": "half \\ud800 a letter"}
