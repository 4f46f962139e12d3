"""Secrets in the system's own key store; where there is none, in memory until the program ends."""

import logging
import threading
from functools import cached_property
from typing import Any, Protocol

logger = logging.getLogger(__name__)

SERVICE = "MatrixDeck"
_TRUSTED = (
    "keyring.backends.SecretService",
    "keyring.backends.libsecret",
    "keyring.backends.kwallet",
    "keyring.backends.macOS",
    "keyring.backends.Windows",
)
"""Stores that encrypt. A plug-in that writes plain files (keyrings.alt) is not among them."""


class Backend(Protocol):
    """What is needed of a key store."""

    def get_password(self, service: str, username: str) -> str | None:
        """Return a secret."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep a secret."""

    def delete_password(self, service: str, username: str) -> None:
        """Drop a secret."""


class KeyRing:
    """Secrets by name. A method may take as long as a system's question to the user: call it in a thread."""

    def __init__(self, backend: Backend | None = None) -> None:
        """``backend``: the store to use; None finds the system's own when it is first needed."""
        self._given = backend
        self._memory: dict[str, str] = {}
        self._broken = ""
        self._lock = threading.RLock()

    @property
    def available(self) -> bool:
        """Whether secrets outlive the program."""
        return not self.why_not

    @property
    def why_not(self) -> str:
        """Why secrets are kept in memory only; empty where a key store keeps them."""
        with self._lock:
            return self._broken or self._found[1]

    def save(self, name: str, secret: str) -> bool:
        """Keep a secret; return whether the key store has it."""
        with self._lock:
            self._memory[name] = secret
            if not self.available:
                return False
            try:
                if self._backend.get_password(SERVICE, name) != secret:
                    self._backend.set_password(SERVICE, name, secret)
            except Exception as error:  # noqa: BLE001 - each store has failures of its own
                self._fail(error)
                return False
            return True

    def load(self, name: str) -> str:
        """Return a secret; empty where it is not known."""
        with self._lock:
            known = self._memory.get(name, "")
            if known or not self.available:
                return known
            try:
                known = self._backend.get_password(SERVICE, name) or ""
            except Exception as error:  # noqa: BLE001 - each store has failures of its own
                self._fail(error)
                return ""
            if known:
                self._memory[name] = known
            return known

    def forget(self, name: str) -> None:
        """Drop a secret."""
        with self._lock:
            self._memory.pop(name, None)
            if not self.available:
                return
            try:
                if self._backend.get_password(SERVICE, name) is not None:
                    self._backend.delete_password(SERVICE, name)
            except Exception as error:  # noqa: BLE001 - each store has failures of its own
                self._fail(error)

    @property
    def _backend(self) -> Backend:
        backend = self._found[0]
        assert backend is not None  # noqa: S101 - asked for only where there is one
        return backend

    @cached_property
    def _found(self) -> tuple[Backend | None, str]:
        """The store, and why there is none."""
        if self._given is not None:
            return self._given, ""
        try:
            import keyring  # noqa: PLC0415 - it searches the disk for plug-ins: not at a start

            return _trusted(keyring.get_keyring())
        except Exception as error:  # noqa: BLE001 - plug-ins of others, with failures of their own
            return None, f"{type(error).__name__}: {error}"

    def _fail(self, error: Exception) -> None:
        # The type only: a store's message may hold what it was given.
        self._broken = type(error).__name__
        logger.warning("the key store failed (%s); keys are kept until the panel closes", self._broken)


def _trusted(found: Any) -> tuple[Backend | None, str]:  # noqa: ANN401 - a plug-in's own class
    """Return the first store that encrypts, of one store or of a chain of them."""
    for backend in getattr(found, "backends", None) or (found,):
        if type(backend).__module__.startswith(_TRUSTED):
            return backend, ""
    return None, f"{type(found).__module__}.{type(found).__qualname__}"
