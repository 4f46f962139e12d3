"""Every answer of the API, in its envelope or as plain text."""

import json
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, Literal

from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from gui.simulator.bodies import refusal
from gui.simulator.refusals import Code, Refused

HttpStatus = Literal["body", "real"]
"""How a refusal is sent: ``body`` with HTTP 200, the code inside (guess, 70 %); ``real`` with its status."""
Handler = Callable[[Request, Exception], Coroutine[Any, Any, Response]]


def success(data: Any) -> Response:  # noqa: ANN401 - any JSON
    """Return the answer to a request that was carried out."""
    return _envelope(Code.SUCCESS, "success", data, 200)


def handlers(http_status: HttpStatus, endpoints: Sequence[APIRoute]) -> dict[int | type[Exception], Handler]:
    """Return what turns an exception into an answer."""

    def refuse(refused: Refused) -> Response:
        status = refused.code.http_status if http_status == "real" else 200
        return _envelope(refused.code, refused.message, refused.data, status)

    async def refused(_: Request, error: Exception) -> Response:
        assert isinstance(error, Refused)  # noqa: S101 - it is registered for this
        return refuse(error)

    async def invalid(_: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError)  # noqa: S101 - it is registered for this
        return refuse(refusal(error.errors()))

    async def broken(_: Request, error: Exception) -> Response:
        return refuse(Refused(Code.INTERNAL, f"The simulator failed: {error or type(error).__name__}"))

    async def plain(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)  # noqa: S101 - it is registered for this
        return _plain(request, error, endpoints)

    return {Refused: refused, RequestValidationError: invalid, HTTPException: plain, Exception: broken}


def _plain(request: Request, error: HTTPException, endpoints: Sequence[APIRoute]) -> Response:
    """Answer what never reached an endpoint as frameworks do: a real status, plain text (guess, 85 %)."""
    detail, headers = error.detail, dict(error.headers or {})
    path = request.url.path
    if error.status_code == 404:
        detail = f"Nothing is served at {path}"
    if error.status_code == 405:
        # a framework names only the methods of the first route that it finds there
        here = {m for route in endpoints if route.path_regex.match(path) for m in route.methods or ()}
        headers["Allow"] = ", ".join(sorted(here)) or headers.get("Allow", "GET")
        detail = f"{request.method} is not allowed at {path}; only {headers['Allow']}"
    return PlainTextResponse(f"{detail}\n", error.status_code, headers)


def _envelope(code: Code, message: str, data: Any, status: int) -> Response:  # noqa: ANN401 - any JSON
    text = json.dumps(
        {"code": int(code), "message": message, "data": data},
        ensure_ascii=False,
        separators=(",", ":"),
        default=str,
    )
    return Response(text.encode("utf-8", "replace"), status, media_type="application/json")
