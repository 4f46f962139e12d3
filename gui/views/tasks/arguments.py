"""A task's arguments as a person reads them: titles where the script is known, secrets never."""

import json
import re
from collections.abc import Mapping
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

MASK: Final = "••••"
_SECRET = re.compile(
    r"(^|_)(api_?key|password|passwd|passcode|secret|token|cookies?|credentials?|authorization)$"
)
_SECRET_IN_TEXT = re.compile(
    r"(?i)((?:api_?key|password|passwd|passcode|secret|token|cookies?)[\"']?\s*[:=]\s*)(\"[^\"]*\"?|'[^']*'?|[^\s,;}]+)"
)
_KEY_SHAPE = re.compile(r"\bsk-[A-Za-z0-9_-]{8,}")
"""What an API key looks like wherever it stands."""
_LIST_SHOWN: Final = 12

Rows = list[tuple[str, str]]


def is_secret(key: str) -> bool:
    """Whether a key names something to be kept from view; ``max_tokens`` does not."""
    snake = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", key).replace("-", "_")
    return _SECRET.search(snake.casefold()) is not None


def masked(value: object) -> Any:  # noqa: ANN401 - any JSON
    """Return JSON with every secret in it hidden, also inside JSON that is wrapped in a text."""
    if isinstance(value, dict):
        return {key: MASK if inner and is_secret(key) else masked(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [masked(item) for item in value]
    if isinstance(value, str):
        inner = parsed(value)
        return hide_in_text(value) if inner is None else masked(inner)
    return value


def hide_in_text(text: str) -> str:
    """Hide what looks like a secret in text that is not JSON."""
    return _KEY_SHAPE.sub(MASK, _SECRET_IN_TEXT.sub(rf"\1{MASK}", text))


def parsed(text: str) -> dict[str, Any] | list[Any] | None:
    """Read JSON text; None where it is neither an object nor an array."""
    if text.lstrip()[:1] not in {"{", "["}:
        return None
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, (dict, list)) else None


def raw(text: str) -> str:
    """Return arguments as indented JSON without secrets; text that is no JSON nearly as it is."""
    value = parsed(text)
    return hide_in_text(text) if value is None else json.dumps(masked(value), ensure_ascii=False, indent=2)


def readable(script_name: str, text: str) -> Rows:
    """Return title and value of each argument, known ones first, in the order of their form."""
    args = parsed(text)
    if not isinstance(args, dict):
        return [("", hide_in_text(text))] if text and args is None else [("", _words(args))] if args else []
    # The account is among the task's own fields.
    left = {
        key: value for key, value in masked(args).items() if key != "username" and value not in (None, "", [])
    }
    rows = _known(script_name, left)
    return rows + [(key, _words(value)) for key, value in left.items()]


def _known(script_name: str, left: dict[str, Any]) -> Rows:
    """Take the arguments that the script's model knows out of ``left``."""
    from gui.scripts.registry import script  # noqa: PLC0415 - pydantic is not needed until a task is looked at
    from gui.scripts.spec import fields_of  # noqa: PLC0415

    info = script(script_name)
    if info is None or info.model is None:
        return []
    rows: Rows = []
    for field in fields_of(info.model):
        parent, _, child = field.name.rpartition(".")
        place = left.get(parent) if parent else left
        if not isinstance(place, dict) or child not in place:
            continue
        value = place.pop(child)
        labels = {str(choice): _script_word(label) for choice, label in field.choices}
        words = labels.get(str(value)) or _words(value)
        if field.unit and words:
            words = f"{words} {_script_word(field.unit)}"
        rows.append((_script_word(field.title), MASK if field.secret and value else words))
        if parent and not place:
            del left[parent]
    return rows


def _script_word(text: str) -> str:
    return QCoreApplication.translate("Scripts", text) if text else text


def _words(value: object) -> str:
    if isinstance(value, bool):
        return (
            QCoreApplication.translate("DetailPane", "Yes")
            if value
            else QCoreApplication.translate("DetailPane", "No")
        )
    if isinstance(value, list):
        shown = [_words(item) for item in value[:_LIST_SHOWN]]
        if len(value) > _LIST_SHOWN:
            more = QCoreApplication.translate("DetailPane", "and {0} more")
            shown.append(more.format(len(value) - _LIST_SHOWN))
        return "\n".join(shown)
    if isinstance(value, Mapping):
        return json.dumps(value, ensure_ascii=False)
    return str(value)
