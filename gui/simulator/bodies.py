"""Reads what a request brings: bounded in size, checked by its model, told plainly when wrong."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import from_json
from starlette.exceptions import HTTPException
from starlette.requests import Request

from gui.simulator.refusals import Code, Refused
from gui.simulator.wire import CreateBody

MAX_BODY = 1_000_000
"""The largest body that is read, in bytes."""

M = TypeVar("M", bound=BaseModel)


async def read_create(request: Request) -> CreateBody:
    """Read the body of ``POST task``; 40002 comes before every other refusal (seed)."""
    body = await _read_object(request)
    name = body.get("script_name")
    if name is None or name == "":
        raise Refused(Code.SCRIPT_MISSING, "script_name: is missing")
    return checked(CreateBody, body)


async def read_body(request: Request, model: type[M]) -> M:
    """Read a body. Raises Refused, naming the field, or HTTPException when it is not JSON or too large."""
    return checked(model, await _read_object(request))


def checked(model: type[M], body: dict[str, Any]) -> M:
    """Return the body as its model. Raises Refused, naming the field."""
    try:
        return model.model_validate(body)
    except ValidationError as error:
        raise refusal(error.errors(include_url=False, include_context=False)) from None


def refusal(errors: Sequence[Mapping[str, Any]]) -> Refused:
    """Return the refusal for what pydantic found: the first error, led by the name of its field."""
    first = errors[0]
    place = [part for part in first["loc"] if part not in {"query", "path"}]
    name = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in place).lstrip(".")
    told = str(first["msg"])
    return Refused(Code.INVALID, f"{name}: {told[:1].lower()}{told[1:]}")


async def _read_object(request: Request) -> dict[str, Any]:
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/json":
        raise HTTPException(415, "Send the body as JSON, with the header Content-Type: application/json")
    raw = bytearray()
    async for chunk in request.stream():
        raw += chunk
        if len(raw) > MAX_BODY:
            raise HTTPException(413, f"The body is too large: at most {MAX_BODY:,} bytes")
    try:
        body = from_json(bytes(raw), allow_inf_nan=False)
    except ValueError as error:
        raise HTTPException(400, f"The body is not JSON: {error}") from None
    if not isinstance(body, dict):
        raise Refused(Code.INVALID, "body: must be a JSON object")
    return body
