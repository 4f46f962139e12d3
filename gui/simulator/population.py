"""Makes the phones and the accounts of a new world."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

_HEX, _BASE36 = "0123456789abcdef", "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ"
_MODELS = (
    ("Pixel 6a", "google"), ("Pixel 7a", "google"), ("Pixel 7a", "google"), ("SM-A145F", "samsung"),
    ("SM-A546B", "samsung"), ("SM-G991B", "samsung"), ("Redmi Note 12", "xiaomi"), ("Redmi 12C", "xiaomi"),
    ("M2101K6G", "xiaomi"), ("CPH2387", "oppo"), ("moto g(30)", "motorola"),
)  # fmt: skip
_FIRST = (
    "studio", "daily", "north", "quiet", "lumen", "ferry", "vera", "open", "tiny", "slow", "maple", "amber",
    "river", "cedar", "lofi", "urban", "wild", "minty", "sunny", "retro",
)  # fmt: skip
_SECOND = (
    "nine", "bakes", "trail", "works", "lane", "kitchen", "harbour", "press", "films", "garden", "fit",
    "vlog", "store", "travel", "dance", "pets", "beats", "craft", "looks", "food",
)  # fmt: skip
_TAGS = ("main", "backup", "food", "beauty", "US", "UK", "新号", "已养号", "batch-3")
_PACKAGES = {
    "tiktok": ("com.zhiliaoapp.musically", "com.zhiliaoapp.musically", "com.ss.android.ugc.trill"),
    "instagram": ("com.instagram.android",),
}
NETWORK_RATE, OFFLINE_RATE = 0.2, 0.1


@dataclass(frozen=True, slots=True)
class Device:
    """One phone."""

    serial: str
    model: str
    online: bool


@dataclass(frozen=True, slots=True)
class SimulatedAccount:
    """One account as the database holds it; ``tags`` are separated by line feeds."""

    id: int
    username: str | None
    email: str | None
    platform: str
    packagename: str | None
    device: str | None
    logined: int
    status: int
    tags: str


def make_devices(count: int, chance: Random) -> list[Device]:
    """Make phones: four of five on USB, the rest over the network; one in ten offline."""
    devices: dict[str, Device] = {}
    while len(devices) < count:
        model, brand = chance.choice(_MODELS)
        serial = _serial(brand, len(devices), chance)
        devices.setdefault(serial, Device(serial, model, chance.random() >= OFFLINE_RATE))
    return list(devices.values())


def _serial(brand: str, index: int, chance: Random) -> str:
    if chance.random() < NETWORK_RATE:
        return f"192.168.{1 + index // 200}.{20 + index % 200}:5555"
    match brand:
        case "samsung":
            return "R" + chance.choice("58") + chance.choice("CMN") + _draw(_BASE36, 8, chance)
        case "google":
            return f"{chance.randint(11, 39)}{_draw(_HEX, 4, chance).upper()}JEGR{_draw(_BASE36, 4, chance)}"
        case "motorola":
            return f"ZY22{_draw(_BASE36, 6, chance)}"
        case _:
            return _draw(_HEX, 8, chance)


def _draw(letters: str, count: int, chance: Random) -> str:
    return "".join(chance.choices(letters, k=count))


def make_accounts(devices: list[Device], chance: Random) -> list[SimulatedAccount]:
    """Make one to three accounts a phone, and a few that live on none."""
    names = _names(chance)
    accounts: list[SimulatedAccount] = []
    homes: list[str | None] = [d.serial for d in devices for _ in range(chance.choice((1, 1, 2, 2, 3)))]
    homes += [None] * (len(devices) // 15)
    for number, serial in enumerate(homes, start=1):
        platform = "instagram" if chance.random() < 0.2 else "tiktok"
        name = next(names)
        by_email = chance.random() < 0.05
        accounts.append(
            SimulatedAccount(
                id=number,
                username=None if by_email else name,
                email=f"{name}@mail.example" if by_email or chance.random() < 0.4 else None,
                platform=platform,
                packagename=chance.choice(_PACKAGES[platform]) if serial else None,
                device=serial,
                logined=int(serial is not None and not by_email and chance.random() >= 0.06),
                status=int(chance.random() < 0.04),
                tags="\n".join(chance.sample(_TAGS, chance.choice((0, 0, 1, 1, 2)))),
            )
        )
    return accounts


def _names(chance: Random) -> Iterator[str]:
    seen: set[str] = set()
    while True:
        name = f"{chance.choice(_FIRST)}{chance.choice(('.', '_', ''))}{chance.choice(_SECOND)}"
        if name in seen:
            name += str(chance.randint(2, 9999))
        if name not in seen:
            seen.add(name)
            yield name
