"""The embedded Local API: what TikMatrix would answer, without phones. Its own process."""
