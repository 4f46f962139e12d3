"""The bill of materials and the sums, as far as that needs no network; a build checks its own."""

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import checksums
import sbom

from gui import __version__
from gui.licences import Component

ROOT = Path(__file__).parent.parent.parent


def package(name, version, **told):
    return {"bom-ref": f"{name}=={version}", "name": name, "type": "library", "version": version, **told}


DESCRIBED = {
    "bomFormat": "CycloneDX",
    "specVersion": "1.6",
    "metadata": {
        "component": {"bom-ref": "root-component", "name": "matrixdeck", "type": "application"},
        "tools": {"components": [package("cyclonedx-bom", "7", externalReferences=[])]},
    },
    "components": [
        package(
            "PySide6_Essentials",
            "6.12.0",
            externalReferences=[
                {"type": "website", "url": "https://pyside.org"},
                {"type": "distribution", "url": "https://index.invalid/pyside6"},
            ],
        ),
        package("httpx", "0.28.1"),
        package("pyinstaller", "6.22.3"),
    ],
    "dependencies": [
        {"ref": "root-component", "dependsOn": ["PySide6_Essentials==6.12.0", "httpx==0.28.1"]},
        {"ref": "httpx==0.28.1", "dependsOn": ["pyinstaller==6.22.3"]},
        {"ref": "PySide6_Essentials==6.12.0"},
        {"ref": "pyinstaller==6.22.3"},
    ],
}
CONTAINED = [
    Component("MatrixDeck", "0.1.0", "MIT", ()),
    Component("pyside6-essentials", "6.12.0", "LGPL-3.0-only", ()),
    Component("httpx", "0.28.1", "BSD-3-Clause", ()),
    Component("Material Design Icons", "6.9.96", "Apache-2.0", ()),
    Component("zlib", "", "Zlib", ()),
]


def bill():
    return sbom.of_program(json.loads(json.dumps(DESCRIBED)), CONTAINED)


def test_the_bill_names_what_is_in_the_program_and_nothing_else():
    names = [each["name"] for each in bill()["components"]]
    assert names == ["PySide6_Essentials", "httpx", "Material Design Icons", "zlib"]
    program = bill()["metadata"]["component"]
    assert (program["name"], program["version"]) == ("MatrixDeck", __version__)


def test_what_is_no_python_package_has_an_address_of_its_own():
    icons, zlib = bill()["components"][-2:]
    assert icons["purl"] == "pkg:generic/material-design-icons@6.9.96"
    assert "purl" not in zlib
    assert "version" not in zlib
    assert zlib["licenses"] == [{"license": {"name": "Zlib"}}]


def test_the_bill_does_not_say_where_packages_came_from():
    assert "index.invalid" not in json.dumps(bill())
    assert bill()["components"][0]["externalReferences"] == [{"type": "website", "url": "https://pyside.org"}]


def test_every_dependency_is_named_in_the_bill():
    made = bill()
    refs = {each["bom-ref"] for each in (made["metadata"]["component"], *made["components"])}
    tree = {each["ref"]: set(each["dependsOn"]) for each in made["dependencies"]}
    assert set(tree) <= refs
    assert set().union(*tree.values()) == refs - {"root-component"}
    assert tree["httpx==0.28.1"] == set()


def test_sums_are_those_of_this_version_as_sha256sum_reads_them(tmp_path):
    names = [f"MatrixDeck-{__version__}-linux-x86_64.deb", f"MatrixDeck-{__version__}-linux-x86_64.cdx.json"]
    for name in (*names, "MatrixDeck-0.0.0-linux-x86_64.deb"):
        (tmp_path / name).write_bytes(name.encode())
    written = [f"{hashlib.sha256(name.encode()).hexdigest()}  {name}\n" for name in sorted(names)]
    command = [sys.executable, str(ROOT / "packaging" / "checksums.py"), str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == (tmp_path / checksums.NAME).read_text(encoding="utf-8") == "".join(written)
