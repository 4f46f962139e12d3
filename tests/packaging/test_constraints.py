"""The pinned versions of a build: complete, in their ranges, hashed, and silent on where they came from."""

import re
import tomllib
from itertools import product
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
GROUPS = PROJECT["dependency-groups"]
WANTED = {
    "constraints.txt": [*PROJECT["project"]["dependencies"], *GROUPS["packaging"]],
    "constraints-sbom.txt": GROUPS["sbom"],
}
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
SYSTEMS = {"linux": "Linux", "win32": "Windows", "darwin": "Darwin"}
ENVIRONMENTS = [
    {
        "python_version": python,
        "python_full_version": f"{python}.4",
        "sys_platform": system,
        "platform_system": name,
        "platform_python_implementation": "CPython",
        "implementation_name": "cpython",
    }
    for python, (system, name) in product(PYTHONS, SYSTEMS.items())
]
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")


def text_of(name):
    return (ROOT / "packaging" / name).read_text(encoding="utf-8")


def pinned(name):
    """Return (requirement, hashes) of every entry; a line that is neither fails the test."""
    entries = []
    for line in text_of(name).replace("\\\n", " ").splitlines():
        words = HASH.findall(line)
        entries.append((Requirement(HASH.sub("", line).strip()), words))
    return entries


def applies(requirement, environment):
    return requirement.marker is None or requirement.marker.evaluate(environment)


@pytest.mark.parametrize("name", WANTED)
def test_every_dependency_has_one_version_within_its_range_on_every_system(name):
    entries = pinned(name)
    for wanted, environment in product(map(Requirement, WANTED[name]), ENVIRONMENTS):
        if not applies(wanted, environment):
            continue
        found = [
            next(iter(each.specifier)).version
            for each, _ in entries
            if canonicalize_name(each.name) == canonicalize_name(wanted.name) and applies(each, environment)
        ]
        assert len(found) == 1, f"{wanted} on {environment}: {found}"
        assert found[0] in wanted.specifier, f"{wanted}: {found[0]}"


@pytest.mark.parametrize("name", WANTED)
def test_everything_is_pinned_and_hashed(name):
    for requirement, hashes in pinned(name):
        assert [each.operator for each in requirement.specifier] == ["=="], requirement
        assert hashes, requirement


@pytest.mark.parametrize("name", WANTED)
def test_nothing_tells_where_it_was_resolved(name):
    text = text_of(name)
    assert "://" not in text
    assert "#" not in text
    assert not re.search(r"^\s*-(?!-hash=)", text, re.MULTILINE), "an option such as an index address"


def test_what_only_one_system_needs_is_pinned_for_it_alone():
    entries = pinned("constraints.txt")
    for package, system in (
        ("pefile", "win32"),
        ("pywin32-ctypes", "win32"),
        ("dmgbuild", "darwin"),
        ("macholib", "darwin"),
        ("secretstorage", "linux"),
    ):
        markers = [each for each, _ in entries if each.name == package]
        systems = {env["sys_platform"] for env in ENVIRONMENTS if any(applies(each, env) for each in markers)}
        assert systems == {system}, package
