"""One simulator for all tests here that do not mind what others leave in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import SimulatorProcess


@pytest.fixture(scope="session")
def shared_simulator(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SimulatorProcess]:
    """A simulator with ten phones and, at first, no history."""
    folder: Path = tmp_path_factory.mktemp("simulator")
    process = SimulatorProcess(folder / "world.db", "--tasks", "0", "--devices", "10", "--speed", "1")
    yield process
    process.stop()
