"""``account_warmup``: watch, like, follow and comment as a person would (seed: supported)."""

from typing import Any, Literal

from pydantic import Field, ValidationInfo, field_validator, model_validator

from gui.scripts.base import ScriptModel, hint, told

TOO_SHORT = "The longest watch time must not be below the shortest ({min} s)."
_WITH_CHATGPT = {"generate_by_chatgpt": [True]}


def _probability(title: str, description: str) -> Any:  # noqa: ANN401 - as pydantic types Field itself
    return Field(
        0,
        ge=0,
        le=100,
        title=title,
        description=description,
        json_schema_extra=hint("Chances", "number", unit="%"),
    )


class ChatGptSettings(ScriptModel):
    """How comments are generated. The key is a secret."""

    api_key: str = Field(
        "",
        title="API key",
        description="Sent to TikMatrix with this request. Kept in the system's key store only.",
        json_schema_extra=hint(
            "ChatGPT",
            "secret",
            needed="An API key is needed when ChatGPT writes the comments.",
            secret=True,
        ),
    )
    model: str = Field(
        "gpt-3.5-turbo",
        title="Model",
        description="Name of the model.",
        json_schema_extra=hint("ChatGPT", "line"),
    )
    prompt: str = Field(
        "",
        title="Prompt",
        description="What the model is asked to write.",
        json_schema_extra=hint("ChatGPT", "text"),
    )
    max_tokens: int = Field(
        100,
        ge=1,
        title="Longest answer",
        description="The most tokens one answer may have.",
        json_schema_extra=hint("ChatGPT", "number", unit="tokens"),
    )
    temperature: float = Field(
        0.7,
        ge=0,
        le=2,
        title="Temperature",
        description="0 answers alike each time, 2 freely.",
        json_schema_extra=hint("ChatGPT", "decimal"),
    )
    base_url: str = Field(
        "",
        title="Base URL",
        description="Address of another server that speaks the same protocol.",
        json_schema_extra=hint("ChatGPT", "line", placeholder="the provider's own"),
    )


class AccountWarmup(ScriptModel):
    """Use the app for a while on each device."""

    task_duration: int = Field(
        600,
        ge=300,
        le=3600,
        title="Duration",
        description="How long the whole task lasts.",
        json_schema_extra=hint("Watching", "number", unit="s"),
    )
    topic: str = Field(
        "",
        title="Topics",
        description="What to look for, one a line; empty watches what is offered.",
        json_schema_extra=hint("Watching", "lines", placeholder="one topic a line"),
    )
    min_duration: int = Field(
        15,
        ge=10,
        le=180,
        title="Watch at least",
        description="Shortest time on one video.",
        json_schema_extra=hint("Watching", "number", unit="s"),
    )
    max_duration: int = Field(
        30,
        ge=10,
        le=180,
        title="Watch at most",
        description="Longest time on one video.",
        json_schema_extra=hint("Watching", "number", unit="s"),
    )
    like_probable: int = _probability("Like", "How often a video is liked.")
    floow_probable: int = _probability("Follow", "How often the author is followed.")
    """The wire's own spelling (doc)."""
    collect_probable: int = _probability("Save", "How often a video is added to the favourites.")
    comment_probable: int = _probability("Comment", "How often a video is commented on.")
    comment: str = Field(
        "",
        title="Comments",
        description="One comment a line.",
        json_schema_extra=hint("Comments", "lines", placeholder="one comment a line", spintax=True),
    )
    comment_order: Literal["random", "sequential"] = Field(
        "random",
        title="Order",
        description="How the comments are picked from the list.",
        json_schema_extra=hint(
            "Comments", "segment", choices=[("random", "Random"), ("sequential", "In sequence")]
        ),
    )
    insert_emoji: bool = Field(
        default=False,
        title="Insert emoji",
        description="Add an emoji to each comment.",
        json_schema_extra=hint("Comments", "check"),
    )
    generate_by_chatgpt: bool = Field(
        default=False,
        title="Write by ChatGPT",
        description="Let ChatGPT write the comments.",
        json_schema_extra=hint("Comments", "check"),
    )
    chatgpt_settings: ChatGptSettings | None = Field(
        None,
        strict=False,
        title="ChatGPT",
        json_schema_extra=hint("ChatGPT", "object", shown_when=_WITH_CHATGPT),
    )

    @model_validator(mode="before")
    @classmethod
    def _ask_for_settings(cls, data: object) -> object:
        if (
            isinstance(data, dict)
            and data.get("generate_by_chatgpt") is True
            and data.get("chatgpt_settings") is None
        ):
            return {**data, "chatgpt_settings": {}}
        return data

    @field_validator("max_duration")
    @classmethod
    def _not_below_the_shortest(cls, value: int, info: ValidationInfo) -> int:
        shortest = info.data.get("min_duration")
        if shortest is not None and value < shortest:
            raise told(TOO_SHORT, min=shortest)
        return value
