"""``post``: publish a video or images (seed: supported)."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from gui.scripts.base import ScriptModel, hint
from gui.scripts.targets import Targets


def _as_text(value: object) -> object:
    return str(value) if type(value) is int else value


def _not_bool(value: object) -> object:
    return str(value) if isinstance(value, bool) else value


Choice01 = Annotated[Literal[0, 1], BeforeValidator(_not_bool)]
"""0 or 1; Python alone would let True pass for 1."""


class Post(ScriptModel):
    """Publish a video or images on each device."""

    content_type: Choice01 = Field(
        0,
        title="Content",
        description="What is published.",
        json_schema_extra=hint("Content", "segment", choices=[(0, "Video"), (1, "Images")]),
    )
    image_count: int = Field(
        1,
        ge=1,
        title="Images per post",
        description="How many images one post gets.",
        json_schema_extra=hint("Content", "number", shown_when={"content_type": [1]}),
    )
    captions: str = Field(
        "",
        title="Captions",
        description="Text of the post. {a|b|c} picks one of the words each time.",
        json_schema_extra=hint("Content", "captions", placeholder="{New|Fresh} words #topic", spintax=True),
    )
    material_list: Targets = Field(
        default_factory=list,
        title="Files",
        description="Paths on the TikMatrix PC. When given, they are used instead of the material source.",
        json_schema_extra=hint("Material", "files", placeholder="none: taken from the source below"),
    )
    material_source: Literal["materialLibrary", "localFolder"] = Field(
        "materialLibrary",
        title="Source",
        description="Where TikMatrix takes the material from.",
        json_schema_extra=hint(
            "Material",
            "segment",
            choices=[("materialLibrary", "Material library"), ("localFolder", "Local folder")],
            shown_when={"material_list": [[]]},
        ),
    )
    material_path: str = Field(
        "",
        title="Folder",
        description="Folder on the TikMatrix PC.",
        json_schema_extra=hint(
            "Material",
            "folder",
            shown_when={"material_list": [[]], "material_source": ["localFolder"]},
            needed="A folder is needed when the material comes from a local folder.",
        ),
    )
    materials_tags: str = Field(
        "",
        title="Material tags",
        description="Tags of the material to take, separated by commas.",
        json_schema_extra=hint("Material", "line", placeholder="tag, tag"),
    )
    post_way: Literal["share", "addButton", "useSound"] = Field(
        "share",
        title="Post by",
        description="The way through the app: sharing the file, the add button, or the page of a sound.",
        json_schema_extra=hint(
            "Posting",
            "segment",
            choices=[("share", "Share"), ("addButton", "Add button"), ("useSound", "Use sound")],
        ),
    )
    sound_name: str = Field(
        "",
        title="Sound name",
        description="The sound to post with.",
        json_schema_extra=hint(
            "Posting",
            "line",
            shown_when={"post_way": ["useSound"]},
            needed="A sound name is needed when posting with a sound.",
        ),
    )
    upload_wait_time: int = Field(
        30,
        ge=30,
        le=300,
        title="Upload wait",
        description="How long to wait for the upload to end.",
        json_schema_extra=hint("Posting", "number", unit="s"),
    )
    sound_wait_time: int = Field(
        10,
        ge=5,
        le=30,
        title="Sound wait",
        description="How long to wait for the sound to load.",
        json_schema_extra=hint("Posting", "number", unit="s"),
    )
    add_sound: Annotated[Literal["-1", "0", "1", "custom"], BeforeValidator(_as_text)] = Field(
        "-1",
        title="Add sound",
        description="Whether a sound is put under the post.",
        json_schema_extra=hint(
            "Sound",
            "combo",
            choices=[
                ("-1", "As TikMatrix is set"),
                ("0", "Off"),
                ("1", "On"),
                ("custom", "Search for a sound"),
            ],
        ),
    )
    custom_sound_keyword: str = Field(
        "",
        title="Sound keyword",
        description="What to search for.",
        json_schema_extra=hint(
            "Sound",
            "line",
            shown_when={"add_sound": ["custom"]},
            needed="A keyword is needed when a sound is searched for.",
        ),
    )
    origin_sound_volume: int = Field(
        50,
        ge=0,
        le=100,
        title="Original volume",
        description="Volume of the video's own sound.",
        json_schema_extra=hint("Sound", "number", unit="%"),
    )
    add_sound_volume: int = Field(
        50,
        ge=0,
        le=100,
        title="Added volume",
        description="Volume of the added sound.",
        json_schema_extra=hint("Sound", "number", unit="%"),
    )
    add_product_link: Choice01 = Field(
        0,
        title="Product link",
        description="Add a product link. TikTok only.",
        json_schema_extra=hint("TikTok and Instagram", "check", choices=[(0, "No"), (1, "Yes")]),
    )
    placement: Literal["reel", "story"] = Field(
        "reel",
        title="Placement",
        description="Where the post appears. Instagram only.",
        json_schema_extra=hint(
            "TikTok and Instagram", "segment", choices=[("reel", "Reel"), ("story", "Story")]
        ),
    )
