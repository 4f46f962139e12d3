"""MatrixDeck: a desktop control panel for the TikMatrix Local API."""

__version__ = "0.1.0"
