"""The simulated Local API as an ASGI application."""

import asyncio
import contextlib
import logging
import sqlite3
from collections.abc import AsyncIterator
from typing import Any

from fastapi import FastAPI

from gui import __version__
from gui.simulator import routes
from gui.simulator.answers import HttpStatus, handlers
from gui.simulator.guards import LocalNamesOnly
from gui.simulator.openapi import document
from gui.simulator.world import World

TICK_S = 0.1
_log = logging.getLogger(__name__)


def create_app(world: World, http_status: HttpStatus = "body", host: str = "127.0.0.1") -> FastAPI:
    """Return the application. The world goes on while it runs; the caller closes it.

    ``http_status``: whether a refusal is sent with HTTP 200 or with a status to match. ``host`` is the
    address that it will be served at.
    """

    @contextlib.asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        ticking = asyncio.create_task(keep_going(world))
        yield
        ticking.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await ticking

    app = FastAPI(
        title="TikMatrix Local API (simulated)",
        description="What TikMatrix would answer, without phones.",
        version=__version__,
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        exception_handlers=handlers(http_status, routes.endpoints(with_accounts=world.has_accounts)),
    )
    app.state.world = world
    for router in routes.routers(with_accounts=world.has_accounts):
        app.include_router(router)
    app.add_middleware(LocalNamesOnly, host=host)

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = document(app, newer=world.has_accounts, real_status=http_status == "real")
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign] # FastAPI's own way to change the document
    return app


async def keep_going(world: World, tick_s: float = TICK_S) -> None:
    """Advance the world until cancelled; a database that is busy or full is tried again at the next tick."""
    while True:
        try:
            world.advance()
        except sqlite3.Error as error:
            _log.warning("The world stood still for a moment: %s", error)
        await asyncio.sleep(tick_s)
