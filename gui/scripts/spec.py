"""The fields of a script in the order of its form, read off its model."""

from typing import Any, get_args, get_origin

from annotated_types import Ge, Le
from pydantic.fields import FieldInfo

from gui.scripts.base import FieldSpec, ScriptModel


def nested_model(info: FieldInfo) -> type[ScriptModel] | None:
    """Return the model behind a field that holds an object of its own, else None."""
    for candidate in (info.annotation, *get_args(info.annotation)):
        if isinstance(candidate, type) and issubclass(candidate, ScriptModel):
            return candidate
    return None


def fields_of(model: type[ScriptModel]) -> tuple[FieldSpec, ...]:
    """Return every field that a form shows; a nested model's own stand in its place, under its condition."""
    specs: list[FieldSpec] = []
    for name, info in model.model_fields.items():
        meta = model.meta(name)
        if meta["widget"] == "alternative":
            continue
        inner = nested_model(info)
        if inner is None:
            specs.append(_spec(name, info, meta, meta["shown_when"]))
            continue
        for inner_name, inner_info in inner.model_fields.items():
            specs.append(
                _spec(f"{name}.{inner_name}", inner_info, inner.meta(inner_name), meta["shown_when"])
            )
    return tuple(specs)


def _spec(name: str, info: FieldInfo, meta: dict[str, Any], shown_when: dict[str, list[Any]]) -> FieldSpec:
    minimum = next((bound.ge for bound in info.metadata if isinstance(bound, Ge)), None)
    maximum = next((bound.le for bound in info.metadata if isinstance(bound, Le)), None)
    return FieldSpec(
        name=name,
        title=info.title or name,
        description=info.description or "",
        section=meta["section"],
        widget=meta["widget"],
        default=info.get_default(call_default_factory=True, validated_data={}),
        minimum=minimum,  # type: ignore[arg-type] # the bounds are all numbers
        maximum=maximum,  # type: ignore[arg-type]
        unit=meta["unit"],
        choices=tuple((value, label) for value, label in meta["choices"]),
        shown_when=tuple((other, tuple(values)) for other, values in shown_when.items()),
        needed=meta["needed"],
        placeholder=meta["placeholder"],
        secret=meta["secret"],
        spintax=meta["spintax"],
        is_list=get_origin(info.annotation) is list,
    )
