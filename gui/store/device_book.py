"""What the operator wrote about the phones: nickname, group and note by serial, in one JSON file."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from gui.settings import damaged_name, write_json


@dataclass(frozen=True, slots=True)
class DeviceEntry:
    """The operator's own words about one phone."""

    nickname: str = ""
    group: str = ""
    note: str = ""


class DeviceBook:
    """Entries by serial. Without a path nothing is written."""

    def __init__(self, path: Path | None = None) -> None:
        """Read the file where there is one; a damaged one is kept aside, see ``problem``."""
        self._path = path
        self.entries: dict[str, DeviceEntry] = {}
        self.problem = ""
        """A sentence on what was wrong with the file or with the last write; empty when nothing was."""
        self._unsaved = False
        if path is not None and path.exists():
            self._read(path)

    def write(self, serial: str, entry: DeviceEntry) -> None:
        """Remember an entry."""
        self.entries[serial] = entry
        self._save()

    def add(self, serials: list[str]) -> None:
        """Remember serials that the operator typed or imported."""
        for serial in serials:
            self.entries.setdefault(serial, DeviceEntry())
        self._save()

    def forget(self, serial: str) -> None:
        """Drop an entry."""
        if self.entries.pop(serial, None) is not None:
            self._save()

    def close(self) -> None:
        """Write what a full disk did not take; there may be room by now."""
        if self._unsaved:
            self._save()

    def _read(self, path: Path) -> None:
        try:
            raw = json.loads(path.read_text(encoding="utf-8"))
            for serial, entry in raw.items():
                texts = {name: str(entry.get(name, "")) for name in DeviceEntry.__slots__}
                self.entries[str(serial)] = DeviceEntry(**texts)
        except (OSError, ValueError, AttributeError) as error:
            self.problem = f"The device names could not be read ({error})."
            aside = damaged_name(path)
            try:
                path.replace(aside)
                self.problem += f" The old file is kept as {aside.name}."
            except OSError as move:
                self._path = None  # never overwrite what could not be read
                self.problem += f" The file could not be kept aside ({move}): names are not saved."

    def _save(self) -> None:
        if self._path is None:
            return
        try:
            write_json({serial: asdict(entry) for serial, entry in self.entries.items()}, self._path)
            self.problem, self._unsaved = "", False
        except OSError as error:
            self.problem, self._unsaved = f"The device names could not be saved ({error}).", True
