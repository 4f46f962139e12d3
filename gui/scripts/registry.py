"""The list of scripts: the only one to extend. A new script is one new file and one line here."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from gui.scripts.account_warmup import AccountWarmup
from gui.scripts.base import ScriptModel
from gui.scripts.comment import Comment
from gui.scripts.follow import Follow
from gui.scripts.login import Login
from gui.scripts.match_accounts import MatchAccounts
from gui.scripts.post import Post
from gui.scripts.problems import Problem, problems_of
from gui.scripts.profile import Profile
from gui.scripts.unfollow import Unfollow

NOT_SUPPORTED = "The Local API does not support the script {name}."


@dataclass(frozen=True, slots=True)
class ScriptInfo:
    """One script: what it is called, whether the API takes it, and the model of its parameters."""

    name: str
    """The wire's ``script_name``."""
    title: str
    description: str
    availability: Literal["supported", "newer", "announced"]
    """``newer``: only newer versions of TikMatrix take it; ``announced``: answered with 40003 today."""
    model: type[ScriptModel] | None = None
    """None while nothing is known about its parameters."""
    multi_account: Literal["optional", "always", "never"] = "optional"
    """Whether one task an account, instead of one a device, can be asked for."""
    fan_out: str = ""
    """Name of the list field of which each item makes its own task on each device; empty for none."""


REGISTRY: dict[str, ScriptInfo] = {
    info.name: info
    for info in (
        ScriptInfo("post", "Publish a video or images", "One post on each device.", "supported", Post),
        ScriptInfo(
            "follow",
            "Follow users",
            "Each user is followed from each device.",
            "supported",
            Follow,
            fan_out="target_users",
        ),
        ScriptInfo(
            "unfollow",
            "Stop following users",
            "Each user is unfollowed from each device.",
            "supported",
            Unfollow,
            fan_out="target_users",
        ),
        ScriptInfo(
            "account_warmup",
            "Warm up accounts",
            "Each device watches videos for a while, and likes, follows and comments by chance.",
            "supported",
            AccountWarmup,
        ),
        ScriptInfo(
            "comment",
            "Comment on posts",
            "Each post gets a comment from each device.",
            "supported",
            Comment,
            fan_out="target_post_urls",
        ),
        ScriptInfo("profile", "Change profiles", "Names, texts and pictures of profiles.", "newer", Profile),
        ScriptInfo("login", "Log in", "Logs in every account of each device.", "newer", Login, "always"),
        ScriptInfo(
            "match_accounts",
            "Match accounts",
            "Finds out which accounts live on each device.",
            "newer",
            MatchAccounts,
            "never",
        ),
        ScriptInfo("like", "Like posts", "Announced for a later TikMatrix.", "announced"),
        ScriptInfo("message", "Send messages", "Announced for a later TikMatrix.", "announced"),
        ScriptInfo("super_marketing", "Super marketing", "Announced for a later TikMatrix.", "announced"),
        ScriptInfo("scrape_user", "Collect user data", "Announced for a later TikMatrix.", "announced"),
    )
}


def script(name: str) -> ScriptInfo | None:
    """Return the script of that wire name, None for an unknown one (TikMatrix's own UI has more)."""
    return REGISTRY.get(name)


def check(name: str, config: Mapping[str, Any]) -> list[Problem]:
    """Return what is wrong with a ``script_config``; empty when it can be sent."""
    info = REGISTRY.get(name)
    if info is None or info.model is None:
        return [Problem("script_name", NOT_SUPPORTED, {"name": name})]
    return problems_of(info.model, config)
