"""``profile``: change the profiles of accounts (doc: newer TikMatrix; the seed calls it announced)."""

from typing import Literal

from pydantic import Field

from gui.scripts.base import ScriptModel, hint


class Profile(ScriptModel):
    """Change names, texts and pictures of profiles."""

    profile_order: Literal["random", "sequential"] = Field(
        "random",
        title="Order",
        description="How entries are picked from the lists.",
        json_schema_extra=hint(
            "Profile", "segment", choices=[("random", "Random"), ("sequential", "In sequence")]
        ),
    )
    nicknames: str = Field(
        "",
        title="Nicknames",
        description="One a line.",
        json_schema_extra=hint("Profile", "lines", placeholder="one nickname a line"),
    )
    usernames: str = Field(
        "",
        title="User names",
        description="One a line.",
        json_schema_extra=hint("Profile", "lines", placeholder="one user name a line"),
    )
    bios: str = Field(
        "",
        title="Bios",
        description="One a line.",
        json_schema_extra=hint("Profile", "lines", placeholder="one bio a line"),
    )
    link_url: str = Field(
        "",
        title="Link",
        description="Address to show in the profile.",
        json_schema_extra=hint("Profile", "line", placeholder="https://…"),
    )
    avatars_path: str = Field(
        "",
        title="Pictures",
        description="Folder of profile pictures on the TikMatrix PC.",
        json_schema_extra=hint("Profile", "folder", placeholder="none"),
    )
