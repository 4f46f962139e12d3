"""``comment``: write a comment under posts (seed: supported)."""

import re
from typing import Any, Literal

from pydantic import Field, ValidationInfo, field_validator

from gui.scripts.base import ScriptModel, hint, told
from gui.scripts.targets import Targets, split

NEEDED = "Give the address of at least one post."
NOT_A_POST = "This is not the address of a TikTok or Instagram post: {text}"
_POST = re.compile(
    r"https?://("
    r"(www\.|m\.)?tiktok\.com/(@[^/\s]+/(video|photo)/\d+|t/\w+)"
    r"|v[mt]\.tiktok\.com/\w+"
    r"|(www\.)?instagram\.com/([^/\s]+/)?(p|reels?|tv)/[\w-]+"
    r")/?([?#]\S*)?",
    re.IGNORECASE,
)


def is_post_url(text: str) -> bool:
    """Whether this is the address of one post (doc: four forms; common spellings of them pass too)."""
    return _POST.fullmatch(text) is not None


def _check_urls(urls: list[str]) -> None:
    wrong = next((url for url in urls if not is_post_url(url)), None)
    if wrong is not None:
        raise told(NOT_A_POST, text=wrong[:80])


class Comment(ScriptModel):
    """Comment on posts: one task per address per device (doc).

    ``target_post_urls`` wins over ``target_post_url``.
    """

    target_post_url: str = Field(
        "",
        title="Post address",
        description="The same as a text, separated by line or comma.",
        json_schema_extra=hint("Posts", "alternative"),
    )
    target_post_urls: Targets = Field(
        default_factory=list,
        title="Post addresses",
        description="Addresses of posts, one a line. Each makes one task on each device.",
        json_schema_extra=hint("Posts", "lines", placeholder="https://www.tiktok.com/@name/video/123…"),
    )
    comment_content: str = Field(
        "",
        title="Comments",
        description="One comment a line; each task takes one of them.",
        json_schema_extra=hint(
            "Comment",
            "lines",
            needed="Write at least one comment.",
            placeholder="one comment a line",
            spintax=True,
        ),
    )
    comment_order: Literal["random", "sequential"] = Field(
        "random",
        title="Order",
        description="How the comments are picked from the list.",
        json_schema_extra=hint(
            "Comment", "segment", choices=[("random", "Random"), ("sequential", "In sequence")]
        ),
    )
    insert_emoji: bool = Field(
        default=False,
        title="Insert emoji",
        description="Add an emoji to each comment.",
        json_schema_extra=hint("Comment", "check"),
    )
    comment_image_path: str = Field(
        "",
        title="Image",
        description="Path of an image on the TikMatrix PC to comment with. TikTok only.",
        json_schema_extra=hint("Comment", "file", placeholder="none"),
    )

    @field_validator("target_post_urls")
    @classmethod
    def _one_of_two(cls, value: list[str], info: ValidationInfo) -> list[str]:
        urls = value or split(info.data.get("target_post_url", ""))
        if not urls:
            raise told(NEEDED)
        _check_urls(urls)
        return value

    def targets(self) -> list[str]:
        """The addresses that count."""
        return self.target_post_urls or split(self.target_post_url)

    def target_count(self) -> int:
        """One task an address."""
        return len(self.targets())

    def payload(self) -> dict[str, Any]:
        """Return the wire's config; the addresses always go out as the array."""
        rest = super().payload()
        rest.pop("target_post_url", None)
        return {**rest, "target_post_urls": self.targets()}
