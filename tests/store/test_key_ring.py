import sys
import types

import pytest

from gui.store.key_ring import SERVICE, KeyRing

CANARY = "sk-canary-5150"


class Shelf:
    """A key store in memory, as a system would keep one outside the program."""

    def __init__(self):
        self.kept = {}
        self.broken = False
        self.writes = 0

    def _try(self):
        if self.broken:
            raise RuntimeError(f"locked, {CANARY}")

    def get_password(self, service, username):
        self._try()
        return self.kept.get((service, username))

    def set_password(self, service, username, password):
        self._try()
        self.writes += 1
        self.kept[service, username] = password

    def delete_password(self, service, username):
        self._try()
        del self.kept[service, username]


def test_a_key_store_keeps_what_the_program_forgets():
    shelf = Shelf()
    ring = KeyRing(shelf)
    assert ring.available
    assert ring.save("account_warmup.key", CANARY)
    assert shelf.kept == {(SERVICE, "account_warmup.key"): CANARY}
    assert ring.save("account_warmup.key", CANARY)
    assert shelf.writes == 1
    other = KeyRing(shelf)
    assert other.load("account_warmup.key") == CANARY
    assert other.load("another") == ""
    other.forget("account_warmup.key")
    other.forget("account_warmup.key")
    assert shelf.kept == {}
    assert KeyRing(shelf).load("account_warmup.key") == ""


def test_a_broken_store_costs_nothing_and_tells_nothing(caplog):
    shelf = Shelf()
    shelf.broken = True
    ring = KeyRing(shelf)
    assert not ring.save("a", CANARY)
    assert not ring.available
    assert ring.why_not == "RuntimeError"
    assert ring.load("a") == CANARY
    ring.forget("a")
    assert ring.load("a") == ""
    assert CANARY not in caplog.text


@pytest.mark.parametrize(
    "module", ["keyring.backends.fail", "keyring.backends.null", "keyrings.alt.file", "somebody.plugin"]
)
def test_a_store_that_does_not_encrypt_is_not_used(monkeypatch, module):
    kind = type("Keyring", (Shelf,), {"__module__": module})
    store = kind()
    monkeypatch.setitem(sys.modules, "keyring", types.SimpleNamespace(get_keyring=lambda: store))
    ring = KeyRing()
    assert not ring.save("a", CANARY)
    assert store.kept == {}
    assert module in ring.why_not
    assert ring.load("a") == CANARY
    assert KeyRing().load("a") == ""


def test_the_first_store_of_a_chain_that_encrypts_is_used(monkeypatch):
    plain = type("Plain", (Shelf,), {"__module__": "keyrings.alt.file"})()
    system = type("Keyring", (Shelf,), {"__module__": "keyring.backends.SecretService"})()
    chain = types.SimpleNamespace(backends=[plain, system])
    monkeypatch.setitem(sys.modules, "keyring", types.SimpleNamespace(get_keyring=lambda: chain))
    ring = KeyRing()
    assert ring.save("a", CANARY)
    assert plain.kept == {}
    assert system.kept == {(SERVICE, "a"): CANARY}


def test_no_keyring_library_is_told(monkeypatch):
    def fail():
        raise OSError("no bus")

    monkeypatch.setitem(sys.modules, "keyring", types.SimpleNamespace(get_keyring=fail))
    ring = KeyRing()
    assert not ring.available
    assert "no bus" in ring.why_not
