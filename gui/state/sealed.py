"""Secrets of a request, which are put in just before it leaves and taken out of what comes back."""

import asyncio
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from gui.api.errors import ApiError
from gui.scripts.secrets import MASK, SECRET_KEYS

MARK = "keyring"


async def filled_in(
    config: dict[str, Any], put_back: Callable[[dict[str, Any]], dict[str, Any]]
) -> dict[str, Any]:
    """Return a script_config as it is sent. Raises LookupError where a secret is not known any more.

    The key store may ask the operator, for as long as that takes: it is asked in a thread.
    """
    if _has_mark(config):
        config = await asyncio.to_thread(put_back, config)
        if _has_mark(config):
            raise LookupError
    if MASK in _secrets(config):  # the book keeps no secret that stood in a request itself
        raise LookupError
    return config


def scrubbed(error: ApiError, config: Mapping[str, Any]) -> ApiError:
    """Take the secrets of a request out of the server's words about it; return the error."""
    for secret in _secrets(config):
        error.detail = error.detail.replace(secret, MASK)
        error.args = tuple(str(part).replace(secret, MASK) for part in error.args)
    return error


def _secrets(value: object) -> Iterator[str]:
    """Yield every secret text in a JSON value."""
    if isinstance(value, Mapping):
        for key, item in value.items():
            if key in SECRET_KEYS and isinstance(item, str) and item:
                yield item
            else:
                yield from _secrets(item)
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from _secrets(item)


def _has_mark(value: object) -> bool:
    if isinstance(value, Mapping):
        return set(value) == {MARK} or any(map(_has_mark, value.values()))
    return isinstance(value, (list, tuple)) and any(map(_has_mark, value))
