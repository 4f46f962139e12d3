"""The keys that forms need: typed, kept by the system's key store, or forgotten when the panel closes."""

from enum import Enum, auto

from PySide6.QtCore import QObject, Signal

from gui.state.worker import Worker
from gui.store.key_ring import KeyRing

_PATIENCE_S = 2.0


class KeyPlace(Enum):
    """Where a key is."""

    NOWHERE = auto()
    """Nobody has typed it, or it was forgotten."""
    MEMORY = auto()
    """In this run of the panel only: there is no key store, or it failed."""
    STORE = auto()
    """In the system's key store."""


class Keys(QObject):
    """Reads and writes the key ring in a thread of its own: a key store may ask the user something."""

    changed = Signal(str)
    """Name of a key that has been read, written or forgotten."""

    def __init__(self, ring: KeyRing | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.ring = ring or KeyRing()
        self._known: dict[str, str] = {}
        self._places: dict[str, KeyPlace] = {}
        self._asked: set[str] = set()
        self._worker = Worker("keys")
        self._done.connect(self._take)

    _done = Signal(str, str, object)

    def get(self, name: str) -> str:
        """Return a key as far as it is known at the moment; empty otherwise."""
        return self._known.get(name, "")

    def all(self) -> tuple[str, ...]:
        """Return every key that is known at the moment."""
        return tuple(self._known.values())

    def place(self, name: str) -> KeyPlace:
        """Return where a key is, as far as that is known at the moment."""
        return self._places.get(name, KeyPlace.NOWHERE)

    def ask(self, name: str) -> None:
        """Look for a key, once; ``changed`` tells that it has been looked for."""
        if name not in self._asked:
            self._asked.add(name)
            self._worker.do(lambda: self._load(name))

    def put(self, name: str, secret: str) -> None:
        """Keep a key; ``changed`` tells that it is kept, and :meth:`place` where."""
        self._asked.add(name)
        if self._known.get(name) != secret:
            self._known[name] = secret
            self._worker.do(lambda: self._save(name, secret))

    def forget(self, name: str) -> None:
        """Drop a key everywhere."""
        self._known.pop(name, None)
        self._worker.do(lambda: self._drop(name))

    def close(self) -> None:
        """Finish what is being kept."""
        self._worker.close(_PATIENCE_S)

    def _load(self, name: str) -> None:
        secret = self.ring.load(name)
        self._tell(name, secret, self._where() if secret else KeyPlace.NOWHERE)

    def _save(self, name: str, secret: str) -> None:
        stored = self.ring.save(name, secret)
        self._tell(name, secret, KeyPlace.STORE if stored else KeyPlace.MEMORY)

    def _drop(self, name: str) -> None:
        self.ring.forget(name)
        self._tell(name, "", KeyPlace.NOWHERE)

    def _where(self) -> KeyPlace:
        return KeyPlace.STORE if self.ring.available else KeyPlace.MEMORY

    def _tell(self, name: str, secret: str, place: KeyPlace) -> None:
        """Hand a result over to the thread of the window, unless that has gone."""
        try:
            self._done.emit(name, secret, place)
        except RuntimeError:
            return

    def _take(self, name: str, secret: str, place: KeyPlace) -> None:
        if secret and self._known.setdefault(name, secret) != secret:
            return  # another was typed meanwhile; its own end comes later
        self._places[name] = place
        self.changed.emit(name)
