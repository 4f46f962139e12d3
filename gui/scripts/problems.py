"""What is wrong with a ``script_config``, field by field, in sentences for a person."""

import dataclasses
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from gui.scripts.base import FieldSpec, ScriptModel
from gui.scripts.spec import fields_of

_TEMPLATES = {
    "int_type": "{title} must be a whole number.",
    "int_from_float": "{title} must be a whole number.",
    "float_type": "{title} must be a number.",
    "finite_number": "{title} must be a number.",
    "string_type": "{title} must be text.",
    "string_unicode": "{title} holds characters that cannot be sent.",
    "bool_type": "{title} must be true or false.",
    "list_type": "{title} must be a list.",
    "model_type": "{title} must be an object.",
    "literal_error": "{title} must be one of: {choices}.",
}
_BETWEEN = "{title} must be between {min} and {max}{unit}."
_AT_LEAST = "{title} must be at least {min}{unit}."
_OTHER = "{title} is not valid."
SENTENCES = (*_TEMPLATES.values(), _BETWEEN, _AT_LEAST, _OTHER)
"""What is said of any field, to be translated; a model's own sentences stand in its ``told()`` calls."""


@dataclasses.dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend. ``field`` is the wire name, ``parent.child`` inside an object."""

    field: str
    template: str
    """The sentence with ``{names}``, translatable under the context ``Scripts``."""
    values: Mapping[str, str] = dataclasses.field(default_factory=dict)
    """What the names stand for; ``title`` and the word in ``unit`` are translatable too."""

    @property
    def message(self) -> str:
        """The sentence in English."""
        return self.template.format_map(self.values) if self.values else self.template


def problems_of(model: type[ScriptModel], config: Mapping[str, Any]) -> list[Problem]:
    """Return every problem of a config, at most one a field, in the order of the form."""
    try:
        model.parse(config)
    except ValidationError as error:
        specs = {spec.name: spec for spec in fields_of(model)}
        found: dict[str, Problem] = {}
        for details in error.errors(include_url=False, include_input=False):
            problem = _problem(model, specs, details)
            found.setdefault(problem.field, problem)
        return list(found.values())
    return []


def _problem(model: type[ScriptModel], specs: Mapping[str, FieldSpec], details: ErrorDetails) -> Problem:
    name = ".".join(part for part in details["loc"] if isinstance(part, str))
    kind = details["type"]
    if kind == "told":
        told = details["ctx"]
        return Problem(name, told["template"], {key: str(value) for key, value in told["values"].items()})
    spec = specs.get(name)
    title = spec.title if spec else model.model_fields[name].title or name
    if spec and kind in {"greater_than_equal", "less_than_equal"}:
        unit = {"": "", "%": " %"}.get(spec.unit, f" {spec.unit}")
        values = {"title": title, "min": _number(spec.minimum), "max": _number(spec.maximum), "unit": unit}
        return Problem(name, _AT_LEAST if spec.maximum is None else _BETWEEN, values)
    choices = ", ".join(str(value) for value, _ in spec.choices) if spec else ""
    return Problem(name, _TEMPLATES.get(kind, _OTHER), {"title": title, "choices": choices})


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:g}"
