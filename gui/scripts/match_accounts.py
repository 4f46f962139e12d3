"""``match_accounts``: find which accounts live on a device (doc: newer TikMatrix)."""

from gui.scripts.base import ScriptModel


class MatchAccounts(ScriptModel):
    """Nothing to set; always runs once a device."""
