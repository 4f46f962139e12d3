"""Filled forms under names of the operator's own, by script, in one JSON file. Never a secret in it."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from gui.settings import damaged_name, write_json

FORMAT = "matrixdeck presets"
VERSION = 1

Config = dict[str, Any]


class NameTaken(ValueError):
    """There is a preset of this name, or the name is empty."""


class NotPresets(ValueError):
    """A text is no export of presets."""


class PresetBook:
    """Presets by script and name, read when first needed. Without a path nothing is written."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._read = path is None
        self._known: dict[str, dict[str, Config]] = {}
        self.problem = ""
        """A sentence on what was wrong with the file or with the last write; empty when nothing was."""
        self._unsaved = False

    def names(self, script: str) -> tuple[str, ...]:
        """Return the names of a script's presets, in the order of the alphabet."""
        return tuple(sorted(self._presets.get(script, {}), key=str.casefold))

    def get(self, script: str, name: str) -> Config:
        """Return the config of a preset, marks in place of secrets. Raises KeyError."""
        return self._presets[script][name]

    def save(self, script: str, name: str, config: Mapping[str, Any]) -> None:
        """Write a preset, also over an older one of that name. Raises NameTaken for an empty name."""
        self._presets.setdefault(script, {})[_clean(name)] = _without_secrets(script, config)
        self._save()

    def rename(self, script: str, old: str, new: str) -> None:
        """Give a preset another name. Raises KeyError and NameTaken."""
        new = _clean(new)
        presets = self._presets[script]
        if new != old and self.has(script, new) and new.casefold() != old.casefold():
            raise NameTaken(new)
        presets[new] = presets.pop(old)
        self._save()

    def duplicate(self, script: str, name: str) -> str:
        """Copy a preset and return the copy's name. Raises KeyError."""
        config = self._presets[script][name]
        copy = self._free_name(script, name)
        self._presets[script][copy] = json.loads(json.dumps(config))
        self._save()
        return copy

    def delete(self, script: str, name: str) -> None:
        """Drop a preset. Raises KeyError."""
        del self._presets[script][name]
        self._save()

    def has(self, script: str, name: str) -> bool:
        """Whether a name is taken; big and small letters are the same."""
        taken = {other.casefold() for other in self._presets.get(script, {})}
        return name.strip().casefold() in taken

    def export_json(self, script: str, names: Sequence[str]) -> str:
        """Return presets of a script as text that :meth:`import_json` reads. Raises KeyError."""
        rows = [_row(script, name, self._presets[script][name]) for name in names]
        return json.dumps(_document(rows), ensure_ascii=False, indent=1)

    def import_json(self, text: str) -> list[tuple[str, str]]:
        """Take what was exported; return script and name of each. A name that is taken gets a number.

        Raises NotPresets, and then nothing was taken.
        """
        rows = _rows(text)
        taken = []
        for script, name, config in rows:
            free = name if not self.has(script, name) else self._free_name(script, name)
            self._presets.setdefault(script, {})[free] = _without_secrets(script, config)
            taken.append((script, free))
        self._save()
        return taken

    def close(self) -> None:
        """Write what a full disk did not take; there may be room by now."""
        if self._unsaved:
            self._save()

    @property
    def _presets(self) -> dict[str, dict[str, Config]]:
        if not self._read:
            self._read = True
            self._load()
        return self._known

    def _load(self) -> None:
        path = self._path
        if path is None or not path.exists():
            return
        try:
            for script, name, config in _rows(path.read_text(encoding="utf-8")):
                self._known.setdefault(script, {})[name] = config
        except (OSError, ValueError) as error:
            self.problem = f"The presets could not be read ({error})."
            aside = damaged_name(path)
            try:
                path.replace(aside)
                self.problem += f" The old file is kept as {aside.name}."
            except OSError as move:
                self._path = None  # never overwrite what could not be read
                self.problem += f" The file could not be kept aside ({move}): presets are not saved."

    def _save(self) -> None:
        if self._path is None:
            return
        rows = [
            _row(script, name, config)
            for script, presets in self._known.items()
            for name, config in presets.items()
        ]
        try:
            write_json(_document(rows), self._path)
            self.problem, self._unsaved = "", False
        except (OSError, ValueError) as error:  # half a character, too, cannot be written
            self.problem, self._unsaved = f"The presets could not be saved ({error}).", True

    def _free_name(self, script: str, name: str) -> str:
        number = 2
        while self.has(script, f"{name} {number}"):
            number += 1
        return f"{name} {number}"


def _clean(name: str) -> str:
    name = " ".join(name.split())
    if not name:
        raise NameTaken(name)
    return name


def _without_secrets(script: str, config: Mapping[str, Any]) -> Config:
    from gui.scripts.secrets import take_out  # noqa: PLC0415 - the models are not needed before a form is

    return take_out(script, config)[0]


def _row(script: str, name: str, config: Config) -> dict[str, Any]:
    return {"script": script, "name": name, "config": config}


def _document(rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {"format": FORMAT, "version": VERSION, "presets": rows}


def _rows(text: str) -> list[tuple[str, str, Config]]:
    """Read an export. Raises NotPresets."""
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NotPresets(str(error)) from None
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise NotPresets(FORMAT)
    rows = document.get("presets")
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise NotPresets("presets")
    found = [(row.get("script"), row.get("name"), row.get("config")) for row in rows]
    for script, name, config in found:
        texts = isinstance(script, str) and isinstance(name, str) and name.strip()
        if not texts or not isinstance(config, dict):
            raise NotPresets(str(name))
    return [(str(script), _clean(str(name)), config) for script, name, config in found]
