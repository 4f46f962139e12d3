"""From a device of the registry to the words that the list shows."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from gui.api.schemas import TaskStatus
from gui.state.devices import Device, DeviceState, FactSource
from gui.tables.devices import DeviceRow
from gui.views import wording

FAILED_IN_A_ROW = 3
"""From this many failures on, the device itself is what needs a look."""

TICKING_TONES = frozenset({"running", "warning"})
"""Of rows whose words hold a length of time."""

translate = QCoreApplication.translate


def device_row(device: Device, now: float) -> DeviceRow:
    """Return the row of a device at Unix time ``now``."""
    tone, text, rank = _state(device, now)
    detail = _detail(device)
    words = (
        device.serial,
        device.name,
        device.model,
        device.group,
        device.note,
        text,
        *device.accounts,
        *device.tags,
    )
    return DeviceRow(
        serial=device.serial,
        name=device.name,
        detail=detail,
        tone=tone,
        state_text=text,
        state_rank=rank,
        result_rank=_result_rank(device),
        waiting=device.waiting,
        group=device.group,
        spoken=_spoken(device.name, detail, text),
        haystack="\n".join(words).casefold(),
    )


def later_row(row: DeviceRow, device: Device, now: float) -> DeviceRow:
    """Return the row of the same device with its time gone on to ``now``; the same row if no word changes.

    What the search looks through keeps the words of the last :func:`device_row`.
    """
    text = _state(device, now)[1]
    if text == row.state_text:
        return row
    return row._replace(state_text=text, spoken=_spoken(row.name, row.detail, text))


def _spoken(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _state(device: Device, now: float) -> tuple[str, str, int]:
    if device.state is DeviceState.RUNNING:
        return "running", _running(device, now), 1
    if device.state is DeviceState.OFFLINE:
        return "warning", _offline(device, now), 2
    if device.failed_in_a_row >= FAILED_IN_A_ROW:
        return "failed", translate("DeviceRow", "%n failed in a row", "", device.failed_in_a_row), 0
    if device.waiting:
        return "pending", translate("DeviceRow", "%n waiting", "", device.waiting), 3
    if device.state is DeviceState.IDLE:
        return "pending", translate("DeviceRow", "idle"), 4
    return "unknown", translate("DeviceRow", "unknown"), 5


def _offline(device: Device, now: float) -> str:
    if device.offline_since is None:
        return translate("DeviceRow", "offline")
    age = wording.span(now - device.offline_since)
    return translate("DeviceRow", "offline {span}").format(span=age)


def _running(device: Device, now: float) -> str:
    script = device.running_script.removeprefix("account_") or translate("DeviceRow", "running")
    try:
        # The TikMatrix PC's local time; the panel runs on the same PC.
        since = datetime.fromisoformat(device.running_since).timestamp()
    except (ValueError, OverflowError, OSError):
        return script
    return f"{script} {wording.clock(now - since)}"


def _detail(device: Device) -> str:
    parts = [device.model or (device.serial if device.nickname else "")]
    if len(device.accounts) == 1:
        parts.append(f"@{device.accounts[0].removeprefix('@')}")
    elif device.accounts:
        parts.append(translate("DeviceRow", "%n account(s)", "", len(device.accounts)))
    return " · ".join(part for part in parts if part)


def _result_rank(device: Device) -> int:
    if device.last_status is None:
        return 2000
    return 1000 if device.last_status != TaskStatus.FAILED else -min(device.failed_in_a_row, 999)


def _source_name(source: FactSource) -> str:
    return {
        FactSource.ACCOUNTS: translate("DeviceRow", "TikMatrix's account list"),
        FactSource.ADB: translate("DeviceRow", "the ADB server of this PC"),
        FactSource.TASKS: translate("DeviceRow", "the task list"),
        FactSource.OPERATOR: translate("DeviceRow", "you"),
    }[source]


def device_tip(device: Device, now: float) -> str:
    """Return every fact about a device, with who told it and how long ago."""
    facts = [
        (translate("DeviceRow", "Serial"), device.serial),
        (translate("DeviceRow", "Model"), device.model),
        (translate("DeviceRow", "Group"), device.group),
        (translate("DeviceRow", "Note"), device.note),
        (translate("DeviceRow", "Accounts"), ", ".join(device.accounts)),
        (translate("DeviceRow", "Tags"), ", ".join(device.tags)),
        (translate("DeviceRow", "Waiting tasks"), wording.number(device.waiting) if device.waiting else ""),
        (translate("DeviceRow", "Last result"), _last_result(device)),
    ]
    lines = [f"{name}: {value}" for name, value in facts if value]
    if device.told:
        lines.append("")
        lines.extend(
            translate("DeviceRow", "Told by {source}, {age}").format(
                source=_source_name(source), age=wording.ago(now - at)
            )
            for source, at in sorted(device.told.items(), key=lambda item: -item[1])
        )
    return "\n".join(lines)


def _last_result(device: Device) -> str:
    if device.last_status is None:
        return ""
    failed = device.last_status == TaskStatus.FAILED
    word = translate("DeviceRow", "failed") if failed else translate("DeviceRow", "completed")
    remark = device.last_remark[:120]
    return " · ".join(part for part in (device.last_script, word, device.last_end, remark) if part)
