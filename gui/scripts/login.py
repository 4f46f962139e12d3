"""``login``: log accounts in (doc: newer TikMatrix)."""

from gui.scripts.base import ScriptModel


class Login(ScriptModel):
    """Nothing to set; always runs for every account of a device."""
