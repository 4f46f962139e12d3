"""What the program is made of, under which licences, and their texts.

A built program carries the list that its build wrote; from the source, the installed packages tell.
Nothing is read before it is asked for.
"""

import json
import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from gui import __version__, paths

FOLDER, INDEX = "licences", "index.json"
OWN = "MatrixDeck"
_TEXT = re.compile(r"(licen[cs]e|copying|notice|copyright)[^/]*$", re.IGNORECASE)
_STANDARD = ("MIT", "Apache-2.0", "BSD-3-Clause", "Unicode-3.0", "MPL-2.0", "zlib")
"""Licences whose text is shipped under this name."""


@dataclass(frozen=True, slots=True)
class Component:
    """One part of the program that others made, or the program itself."""

    name: str
    version: str
    licence: str
    texts: tuple[Path, ...] = ()
    """Files with the licence and what belongs to it."""
    words: str = ""
    """What is to be said before the texts: whose it is, and what it contains in its turn."""

    def text(self) -> str:
        """Return everything to be read on it. A file that cannot be read is named in its place."""
        return "\n\n\n".join(filter(None, (self.words, *map(_read, self.texts))))


@dataclass(frozen=True, slots=True)
class Known:
    """What ``components.toml`` says of a component; the file explains the fields."""

    name: str
    licence: str
    texts: tuple[str, ...]
    brought_by: str
    files: tuple[str, ...]
    always: str
    version: str
    copyright: tuple[str, ...]
    notice: str

    def component(self, version: str) -> Component:
        """Return it in this version. Raises OSError."""
        texts = tuple(paths.resource(FOLDER, name) for name in self.texts)
        words = "\n".join(self.copyright)
        if self.notice:
            words = paths.resource(FOLDER, self.notice).read_text(encoding="utf-8").strip()
            series = ".".join(version.split(".")[:2])
            words = words.replace("{version}", version).replace("{series}", series)
        return Component(self.name, version, self.licence, texts, words)

    def component_of(self, dist: metadata.Distribution) -> Component:
        """Return it in the version that a package brings. Raises OSError."""
        if not self.version:
            return self.component(dist.version)
        found = re.search(self.version, "\n".join(str(file) for file in dist.files or ()))
        return self.component(found[1] if found else "")


def components() -> list[Component]:
    """Return all components, the program first, then by name. Raises OSError or ValueError without a list."""
    written = written_list()
    found = read_index(written) if written is not None else [own(), *of_environment()]
    return [*found[:1], *sorted(found[1:], key=lambda one: one.name.lower())]


def written_list() -> Path | None:
    """Return the list that the build put beside this program; None when it runs from its source."""
    if not getattr(sys, "frozen", False):
        return None
    program = Path(sys.executable).resolve().parent
    beside, in_bundle = program / FOLDER / INDEX, program.parent / "Resources" / FOLDER / INDEX
    return in_bundle if in_bundle.is_file() else beside


def read_index(path: Path) -> list[Component]:
    """Read the list of a build. Raises OSError or ValueError."""
    try:
        return [
            Component(
                one["name"], one["version"], one["licence"], tuple(path.parent / t for t in one["texts"])
            )
            for one in json.loads(path.read_text(encoding="utf-8"))["components"]
        ]
    except (KeyError, TypeError) as error:
        raise ValueError(f"{path.name} is not a list of licences ({error!r})") from None


def known() -> list[Known]:
    """Read what no package tells of itself. Raises OSError."""
    listed = tomllib.loads(paths.resource(FOLDER, "components.toml").read_text(encoding="utf-8"))
    return [
        Known(
            one["name"],
            one["licence"],
            tuple(one["texts"]),
            one.get("with", ""),
            tuple(one.get("files", ())),
            one.get("always", ""),
            one.get("version", ""),
            tuple(one.get("copyright", ())),
            one.get("notice", ""),
        )
        for one in listed["component"]
    ]


def own() -> Component:
    """Return the program itself."""
    beside = paths.resource().parent / "LICENSE"
    try:
        packed = metadata.distribution("matrixdeck").files or []
    except metadata.PackageNotFoundError:
        packed = []
    installed = [Path(str(file.locate())) for file in packed if file.name == "LICENSE"]
    texts = [path for path in (beside, *installed) if path.is_file()][:1]
    return Component(OWN, __version__, "MIT", tuple(texts))


def of_environment() -> list[Component]:
    """Return Python and the installed packages that the program stands on, with what they bring along."""
    listed = {canonical(one.name): one for one in known()}
    found = _needed("matrixdeck")
    parts = [of_distribution(dist, listed) for dist in found.values()]
    for one in listed.values():
        if one.always == "anywhere":
            parts.append(one.component(sys.version.split()[0]))
        elif canonical(one.brought_by) in found:
            parts.append(one.component_of(found[canonical(one.brought_by)]))
    return parts


def of_distribution(dist: metadata.Distribution, listed: dict[str, Known]) -> Component:
    """Return a Python package with its texts; without any when it carries none and is not listed.

    ``listed``: what :func:`known` gives, by canonical name.
    """
    about = dist.metadata  # read anew each time that it is asked for
    name, version = about["Name"], about["Version"]
    one = listed.get(canonical(name))
    if one is not None:
        return one.component(version)
    files = [file for file in dist.files or () if ".dist-info" in str(file)]
    texts = [Path(str(file.locate())) for file in files if _TEXT.search(str(file))]
    lists = [Path(str(file.locate())) for file in files if "/sboms/" in file.as_posix()]
    contents = [line for path in lists for line in _contents(path)]
    words = "\n".join(("Contains:", *contents)) if contents else ""
    texts += [paths.resource(FOLDER, f"{each}.txt") for each in _STANDARD if each in words]
    return Component(name, version, _licence(about), tuple(texts), words)


def canonical(name: str) -> str:
    """Return a package's name as PyPI compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _needed(root: str) -> dict[str, metadata.Distribution]:
    """Return the installed packages that a package needs, and those that these need, by canonical name."""
    found: dict[str, metadata.Distribution] = {}
    waiting, seen = [root], {canonical(root)}
    while waiting:
        name = waiting.pop()
        try:
            dist = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue  # not on this system, or not this Python
        if name != root:
            found[canonical(name)] = dist
        for line in dist.requires or ():
            match = re.match(r"[\w.-]+", line)
            if match and "extra ==" not in line and canonical(match[0]) not in seen:
                seen.add(canonical(match[0]))
                waiting.append(match[0])
    return found


def _licence(about: metadata.PackageMetadata) -> str:
    """Return a package's licence in a few words."""
    said = next(
        (line for name in ("License-Expression", "License") for line in about.get_all(name) or ()), ""
    )
    if said and "\n" not in said and len(said) < 80:
        return said
    classes = [line.rpartition(" :: ")[2] for line in about.get_all("Classifier") or () if "License" in line]
    return ", ".join(classes) or "see the text"


def _contents(path: Path) -> Iterator[str]:
    """Yield what a package's own parts list (CycloneDX) names, a line each."""
    try:
        parts = json.loads(path.read_text(encoding="utf-8")).get("components", [])
    except (OSError, ValueError, AttributeError):
        return
    for part in parts:
        licences = [
            one.get("expression") or one.get("license", {}).get("id", "") for one in part.get("licenses", ())
        ]
        yield f"  {part.get('name', '')} {part.get('version', '')} {', '.join(licences)}".rstrip()


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace").strip("\n")
    except OSError as error:
        return f"{path.name}: {error.strerror or error}"
