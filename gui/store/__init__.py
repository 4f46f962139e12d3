"""What lasts on disk. No Qt."""
