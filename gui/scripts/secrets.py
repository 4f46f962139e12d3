"""Hiding secrets in what is shown, copied or logged, and keeping them out of what is written."""

from collections.abc import Callable, Mapping
from typing import Any

from gui.scripts.base import ScriptModel
from gui.scripts.registry import REGISTRY
from gui.scripts.spec import nested_model

MASK = "••••••••"
MARK = "keyring"
"""The only key of the object that stands in place of a secret; its value is the secret's name."""


class MissingSecret(LookupError):
    """Nobody knows the secret of this name any more."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


def _secret_keys(model: type[ScriptModel]) -> set[str]:
    keys = {name for name in model.model_fields if model.meta(name).get("secret")}
    for info in model.model_fields.values():
        inner = nested_model(info)
        if inner is not None:
            keys |= _secret_keys(inner)
    return keys


SECRET_KEYS = frozenset[str]().union(*(_secret_keys(info.model) for info in REGISTRY.values() if info.model))
"""The wire keys whose value nobody may read, wherever they stand."""


def masked(value: Any) -> Any:  # noqa: ANN401 - any JSON value
    """Return a copy of a JSON value in which every secret is replaced by dots, at any depth."""
    if isinstance(value, Mapping):
        return {key: MASK if key in SECRET_KEYS and item else masked(item) for key, item in value.items()}
    if isinstance(value, list):
        return [masked(item) for item in value]
    return value


def take_out(script: str, config: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, str]]:
    """Return the config with a mark in place of each secret, and the secrets by name.

    A name is ``<script>.<path of the field>``. Marks that stand there already stay.
    """
    secrets: dict[str, str] = {}
    return _without(script, config, secrets), secrets


def put_back(config: Mapping[str, Any], load: Callable[[str], str]) -> dict[str, Any]:
    """Return the config with every mark replaced by its secret. Raises MissingSecret."""
    filled: dict[str, Any] = _with(config, load)
    return filled


def secret_names(value: Any) -> tuple[str, ...]:  # noqa: ANN401 - any JSON value
    """Return the names in the marks of a JSON value."""
    if isinstance(value, Mapping):
        name = _name_in(value)
        if name is not None:
            return (name,)
        return tuple(name for item in value.values() for name in secret_names(item))
    if isinstance(value, list):
        return tuple(
            name for item in value if isinstance(item, Mapping | list) for name in secret_names(item)
        )
    return ()


def without_marks(value: Any) -> Any:  # noqa: ANN401 - any JSON value
    """Return a copy of a JSON value with nothing where a mark stands: as a form shows it."""
    if isinstance(value, Mapping):
        return {key: without_marks(item) for key, item in value.items() if _name_in(item) is None}
    return value


def _without(path: str, value: Mapping[str, Any], secrets: dict[str, str]) -> dict[str, Any]:
    kept: dict[str, Any] = {}
    for key, item in value.items():
        name = f"{path}.{key}"
        if key in SECRET_KEYS and item and _name_in(item) is None:
            secrets[name] = str(item)
            kept[key] = {MARK: name}
        else:
            kept[key] = _inside(name, item, secrets)
    return kept


def _inside(path: str, value: Any, secrets: dict[str, str]) -> Any:  # noqa: ANN401 - any JSON value
    if isinstance(value, Mapping):
        return _without(path, value, secrets)
    if isinstance(value, list) and not _plain(value):
        return [_inside(f"{path}.{place}", item, secrets) for place, item in enumerate(value)]
    return value


def _with(value: Any, load: Callable[[str], str]) -> Any:  # noqa: ANN401 - any JSON value
    name = _name_in(value)
    if name is not None:
        secret = load(name)
        if not secret:
            raise MissingSecret(name)
        return secret
    if isinstance(value, Mapping):
        return {key: _with(item, load) for key, item in value.items()}
    if isinstance(value, list) and not _plain(value):
        return [_with(item, load) for item in value]
    return value


def _plain(items: list[Any]) -> bool:
    """Whether a list holds texts and numbers only: there may be hundreds of thousands, so it is quick."""
    return set(map(type, items)) <= {str, int, float, bool, type(None)}


def _name_in(value: object) -> str | None:
    if isinstance(value, Mapping) and len(value) == 1:
        name = value.get(MARK)
        return name if isinstance(name, str) else None
    return None
