"""Everything that is seen. QtWidgets; no HTTP, no files, no SQL."""
