"""What is true now. QtCore only."""
