"""The settings of a task that was made before, as far as a form can take them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from gui.scripts.registry import ScriptInfo
from gui.scripts.secrets import SECRET_KEYS, take_out
from gui.scripts.spec import fields_of, nested_model

_NOT_SETTINGS = frozenset({"username"})


@dataclass(frozen=True, slots=True)
class Settings:
    """What a form can take over, and what it cannot."""

    config: dict[str, Any] = field(default_factory=dict)
    """Marks stand in place of secrets."""
    unknown: tuple[str, ...] = ()
    """Names of arguments that the script's model does not know."""
    unfit: tuple[str, ...] = ()
    """Names of arguments whose value is not of the kind that the form takes."""
    secrets: tuple[str, ...] = ()
    """Names of secrets, which are never taken from a task."""
    unreadable: bool = False
    """The arguments are no JSON object."""


def settings_of(info: ScriptInfo, script_args: str) -> Settings:
    """Read the arguments of a task."""
    try:
        raw = json.loads(script_args) if script_args.strip() else {}
    except (ValueError, RecursionError):
        raw = None
    if not isinstance(raw, dict) or info.model is None:
        return Settings(unreadable=True)
    known = {spec.name: spec for spec in fields_of(info.model)}
    parents = {name for name, f in info.model.model_fields.items() if nested_model(f) is not None}
    config: dict[str, Any] = {}
    unknown, unfit, secrets = [], [], []
    for name, value in _flat(_spelled_anew(info, raw), parents):
        parent, _, child = name.rpartition(".")
        if child in SECRET_KEYS:
            secrets.append(name)
        elif name not in known:
            unknown.append(name)
        elif (fitting := _fitted(value, known[name].default, is_list=known[name].is_list)) is None:
            unfit.append(name)
        else:
            (config.setdefault(parent, {}) if parent else config)[child] = fitting
    return Settings(config, tuple(unknown), tuple(unfit), tuple(secrets))


def marked_secrets(info: ScriptInfo, settings: Settings) -> dict[str, Any]:
    """Return the config with the mark of each secret that the task had: the key ring may know it."""
    config: dict[str, Any] = json.loads(json.dumps(settings.config))
    for name in settings.secrets:
        parent, _, child = name.rpartition(".")
        (config.setdefault(parent, {}) if parent else config)[child] = "?"
    return take_out(info.name, config)[0]


def _spelled_anew(info: ScriptInfo, raw: Mapping[str, Any]) -> dict[str, Any]:
    """Put a list that came under its other spelling (``target_user``) where the form has it."""
    args = {key: value for key, value in raw.items() if key not in _NOT_SETTINGS and value is not None}
    other = info.fan_out.removesuffix("s")
    if info.fan_out and not args.get(info.fan_out) and isinstance(args.get(other), str):
        args[info.fan_out] = args[other]
    if info.fan_out:
        args.pop(other, None)
    return args


def _flat(args: Mapping[str, Any], parents: set[str]) -> list[tuple[str, Any]]:
    found: list[tuple[str, Any]] = []
    for key, value in args.items():
        if key in parents and isinstance(value, Mapping):
            found += [(f"{key}.{child}", inner) for child, inner in value.items() if inner is not None]
        else:
            found.append((key, value))
    return found


def _fitted(value: Any, default: object, *, is_list: bool) -> Any:  # noqa: ANN401 - any JSON value
    """Return the value as a field takes it, None where it is of another kind."""
    if is_list:
        if isinstance(value, str):
            return [part for part in value.replace(",", "\n").splitlines() if part.strip()]
        return [str(item) for item in value] if isinstance(value, list) else None
    if isinstance(default, bool):
        return bool(value) if isinstance(value, bool | int) else None
    if isinstance(default, int):
        return value if isinstance(value, int) and not isinstance(value, bool) else None
    if isinstance(default, float):
        return value if isinstance(value, int | float) and not isinstance(value, bool) else None
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else None
