"""What every script's model shares: conditions, requirements, the wire payload, problems told as sentences.

A field says everything about itself through ``Field(title=, description=, ge=, le=)`` and :func:`hint`.
The form, its checks, the payload and the simulator's checks are all derived from that.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, ValidationInfo, field_validator, model_validator
from pydantic_core import PydanticCustomError

Conditions = Mapping[str, list[Any]]
"""Field name -> the values of it under which another field means something."""


def hint(
    section: str,
    widget: str,
    *,
    unit: str = "",
    choices: list[tuple[Any, str]] | None = None,
    shown_when: Conditions | None = None,
    needed: str = "",
    placeholder: str = "",
    secret: bool = False,
    spintax: bool = False,
) -> dict[str, Any]:
    """Return what a form must know about a field beyond type and bounds.

    ``widget`` is one of segment, combo, number, decimal, check, line, text, lines, captions, files, file,
    folder and secret; ``object`` stands for a nested model, ``alternative`` for a second spelling of another
    field, that no form shows. ``needed`` is the sentence to show when the field means something and is empty;
    without it the field may stay empty.
    """
    return {
        "section": section,
        "widget": widget,
        "unit": unit,
        "choices": [list(choice) for choice in choices or ()],
        "shown_when": dict(shown_when or {}),
        "needed": needed,
        "placeholder": placeholder,
        "secret": secret,
        "spintax": spintax,
    }


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field as a form sees it. A field of a nested model is named ``parent.child``."""

    name: str
    title: str
    description: str
    section: str
    widget: str
    default: Any
    minimum: float | None = None
    maximum: float | None = None
    unit: str = ""
    choices: tuple[tuple[Any, str], ...] = ()
    shown_when: tuple[tuple[str, tuple[Any, ...]], ...] = ()
    needed: str = ""
    placeholder: str = ""
    secret: bool = False
    spintax: bool = False
    """Whether ``{a|b}`` in it stands for one of the words."""
    is_list: bool = False
    """Whether the wire wants an array where the widget holds lines."""


def is_empty(value: object) -> bool:
    """Whether a value says nothing: absent, blank text, or no item."""
    return value is None or value == [] or (isinstance(value, str) and not value.strip())


def told(template: str, **values: object) -> PydanticCustomError:
    """Return the error to raise in a validator: a sentence in which ``{names}`` stand for the values."""
    return PydanticCustomError("told", template, {"template": template, "values": values})


def same(left: object, right: object) -> bool:
    """Whether two values are equal and of one type, so that 1 is not True."""
    return type(left) is type(right) and left == right


class ScriptModel(BaseModel):
    """The ``script_config`` of one script. Types are strict, unknown keys ignored, null counts as absent."""

    model_config = ConfigDict(strict=True, extra="ignore", validate_default=True, allow_inf_nan=False)

    @classmethod
    def meta(cls, name: str) -> dict[str, Any]:
        """Return the hint of a field."""
        extra = cls.model_fields[name].json_schema_extra
        return extra if isinstance(extra, dict) else {}

    @classmethod
    def applies(cls, name: str, values: Mapping[str, Any]) -> bool:
        """Whether a field means something beside these values; absent ones count with their default."""
        for other, allowed in cls.meta(name).get("shown_when", {}).items():
            value = values.get(other, cls.model_fields[other].get_default(call_default_factory=True))
            if not any(same(value, choice) for choice in allowed):
                return False
        return True

    @model_validator(mode="before")
    @classmethod
    def _drop_what_does_not_matter(cls, data: object) -> object:
        if not isinstance(data, dict):
            return data
        given = {key: value for key, value in data.items() if value is not None}
        return {k: v for k, v in given.items() if k not in cls.model_fields or cls.applies(k, given)}

    @field_validator("*")
    @classmethod
    def _ask_for_what_is_needed(cls, value: object, info: ValidationInfo) -> object:
        name = info.field_name or ""
        needed = cls.meta(name).get("needed", "")
        if needed and is_empty(value) and cls.applies(name, info.data):
            raise told(needed)
        return value

    @field_validator("*")
    @classmethod
    def _refuse_half_characters(cls, value: object) -> object:
        text = "".join(value) if isinstance(value, list) else value
        if isinstance(text, str):
            try:
                text.encode()
            except UnicodeEncodeError:  # half of a surrogate pair: no JSON text can carry it
                raise PydanticCustomError("string_unicode", "half a character") from None
        return value

    def payload(self) -> dict[str, Any]:
        """Return the wire's ``script_config``: documented keys that matter, nothing empty."""
        values = {name: getattr(self, name) for name in type(self).model_fields}
        sent: dict[str, Any] = {}
        for name, value in values.items():
            if is_empty(value) or not self.applies(name, values):
                continue
            sent[name] = value.payload() if isinstance(value, ScriptModel) else value
        return sent

    def target_count(self) -> int:
        """How many tasks one device gets."""
        return 1

    @classmethod
    def parse(cls, config: Mapping[str, Any]) -> Self:
        """Read a ``script_config``. Raises pydantic.ValidationError."""
        return cls.model_validate(dict(config))
