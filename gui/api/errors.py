"""What can go wrong in a call, one type a cause, each carrying what a person needs to go on.

``title`` says what happened, ``meaning`` what it means, ``remedy`` what to do. The texts are English;
the views translate them under the context ``ApiError``.
"""

from gui.api.schemas import License


class ApiError(Exception):
    """Base of every failure of a call to the Local API."""

    title = "The call failed"
    meaning = ""
    remedy = ""

    def __init__(self, detail: str = "", *, code: int | None = None, http_status: int | None = None) -> None:
        super().__init__(detail or self.title)
        self.detail = detail
        """The server's or the network's own words; may be empty."""
        self.code = code
        """``code`` of the envelope, where one arrived."""
        self.http_status = http_status
        self.maybe_done = False
        """A command may have been carried out although it failed here: look before sending it again."""

    def __str__(self) -> str:
        """Title and detail on one line, for logs and command lines."""
        return f"{self.title}: {self.detail}" if self.detail else self.title


class Unreachable(ApiError):
    """Nothing accepted the connection, or it broke before an answer."""

    title = "TikMatrix cannot be reached"
    meaning = "Nothing answers at this address. TikMatrix may be closed, updating itself, or on another port."
    remedy = "Start TikMatrix on this PC, or check the address in the settings."


class TimedOut(ApiError):
    """No complete answer within the deadline. A command may have been carried out all the same."""

    title = "TikMatrix did not answer in time"
    meaning = "No complete answer came."
    remedy = "Try again in a moment. If it goes on, restart TikMatrix."


class PlanRefused(ApiError):
    """Code 40301: the plan does not include the Local API."""

    title = "This plan has no Local API"
    meaning = "TikMatrix answers, but the Local API needs the Pro, Team or Business plan."
    remedy = "Upgrade the plan in TikMatrix, then try again."

    def __init__(
        self,
        detail: str = "",
        *,
        code: int | None = None,
        http_status: int | None = None,
        license: License | None = None,  # noqa: A002 - what the wire calls it
    ) -> None:
        super().__init__(detail, code=code, http_status=http_status)
        self.license = license
        """The plan's facts, where the refusal carried them."""


class Rejected(ApiError):
    """Codes 40001 to 40004 and their like: the request was understood and refused."""

    title = "TikMatrix refused the request"
    meaning = "Nothing was changed."
    remedy = "Correct what the message names and send it again."

    def __init__(
        self, detail: str = "", *, code: int | None = None, http_status: int | None = None, field: str = ""
    ) -> None:
        super().__init__(detail, code=code, http_status=http_status)
        self.field = field
        """Name of the field that the message names; empty where it names none."""


class NotFound(ApiError):
    """Code 40401, or an endpoint that this TikMatrix does not have."""

    title = "TikMatrix has no such task"
    meaning = "It was deleted meanwhile, or this version of TikMatrix does not have this function."
    remedy = "The list is refreshed; look again."


class ServerError(ApiError):
    """Code 50001, an HTTP 5xx, or a code that this program does not know."""

    title = "TikMatrix reported an error of its own"
    meaning = "The request arrived, but TikMatrix could not carry it out."
    remedy = "Try again in a moment. If it goes on, restart TikMatrix."


class Unreadable(ApiError):
    """The answer is not what the Local API would send: HTML, broken JSON, another shape, or far too large."""

    title = "The answer is not from the Local API"
    meaning = "Something answers at this address, but not as TikMatrix does."
    remedy = "Check the address and the port in the settings."
