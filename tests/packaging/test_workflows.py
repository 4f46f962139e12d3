"""The workflows: every file, command, group and job that they name is there. They run elsewhere."""

import copy
import re
import shlex
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from packaging.specifiers import SpecifierSet

ROOT = Path(__file__).parent.parent.parent
FOLDER = ROOT / ".github" / "workflows"
NAMES = sorted(path.name for path in FOLDER.iterdir())
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
README = (ROOT / "README.md").read_text(encoding="utf-8")
SYSTEMS = ("ubuntu", "windows", "macos")
PINNED = re.compile(r"[\w-]+/[\w-]+@[0-9a-f]{40}")
COMMANDS = {"matrixdeck", "pytest", "python"}


def read(name):
    workflow = yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))
    workflow["on"] = workflow.pop(True)  # YAML takes the word for a truth
    return workflow


def steps(workflow):
    return [step for job in workflow["jobs"].values() for step in job.get("steps", ())]


def commands(workflow):
    """Yield the words of every command line."""
    for step in steps(workflow):
        for line in step.get("run", "").replace("\\\n", " ").splitlines():
            yield shlex.split(line)


def problems_of(workflow):
    """Yield what GitHub would only say after a push, or never."""
    jobs = workflow["jobs"]
    if workflow.get("permissions") != {"contents": "read"}:
        yield "permissions: more than reading"
    if "group" not in workflow.get("concurrency", {}):
        yield "no concurrency"
    for name, job in jobs.items():
        needed = job.get("needs", [])
        for other in [needed] if isinstance(needed, str) else needed:
            if other not in jobs:
                yield f"{name} needs {other}, which is no job"
        if "steps" in job and "timeout-minutes" not in job:
            yield f"{name} may hang for hours"
        if "uses" in job and not (ROOT / job["uses"]).is_file():
            yield f"{name} uses {job['uses']}, which is no file"
    for step in steps(workflow):
        if "uses" in step and not PINNED.fullmatch(step["uses"]):
            yield f"{step['uses']} is not pinned"
    for words in commands(workflow):
        yield from problems_in(words)


def problems_in(words):
    """Yield what a command line names and the repository does not have."""
    for word in words:
        if re.match(r"(packaging|tests|gui|\.ci)/", word) and not (ROOT / word).is_file():
            yield f"{word} is no file"
    if "uv" in words and "run" in words:
        rest = words[words.index("run") + 1 :]
        for option, group in pairwise(rest):
            if option == "--group" and group not in PROJECT["dependency-groups"]:
                yield f"{group} is no group"
        named = [word for word in rest if word in COMMANDS]
        if not named:
            yield f"uv runs nothing that is known: {' '.join(words)}"
    if "packaging/build.py" in words:
        target, *options = words[words.index("packaging/build.py") + 1 :]
        if not (ROOT / "packaging" / target / "package.py").is_file():
            yield f"{target} cannot be built"
        if set(options) - {"--smoke"}:
            yield f"build.py takes no {options}"


@pytest.mark.parametrize("name", NAMES)
def test_everything_named_is_there(name):
    assert list(problems_of(read(name))) == []


@pytest.mark.parametrize(
    ("what", "change"),
    [
        (
            "is no file",
            lambda flow: flow["jobs"]["draft"]["steps"][-2].update(run="python packaging/sums.py"),
        ),
        ("is no job", lambda flow: flow["jobs"]["draft"].update(needs=["linux", "plan9"])),
        (
            "cannot be built",
            lambda flow: flow["jobs"]["linux"]["steps"][-2].update(run="x packaging/build.py plan9"),
        ),
        (
            "is no group",
            lambda flow: flow["jobs"]["draft"]["steps"][-2].update(run="uv run --group x python"),
        ),
        (
            "nothing that is known",
            lambda flow: flow["jobs"]["draft"]["steps"][-2].update(run="uv run pytset"),
        ),
        ("is not pinned", lambda flow: flow["jobs"]["draft"]["steps"][0].update(uses="actions/checkout@v7")),
        ("may hang", lambda flow: flow["jobs"]["draft"].pop("timeout-minutes")),
        ("more than reading", lambda flow: flow.pop("permissions")),
        ("which is no file", lambda flow: flow["jobs"]["test"].update(uses="./.github/workflows/tests.yml")),
    ],
)
def test_what_is_wrong_would_be_found(what, change):
    workflow = copy.deepcopy(read("release.yml"))
    change(workflow)
    assert any(what in problem for problem in problems_of(workflow))


def test_the_tests_run_on_every_system_and_python_that_the_project_supports():
    matrix = read("test.yml")["jobs"]["test"]["strategy"]["matrix"]
    supported = SpecifierSet(PROJECT["project"]["requires-python"])
    assert matrix["python"] == [f"3.{minor}" for minor in range(8, 30) if f"3.{minor}" in supported]
    assert [system.partition("-")[0] for system in matrix["system"]] == list(SYSTEMS)
    assert "exclude" not in matrix


def test_the_tests_are_run_as_the_readme_says():
    runs = [step.get("run", "") for step in read("test.yml")["jobs"]["test"]["steps"]]
    assert "pip install uv" in runs
    assert "uv run pytest" in runs
    assert "pip install uv && uv run pytest" in README
    libraries = re.search(r"`apt install (.+?)`", README, re.DOTALL)[1].split()
    assert any(set(libraries) <= set(run.split()) for run in runs)


def test_a_release_is_built_and_tried_on_each_system():
    jobs = read("release.yml")["jobs"]
    for target in ("linux", "windows", "macos"):
        (built,) = [step["run"] for step in jobs[target]["steps"] if "build.py" in step.get("run", "")]
        assert f"packaging/build.py {target} --smoke" in built
        (kept,) = [
            step["with"] for step in jobs[target]["steps"] if "upload-artifact" in step.get("uses", "")
        ]
        assert kept["path"] == "dist/MatrixDeck-*"
        assert kept["if-no-files-found"] == "error"
        assert target in jobs["draft"]["needs"]
    assert jobs["macos"]["strategy"]["matrix"]["system"] == ["macos-15", "macos-15-intel"]
    assert "test" in jobs["draft"]["needs"]


def test_only_the_draft_may_write_and_it_is_a_draft():
    release = read("release.yml")
    writing = {name: job["permissions"] for name, job in release["jobs"].items() if "permissions" in job}
    assert writing == {"draft": {"contents": "write"}}
    assert release["on"] == {"push": {"tags": ["v*"]}}
    *_, last = release["jobs"]["draft"]["steps"]
    assert "--draft" in last["run"]
    assert "--verify-tag" in last["run"]


def test_nothing_is_built_for_a_tag_that_is_not_the_version():
    jobs = read("release.yml")["jobs"]
    (check,) = [step["run"] for step in jobs["version"]["steps"] if "run" in step]
    assert "$GITHUB_REF_NAME" in check
    assert "gui.__version__" in check
    assert all(jobs[name]["needs"] == "version" for name in ("test", "linux", "windows", "macos"))


@pytest.mark.parametrize("name", NAMES)
def test_what_the_build_is_told_is_what_it_listens_to(name):
    told = set(re.findall(r"\bMATRIXDECK_\w+", (FOLDER / name).read_text(encoding="utf-8")))
    sources = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "packaging").rglob("*.py"))
    assert told <= set(re.findall(r"\bMATRIXDECK_\w+", sources))


@pytest.mark.parametrize("name", NAMES)
def test_secrets_reach_only_the_steps_that_need_them(name):
    workflow = read(name)
    outside = [workflow.get("env", {}), *(job.get("env", {}) for job in workflow["jobs"].values())]
    assert "secrets." not in str(outside)
    runs = [step.get("run", "") for step in steps(workflow)]
    assert not any("${{" in run for run in runs), "an expression in a command line is an injection"
