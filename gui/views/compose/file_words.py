"""The files of a post in words: name, size and kind, and what is odd about them."""

import re
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QLocale

from gui.state.file_facts import IMAGES, TAKEN, VIDEOS, FileFact, FileKind
from gui.views.compose.naming import short_list

translate = QCoreApplication.translate
_MOST_NAMED = 4


def file_name(path: str) -> str:
    """Return the last part of a path of any system."""
    return re.split(r"[\\/]", path.rstrip("\\/"))[-1] or path


def folder_of(path: str) -> str:
    """Return everything before the last part of a path."""
    return path.rstrip("\\/").removesuffix(file_name(path))


def is_odd(fact: FileFact | None) -> bool:
    """Whether a file is probably not what TikMatrix can post."""
    return fact is not None and fact.kind not in TAKEN


def fact_words(fact: FileFact) -> str:
    """Return ``18.4 MB · MP4``, or what is odd about a file."""
    plain = {
        FileKind.MISSING: translate("Files", "missing"),
        FileKind.NO_RIGHTS: translate("Files", "may not be read"),
        FileKind.EMPTY: translate("Files", "empty"),
        FileKind.FOLDER: translate("Files", "a folder"),
    }
    if fact.kind in plain:
        return plain[fact.kind]
    size = QLocale().formattedDataSize(fact.size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
    if fact.kind in TAKEN:
        return f"{size} · {fact.kind.value}"
    if fact.kind is FileKind.OTHER:
        return translate("Files", "{size} · not MP4, JPG or PNG").format(size=size)
    return translate("Files", "{size} · {kind}, not MP4, JPG or PNG").format(size=size, kind=fact.kind.value)


def file_warnings(paths: Sequence[str], facts: Mapping[str, FileFact]) -> tuple[str, ...]:
    """Say what is odd about the files, in whole sentences."""
    odd: dict[FileKind, list[str]] = {}
    for path in dict.fromkeys(paths):
        fact = facts.get(path)
        if fact is not None and is_odd(fact):
            plain = {FileKind.MISSING, FileKind.NO_RIGHTS, FileKind.EMPTY, FileKind.FOLDER}
            kind = fact.kind if fact.kind in plain else FileKind.OTHER
            odd.setdefault(kind, []).append(file_name(path))
    templates = {
        FileKind.MISSING: translate("Files", "Missing: {names}."),
        FileKind.NO_RIGHTS: translate("Files", "May not be read: {names}."),
        FileKind.EMPTY: translate("Files", "Empty: {names}."),
        FileKind.FOLDER: translate("Files", "Folders, not files: {names}."),
        FileKind.OTHER: translate("Files", "Not MP4, JPG or PNG: {names}."),
    }
    return tuple(
        template.replace("{names}", short_list(odd[kind], _MOST_NAMED))
        for kind, template in templates.items()
        if kind in odd
    )


def kind_warning(paths: Sequence[str], facts: Mapping[str, FileFact], *, images: bool) -> str:
    """Say which files are videos where images are to be posted, or the other way round; empty for none."""
    others = VIDEOS if images else IMAGES
    names = [file_name(path) for path in dict.fromkeys(paths) if path in facts and facts[path].kind in others]
    if not names:
        return ""
    if images:
        template = translate("Files", "Images are to be posted, but these are videos: {names}.")
    else:
        template = translate("Files", "A video is to be posted, but these are images: {names}.")
    return template.replace("{names}", short_list(names, _MOST_NAMED))
