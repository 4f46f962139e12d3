"""What users of macOS download: one disk image for each kind of processor."""
