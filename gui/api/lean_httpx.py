"""httpx without its command line.

That would load click, rich and pygments where those happen to be installed, which costs 100 ms of
every start and 11 MiB. httpx is made to do without it: the import is optional there.
"""

import sys
from types import ModuleType
from typing import cast

sys.modules.setdefault("httpx._main", cast("ModuleType", None))  # None: Python's word for "not to be had"

import httpx  # noqa: E402 - only now

__all__ = ["httpx"]
