"""Lists of targets as they are typed: one a line, blanks dropped."""

import re
from typing import Annotated

from pydantic import AfterValidator


def split(text: str) -> list[str]:
    """Split newline- or comma-separated text; blank parts are dropped."""
    return clean(re.split(r"[\n,]", text))


def clean(items: list[str]) -> list[str]:
    """Return the items without surrounding space and without blank ones. Repeats stay."""
    return [item.strip() for item in items if item.strip()]


Targets = Annotated[list[str], AfterValidator(clean)]
