"""Qt's binding without its hook in Python's import statement.

The hook reads the source text of every module that is imported after it, and keeps it, to see whether the
module asks for one of PySide's optional ways of naming things (``from __feature__ import ...``). This program
asks for none; 40 ms of a start and 6 MiB went into looking. Where a PySide has no such hook, nothing happens.
"""

import builtins

import PySide6.QtCore  # noqa: F401 - it sets the hook

builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
