"""The requests of a batch, and its devices, as tables."""

from enum import IntEnum

from gui.tables.small import SmallTable


class RequestColumn(IntEnum):
    """The columns of the requests, left to right."""

    NUMBER = 0
    TARGETS = 1
    TASKS = 2
    STATE = 3
    NOTE = 4


class DeviceColumn(IntEnum):
    """The columns of the devices, left to right."""

    DEVICE = 0
    WAITING = 1
    RUNNING = 2
    DONE = 3
    FAILED = 4


class BatchRequestTable(SmallTable):
    """What was asked, request by request, and what came of it."""

    mark_column = RequestColumn.STATE
    right_aligned = frozenset({RequestColumn.NUMBER})
    cut_in_middle = frozenset({RequestColumn.TARGETS})

    def titles(self) -> tuple[str, ...]:
        """Return the headings."""
        return (self.tr("No."), self.tr("Targets"), self.tr("Tasks"), self.tr("State"), self.tr("Why"))


class BatchDeviceTable(SmallTable):
    """How the tasks of a batch stand on each device."""

    right_aligned = frozenset(
        {DeviceColumn.WAITING, DeviceColumn.RUNNING, DeviceColumn.DONE, DeviceColumn.FAILED}
    )
    cut_in_middle = frozenset({DeviceColumn.DEVICE})

    def titles(self) -> tuple[str, ...]:
        """Return the headings."""
        return (
            self.tr("Device"),
            self.tr("Waiting"),
            self.tr("Running"),
            self.tr("Done"),
            self.tr("Failed"),
        )
