"""``follow``: follow users (seed: supported)."""

from gui.scripts.users import TargetUsers


class Follow(TargetUsers):
    """Follow each of the users."""
