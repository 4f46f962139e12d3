"""Where things live: the program's own resources, and the folder it writes to."""

from dataclasses import dataclass
from pathlib import Path

APP_NAME = "MatrixDeck"


def resource(*parts: str) -> Path:
    """Return the path of a shipped resource: inside the package when installed, beside it in a checkout."""
    package = Path(__file__).parent
    installed = package / "resources"
    root = installed if installed.is_dir() else package.parent / "resources"
    return root.joinpath(*parts)


@dataclass(frozen=True, slots=True)
class DataPaths:
    """Every file that the program writes, under one folder."""

    root: Path

    @classmethod
    def default(cls) -> "DataPaths":
        """The user's own data folder on this system. Raises RuntimeError for a user without a home."""
        from platformdirs import user_data_path  # noqa: PLC0415 - not needed with --data-dir

        return cls(user_data_path(APP_NAME, appauthor=False, roaming=True))

    @property
    def are_default(self) -> bool:
        """Whether these are the user's own; never for a user without a home, who has none."""
        try:
            return self == self.default()
        except RuntimeError:
            return False

    @property
    def settings(self) -> Path:
        """The settings file."""
        return self.root / "settings.json"

    @property
    def devices(self) -> Path:
        """The operator's own device names, groups and notes."""
        return self.root / "devices.json"

    @property
    def batches(self) -> Path:
        """The database of what was sent, and what became of it."""
        return self.root / "batches.sqlite"

    @property
    def presets(self) -> Path:
        """The operator's presets."""
        return self.root / "presets.json"

    @property
    def drafts(self) -> Path:
        """Forms as they were left."""
        return self.root / "drafts.json"

    @property
    def logs(self) -> Path:
        """The folder of log files."""
        return self.root / "logs"
