"""The plans of TikMatrix: what each lets one do (seen)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Plan:
    """One plan. ``device_limit`` bounds how many tasks run at once, not how many phones are connected."""

    name: str
    device_limit: int
    api_enabled: bool


PLANS: dict[str, Plan] = {
    "free": Plan("Free", 0, api_enabled=False),
    "starter": Plan("Starter", 5, api_enabled=False),
    "pro": Plan("Pro", 20, api_enabled=True),
    "team": Plan("Team", 50, api_enabled=True),
    "business": Plan("Business", 100, api_enabled=True),
}
