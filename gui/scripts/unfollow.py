"""``unfollow``: stop following users (seed: supported)."""

from gui.scripts.users import TargetUsers


class Unfollow(TargetUsers):
    """Stop following each of the users."""
