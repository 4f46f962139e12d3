"""What somebody who composes has at hand: presets, drafts, keys and ceilings."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from gui.settings import CEILINGS
from gui.state.drafting import Drafting
from gui.state.keys import Keys
from gui.state.text_files import TextFiles
from gui.store.drafts import DraftBook
from gui.store.key_ring import KeyRing
from gui.store.presets import NameTaken, NotPresets, PresetBook

__all__ = ["Desk", "NameTaken", "NotPresets"]


class Desk(QObject):
    """Of one host. Without paths nothing is written."""

    ceilings_changed = Signal(object)
    """The ceilings by script, to be remembered."""

    def __init__(
        self,
        *,
        presets: Path | None = None,
        drafts: Path | None = None,
        ring: KeyRing | None = None,
        ceilings: Mapping[str, int] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.presets = PresetBook(presets)
        self.drafts = Drafting(DraftBook(drafts), self)
        self.ceilings = dict(CEILINGS if ceilings is None else ceilings)
        """Most tasks a device and day, by script; 0, or no entry, for no ceiling."""
        self.keys = Keys(ring, self)
        self.files = TextFiles(self)

    def set_ceilings(self, ceilings: Mapping[str, int]) -> None:
        """Take other ceilings."""
        if dict(ceilings) != self.ceilings:
            self.ceilings = dict(ceilings)
            self.ceilings_changed.emit(self.ceilings)

    def raise_ceiling(self, script: str, most: int) -> None:
        """Let a device have more tasks of a script in a day: the operator has said so."""
        self.set_ceilings({**self.ceilings, script: most})

    def put_back(self, config: dict[str, Any]) -> dict[str, Any]:
        """Return a script_config with its keys in it. Raises MissingSecret. May be called in any thread."""
        from gui.scripts.secrets import put_back  # noqa: PLC0415 - not needed before something is sent

        return put_back(config, self._load)

    def _load(self, name: str) -> str:
        return self.keys.get(name) or self.keys.ring.load(name)

    def close(self) -> None:
        """Write what is still to be written."""
        self.presets.close()
        self.drafts.close()
        self.keys.close()
        self.files.close()
