"""The benchmark: ``python -m tests.bench``. Times are only ever here; what must hold exactly is a test."""
