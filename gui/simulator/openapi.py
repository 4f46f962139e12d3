"""The OpenAPI document: what FastAPI cannot see by itself in routes that read and write for themselves."""

from copy import deepcopy
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import BaseModel

from gui.scripts.registry import REGISTRY
from gui.simulator.orders import supported
from gui.simulator.wire import BatchBody, CreateBody, Envelope

_REFERENCE = "#/components/schemas/{model}"
_EXAMPLE = {
    "serials": ["device_serial_1", "device_serial_2"],
    "script_name": "post",
    "script_config": {"content_type": 1, "captions": "看看我的新视频！#热门"},
    "enable_multi_account": False,
}
"""The seed's own."""
_TEXT = {"text/plain": {"schema": {"type": "string"}}}
_REFUSALS = {
    "400": "Refused: codes 40001 to 40004.",
    "403": "Refused: code 40301.",
    "404": "Refused: code 40401.",
}

Document = dict[str, Any]


def answers_of(model: Any, *, takes_body: bool = False, by_id: bool = False) -> dict[int | str, Document]:  # noqa: ANN401 - a type
    """Return the documented answers of a route whose ``data`` is of that type."""
    answers: dict[int | str, Document] = {
        200: {"model": Envelope[model], "description": "The code tells success or refusal."},
        403: {"content": dict(_TEXT), "description": "The Host header does not name this machine."},
    }
    if takes_body:
        answers[400] = {"content": dict(_TEXT), "description": "The body is not JSON."}
        answers[413] = {"content": dict(_TEXT), "description": "The body is too large."}
        answers[415] = {"content": dict(_TEXT), "description": "The body is not sent as JSON."}
    if by_id:
        answers[404] = {"content": dict(_TEXT), "description": "The id is not a number."}
    return answers


def body_of(model: type[BaseModel]) -> Document:
    """Return the documented body of a route that reads it by itself."""
    content: Document = {"schema": {"$ref": _REFERENCE.format(model=model.__name__)}}
    if model is CreateBody:
        content["example"] = _EXAMPLE
    return {"requestBody": {"required": True, "content": {"application/json": content}}}


def document(app: FastAPI, *, newer: bool, real_status: bool) -> Document:
    """Return the whole document, true for this simulator's options."""
    # a copy: parts of what FastAPI returns belong to the routes, which all applications share
    found = deepcopy(
        get_openapi(title=app.title, version=app.version, description=app.description, routes=app.routes)
    )
    components: Document = found["components"]["schemas"]
    for operations in found["paths"].values():
        for operation in operations.values():
            operation["responses"].pop("422", None)  # a refusal is in the envelope
            if real_status:
                _add_refusals(operation["responses"])
    for name in ("HTTPValidationError", "ValidationError"):
        components.pop(name, None)
    names = supported(newer=newer)
    for model in (CreateBody, BatchBody):
        components[model.__name__] = model.model_json_schema(ref_template=_REFERENCE)
    _sharpen(components["CreateBody"], names)
    for name in names:
        _add_script(components, name)
    return found


def _sharpen(create: Document, names: list[str]) -> None:
    """Add what the model's own schema does not say: which scripts, and exactly one kind of target."""
    properties: Document = create["properties"]
    for name in ("serials", "usernames", "start_time"):
        properties[name].pop("default")  # absent, not empty
    create["oneOf"] = [{"required": ["serials"]}, {"required": ["usernames"]}]
    properties["script_name"]["enum"] = names
    properties["script_config"]["description"] += f" One of {', '.join(map(_title, names))}."


def _add_refusals(responses: Document) -> None:
    envelope = {"schema": {"$ref": _REFERENCE.format(model="Envelope_NoneType_")}}
    for status, told in _REFUSALS.items():
        answer = responses.setdefault(status, {"description": told})
        answer.setdefault("content", {})["application/json"] = envelope


def _add_script(components: Document, name: str) -> None:
    model = REGISTRY[name].model
    if model is not None:
        schema = model.model_json_schema(ref_template=_REFERENCE)
        components |= schema.pop("$defs", {})
        components[_title(name)] = schema


def _title(name: str) -> str:
    return "".join(part.capitalize() for part in name.split("_")) + "Config"
