"""Tasks that are made again one by one: each device or account with the target that it had, and no other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Exact:
    """Pairs of a device or account and a target. In force as long as the form still names the same ones."""

    fan_out: str
    """Name of the list field of the targets."""
    pairs: tuple[tuple[str, str], ...]
    """Device or account, and target."""

    @property
    def places(self) -> tuple[str, ...]:
        """The devices or accounts, each once."""
        return tuple(dict.fromkeys(place for place, _ in self.pairs))

    @property
    def targets(self) -> tuple[str, ...]:
        """The targets, each once."""
        return tuple(dict.fromkeys(target for _, target in self.pairs))

    @property
    def whole(self) -> bool:
        """Whether every device has every target, so that nothing is left to be said exactly."""
        return len(set(self.pairs)) == len(self.places) * len(self.targets)

    def fits(self, places: Sequence[str], config: Mapping[str, Any]) -> bool:
        """Whether a form still names these devices and targets."""
        named = config.get(self.fan_out)
        return isinstance(named, list) and (tuple(places), tuple(named)) == (self.places, self.targets)

    def payloads(self, config: Mapping[str, Any]) -> list[tuple[dict[str, Any], tuple[str, ...]]]:
        """Return one config for each group of devices that have the same targets."""
        targets_of: dict[str, dict[str, None]] = {}
        for place, target in self.pairs:
            targets_of.setdefault(place, {})[target] = None
        groups: dict[tuple[str, ...], list[str]] = {}
        for place, targets in targets_of.items():
            groups.setdefault(tuple(sorted(targets, key=self.targets.index)), []).append(place)
        return [
            ({**config, self.fan_out: list(targets)}, tuple(places)) for targets, places in groups.items()
        ]
