"""Writes which parts of others a built program contains, and their licences.

Judged by what is really in it: the modules in its archive and the files in its folder.
"""

import json
import re
from collections.abc import Collection
from fnmatch import fnmatch
from importlib import metadata
from pathlib import Path

from gui import licences, paths
from gui.licences import Component, Known, canonical

NOTICES = "THIRD-PARTY-NOTICES.txt"
_LIBRARY = re.compile(r"\.(so(\.[\d.]+)?|dylib|dll|pyd)$", re.IGNORECASE)
_PLACES = ("_internal", "Contents/Frameworks", "Contents/Resources")
_HEAD = f"""What MatrixDeck contains of others

MatrixDeck is under the MIT licence (see LICENSE). It is delivered together with the components below,
each under its own licence. The texts are in the folder "{licences.FOLDER}" beside this file.

It uses Qt and PySide6 under the GNU Lesser General Public License version 3. {licences.FOLDER}/Qt.txt says
where their source can be had and how to replace these libraries by your own.
"""


def write(program: Path, site_packages: Path, modules: Collection[str] | None = None) -> list[str]:
    """Write the notices and the licence texts into a built program; return what must not stay so.

    ``program`` is PyInstaller's folder or the ``.app``, ``site_packages`` those of the environment that was
    frozen. ``modules`` in the program; read from its archive unless given. Each sentence returned names a
    component without a text or a library of which nothing is known: a build fails on them.
    """
    target = program / "Contents" / "Resources" if program.suffix == ".app" else program
    files = _files(program)
    if modules is None:
        modules = _modules(program)
    parts, problems = _components(files, modules, site_packages)
    folder = target / licences.FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    listed, entries = [], []
    for part in parts:
        texts = _write_texts(part, folder)
        if not texts:
            problems.append(f"{part.name} {part.version}: no licence text")
        listed.append({"name": part.name, "version": part.version, "licence": part.licence, "texts": texts})
        entries.append(_entry(part, texts))
    index = json.dumps({"components": listed}, ensure_ascii=False, indent=1)
    (folder / licences.INDEX).write_text(index + "\n", encoding="utf-8")
    (target / NOTICES).write_text("\n".join((_HEAD, *entries)), encoding="utf-8")
    return problems


def _files(program: Path) -> set[str]:
    """Return the files of a built program as its parts know them: below the folder of what it imports."""
    places = [program / name for name in _PLACES if (program / name).is_dir()]
    return {
        path.relative_to(place).as_posix()
        for place in places or [program]
        for path in place.rglob("*")
        if path.is_file()
    }


def _modules(program: Path) -> set[str]:
    """Return the modules in the archives that are part of the program's executables. Raises SystemExit."""
    from PyInstaller.archive.readers import ArchiveReadError, CArchiveReader

    found: set[str] = set()
    for path in (*program.glob("*"), *program.glob("Contents/MacOS/*")):
        if not path.is_file():
            continue
        try:
            archive = CArchiveReader(str(path))
        except ArchiveReadError:
            continue  # a file that is no program
        for name, entry in archive.toc.items():
            if entry[-1] == "z":
                found |= set(archive.open_embedded_archive(name).toc)
    if not found:
        raise SystemExit(f"{program}: no archive of modules was found in it")
    return found


def _components(
    files: set[str], modules: Collection[str], site_packages: Path
) -> tuple[list[Component], list[str]]:
    """Return everything that is bundled, the program first, and libraries that nobody knows."""
    listed = {canonical(one.name): one for one in licences.known()}
    dists = {canonical(dist.name): dist for dist in metadata.distributions(path=[str(site_packages)])}
    owned: set[str] = set()
    bundled = {}
    for name, dist in dists.items():
        mine = {file.as_posix() for file in dist.files or ()}
        owned |= mine
        if name != canonical(licences.OWN) and _is_bundled(mine, files, modules):
            bundled[name] = dist
    parts = [licences.of_distribution(dist, listed) for dist in bundled.values()]
    for one in listed.values():
        if canonical(one.brought_by) in bundled:
            parts.append(one.component_of(bundled[canonical(one.brought_by)]))
        elif one.always or any(_belongs(name, one) for name in files):
            parts.append(one.component(_version(one, dists, files)))
    stray = [name for name in sorted(files) if _LIBRARY.search(name) and name not in owned]
    unknown = [name for name in stray if not any(_belongs(name, one) for one in listed.values())]
    parts.sort(key=lambda part: part.name.lower())
    return [licences.own(), *parts], [f"{name}: nothing is known of this library" for name in unknown]


def _is_bundled(mine: set[str], files: set[str], modules: Collection[str]) -> bool:
    return any(
        name in files or _module(name) in modules
        for name in mine
        if ".dist-info/" not in name and not name.startswith("../")
    )


def _module(path: str) -> str:
    """Return the name under which a file of a package is imported; empty for what is no source."""
    stem = re.sub(r"(/__init__)?\.py$", "", path)
    return "" if stem == path else stem.replace("/", ".")


def _belongs(path: str, one: Known) -> bool:
    name = path.rpartition("/")[2].lower()  # Windows does not care, and one DLL has several spellings there
    return any(fnmatch(name, pattern.lower()) for pattern in one.files)


def _version(one: Known, dists: dict[str, metadata.Distribution], files: set[str]) -> str:
    """Return a version where something tells it: PyInstaller's package, or the name of Python's folder."""
    if one.name.startswith("PyInstaller"):
        return dists["pyinstaller"].version if "pyinstaller" in dists else ""
    if one.name == "Python":
        found = (re.match(r"(?:lib)?python(3)\.?(\d\d)\b", name.rpartition("/")[2]) for name in files)
        return next((f"{match[1]}.{match[2]}" for match in found if match), "")
    return ""


def _write_texts(part: Component, folder: Path) -> list[str]:
    """Write a component's texts; return their names. Those that several share are written once."""
    names = []
    if part.words:
        names.append(f"{_plain(part.name)}.txt")
        (folder / names[0]).write_text(part.words + "\n", encoding="utf-8")
    if not part.texts:
        return []
    shared = paths.resource(licences.FOLDER)
    for path in part.texts:
        name = path.name if path.parent == shared else f"{_plain(part.name)}-{path.name}"
        while (folder / name).exists() and name in names:
            name = f"_{name}"  # two texts of one name in different folders of a package
        text = path.read_text(encoding="utf-8", errors="replace")
        (folder / name).write_text(text, encoding="utf-8")
        names.append(name)
    return names


def _plain(name: str) -> str:
    return re.sub(r"[^\w.]+", "-", name).strip("-")


def _entry(part: Component, texts: list[str]) -> str:
    """Return the lines on a component in the notices."""
    title = f"{part.name} {part.version}".rstrip()
    return "\n".join((title, f"    {part.licence}", *(f"    {licences.FOLDER}/{name}" for name in texts), ""))
