"""The codes of the API's envelope, and the exception that carries one to the answer."""

from enum import IntEnum
from typing import Any


class Code(IntEnum):
    """``code`` of the envelope (seed; NO_ACCOUNT was seen inside the vendor's client)."""

    SUCCESS = 0
    INVALID = 40001
    SCRIPT_MISSING = 40002
    SCRIPT_UNSUPPORTED = 40003
    NO_ACCOUNT = 40004
    PLAN = 40301
    NOT_FOUND = 40401
    INTERNAL = 50001

    @property
    def http_status(self) -> int:
        """The HTTP status that says the same: the code's first three digits."""
        return 200 if self is Code.SUCCESS else int(self) // 100


class Refused(Exception):
    """A request that was understood and not carried out; nothing was changed."""

    def __init__(self, code: Code, message: str, data: Any = None) -> None:  # noqa: ANN401 - any JSON
        super().__init__(message)
        self.code = code
        self.message = message
        self.data = data
