"""Forms as they were left, by script, in one JSON file that survives a crash. Never a secret in it."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from gui.settings import damaged_name, write_json

VERSION = 1


class DraftBook:
    """Drafts by script, read when first needed. Without a path nothing is written."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._known: dict[str, dict[str, Any]] | None = None if path else {}
        self.problem = ""
        """A sentence on what was wrong with the file or with the last write; empty when nothing was."""
        self._unsaved = False

    def save(self, script: str, draft: Mapping[str, Any]) -> None:
        """Write a draft at once."""
        from gui.scripts.secrets import take_out  # noqa: PLC0415 - the models are not needed before a form is

        self._drafts[script] = take_out(script, draft)[0]
        self._save()

    def load(self, script: str) -> dict[str, Any]:
        """Return a draft, marks in place of secrets; empty where there is none."""
        return self._drafts.get(script, {})

    def forget(self, *scripts: str) -> None:
        """Drop drafts."""
        if any([self._drafts.pop(script, None) is not None for script in scripts]):  # noqa: C419 - all of them
            self._save()

    def close(self) -> None:
        """Write what a full disk did not take; there may be room by now."""
        if self._unsaved:
            self._save()

    @property
    def _drafts(self) -> dict[str, dict[str, Any]]:
        if self._known is None:
            self._known = {}
            self._load()
        return self._known

    def _load(self) -> None:
        path = self._path
        if path is None or not path.exists():
            return
        try:
            raw = json.loads(path.read_text(encoding="utf-8"))
            drafts = raw["drafts"]
            self._known = {str(script): dict(draft) for script, draft in drafts.items()}
        except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
            self.problem = f"The drafts could not be read ({error})."
            try:
                path.replace(damaged_name(path))
            except OSError:
                self._path = None  # never overwrite what could not be read

    def _save(self) -> None:
        if self._path is None:
            return
        try:
            # Without indentation: a pasted list may be megabytes long.
            write_json({"version": VERSION, "drafts": self._drafts}, self._path, indent=None)
            self.problem, self._unsaved = "", False
        except (OSError, ValueError) as error:  # half a character, too, cannot be written
            self.problem, self._unsaved = f"The drafts could not be saved ({error}).", True
