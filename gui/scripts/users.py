"""The parameters that follow and unfollow share."""

from typing import Literal

from pydantic import Field, ValidationInfo, field_validator

from gui.scripts.base import ScriptModel, hint, told
from gui.scripts.targets import Targets, split

NEEDED = "Name at least one user."


class TargetUsers(ScriptModel):
    """Users to visit: one task per user per device (doc). ``target_users`` wins over ``target_user``."""

    target_user: str = Field(
        "",
        title="User",
        description="The same as a text, separated by line or comma.",
        json_schema_extra=hint("Users", "alternative"),
    )
    target_users: Targets = Field(
        default_factory=list,
        title="Users",
        description="User names, one a line. Each makes one task on each device.",
        json_schema_extra=hint("Users", "lines", placeholder="one user name a line"),
    )
    access_method: Literal["direct", "search"] = Field(
        "direct",
        title="Open profile",
        description="Directly by its address, or through the search page.",
        json_schema_extra=hint("Users", "segment", choices=[("direct", "Directly"), ("search", "By search")]),
    )

    @field_validator("target_users")
    @classmethod
    def _one_of_two(cls, value: list[str], info: ValidationInfo) -> list[str]:
        if not value and not split(info.data.get("target_user", "")):
            raise told(NEEDED)
        return value

    def targets(self) -> list[str]:
        """The users that count."""
        return self.target_users or split(self.target_user)

    def target_count(self) -> int:
        """One task a user."""
        return len(self.targets())

    def payload(self) -> dict[str, object]:
        """Return the wire's config; the target list always goes out as the array."""
        return {"target_users": self.targets(), "access_method": self.access_method}
