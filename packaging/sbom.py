"""Writes the bill of materials of a built program, in CycloneDX's JSON.

cyclonedx-py describes the Python packages of the environment. Of them the bill keeps those that are in the
program, and adds what else is in it: both are told by the list of licences, see ``notices``.
"""

import json
import subprocess
import sys
import sysconfig
import tempfile
import venv
from pathlib import Path
from typing import Any
from urllib.parse import quote

import environment
from freeze import ROOT, version
from report import Report

from gui import licences
from gui.licences import canonical

SPECIFICATION = "1.6"
DESCRIBE_S = 120
TELLING = ("website", "vcs")
"""The addresses that stay in the bill: a package's own, not those of the index that it came from."""

CHECK = """
import sys
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
problem = JsonStrictValidator(SchemaVersion.from_version(sys.argv[1])).validate_str(sys.stdin.read())
sys.exit(str(problem.data) if problem else 0)
"""

Bill = dict[str, Any]


def write(program: Path, site_packages: Path, target: Path, report: Report) -> None:
    """Write ``target`` and report whether it is valid and tells nothing of this machine.

    ``program``: PyInstaller's folder or the ``.app``, with its list of licences. ``site_packages``: of the
    environment that it was frozen from, for whichever system that is.
    """
    tool = environment.make(ROOT / "build" / "sbom", environment.FOLDER / "constraints-sbom.txt")
    index = program / "Contents" / "Resources" if program.suffix == ".app" else program
    contained = licences.read_index(index / licences.FOLDER / licences.INDEX)
    bill = of_program(_describe(tool, site_packages), contained)
    text = json.dumps(bill, indent=1, ensure_ascii=False) + "\n"
    target.parent.mkdir(exist_ok=True)
    target.write_text(text, encoding="utf-8")
    check = [str(tool), "-c", CHECK, SPECIFICATION]
    done = subprocess.run(check, input=text, capture_output=True, text=True, encoding="utf-8", check=False)
    report.check(f"{target.name} is valid", done.returncode == 0, done.stderr[-800:])
    places = [str(place) for place in (ROOT, Path.home(), site_packages, "file:") if str(place) in text]
    report.check(f"{target.name} tells nothing of this machine", not places, ", ".join(places))


def _describe(tool: Path, site_packages: Path) -> Bill:
    """Return what cyclonedx-py says of all packages in a folder, which may be another system's."""
    with tempfile.TemporaryDirectory() as name:
        # It asks a Python where its packages are: one that knows of these alone.
        venv.create(name, symlinks=sys.platform != "win32")  # there links need rights
        paths = {"base": name, "platbase": name}
        (Path(sysconfig.get_path("purelib", "venv", paths)) / "theirs.pth").write_text(
            f"{site_packages}\n", encoding="utf-8"
        )
        command = [
            str(tool),
            "-m",
            "cyclonedx_py",
            "environment",
            "--pyproject",
            str(ROOT / "pyproject.toml"),
        ]
        command += ["--spec-version", SPECIFICATION, "--short-PURLs", "--output-reproducible", name]
        done = subprocess.run(
            command, capture_output=True, text=True, encoding="utf-8", check=False, timeout=DESCRIBE_S
        )
    if done.returncode:
        raise SystemExit(f"cyclonedx-py failed: {done.stderr[-2000:]}")
    described: Bill = json.loads(done.stdout)
    return described


def of_program(described: Bill, contained: list[licences.Component]) -> Bill:
    """Return the bill with those packages that the program contains, and the rest of what is in it."""
    program, *parts = contained
    names = {canonical(part.name) for part in parts}
    packages = [each for each in described["components"] if canonical(each["name"]) in names]
    known = {canonical(each["name"]) for each in packages}
    others = [_other(part) for part in parts if canonical(part.name) not in known]
    metadata = described["metadata"]
    root = {**metadata["component"], "name": program.name, "version": version()}
    tools = [_without_addresses(each) for each in metadata["tools"]["components"]]
    components = [*(_without_addresses(each) for each in packages), *others]
    kept = {root["bom-ref"], *(each["bom-ref"] for each in components)}
    dependencies = [
        {**each, "dependsOn": [ref for ref in each.get("dependsOn", ()) if ref in kept]}
        for each in described["dependencies"]
        if each["ref"] in kept
    ]
    for each in dependencies:
        if each["ref"] == root["bom-ref"]:
            each["dependsOn"] += [other["bom-ref"] for other in others]
    return {
        **described,
        "metadata": {**metadata, "component": root, "tools": {"components": tools}},
        "components": components,
        "dependencies": dependencies,
    }


def _without_addresses(component: Bill) -> Bill:
    told = [each for each in component.get("externalReferences", ()) if each["type"] in TELLING]
    return {**component, "externalReferences": told}


def _other(part: licences.Component) -> Bill:
    """Describe what is no Python package."""
    name = quote(canonical(part.name).replace(" ", "-"))
    told = {"version": part.version, "purl": f"pkg:generic/{name}@{part.version}"} if part.version else {}
    return {
        "type": "library",
        "bom-ref": f"{name}=={part.version}" if part.version else name,
        "name": part.name,
        **told,
        "licenses": [{"license": {"name": part.licence}}],
    }
