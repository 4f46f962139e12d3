"""What every topic of the benchmark is given."""

from dataclasses import dataclass

from tests.bench.world import World


@dataclass(frozen=True)
class Run:
    world: World
    rows: int
    quick: bool
    ticks_wanted: int

    @property
    def repeats(self) -> int:
        return 2 if self.quick else 5

    @property
    def ticks(self) -> int:
        """In how many ticks growth is looked for."""
        return self.ticks_wanted or (2_000 if self.quick else 20_000)

    @property
    def seconds(self) -> float:
        """How long the gaps of the loop are watched."""
        return 3 if self.quick else 10
