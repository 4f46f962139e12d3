"""One simulator for all tests of a module that leave nothing in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import SimulatorProcess


@pytest.fixture(scope="module")
def shared_simulator(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SimulatorProcess]:
    """A simulator with ten phones and no history."""
    folder: Path = tmp_path_factory.mktemp("simulator")
    process = SimulatorProcess(folder / "world.db", "--tasks", "0", "--devices", "10", "--speed", "1")
    yield process
    process.stop()
