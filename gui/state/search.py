"""Where the mirror's list of one status parts from the server's: by bisection, or page by page."""

import math
from dataclasses import dataclass


@dataclass(slots=True)
class Search:
    """One search through the pages of one list, in the server's order, pages counted from 0.

    Bisection follows one difference at a time: a page whose first task stands where the mirror says has all
    its differences behind it. With many differences every page is read once instead, which is less.
    """

    status: int | None
    low: int
    """Pages below this one hold no difference any more."""
    high: int
    """The page behind the last one that may."""
    in_turn: bool
    """Whether every page is read, instead of bisecting."""
    differences: int
    """How many there were when it began."""
    low_edge: int | None = None
    """Last id below ``low``; None at the beginning of the list."""
    high_edge: int | None = None
    """First id from ``high`` on; None at the end of the list."""

    @property
    def over(self) -> bool:
        """Whether no page is left to read."""
        return self.low >= self.high

    def next_page(self) -> int:
        """Return the page to read next."""
        return self.low if self.in_turn else (self.low + self.high) // 2

    def take(self, number: int, ids: list[int], *, in_place: bool) -> None:
        """Learn from a page: its ids, and whether the first stands where the mirror says."""
        if not ids:
            self.high = number
        elif self.in_turn or in_place:
            self.low, self.low_edge = number + 1, ids[-1]
        else:
            self.high, self.high_edge = number, ids[0]


def cost(pages: int, differences: int) -> int:
    """How many requests the cheaper way takes at least."""
    return min(pages, bisection_cost(pages, differences))


def bisection_cost(pages: int, differences: int) -> int:
    """How many requests it takes to follow each difference by bisection."""
    return differences * max(1, math.ceil(math.log2(pages + 1)))
