"""Hiding secrets in what is shown, copied or logged."""

from collections.abc import Mapping
from typing import Any

from gui.scripts.base import ScriptModel
from gui.scripts.registry import REGISTRY
from gui.scripts.spec import nested_model

MASK = "••••••••"


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
