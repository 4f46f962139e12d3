"""What tests of views share: a host that is not started."""

import pytest

from gui.state.host import Host
from gui.views.look import Look
from tests.views.composing import Bench


@pytest.fixture
def idle_host(qapp):
    """A host that asks nobody; tests tell it what to show."""
    host = Host()
    yield host
    host.deleteLater()


@pytest.fixture
def look(qapp):
    look = Look("dark")
    yield look
    look.deleteLater()


@pytest.fixture
def dressed(qapp, look):
    """The application in its look, undressed afterwards."""
    before = qapp.palette(), qapp.font()
    look.apply(qapp)
    yield look
    look._app = None
    qapp.setStyleSheet("")
    qapp.setPalette(before[0])
    qapp.setFont(before[1])


@pytest.fixture
def bench(qtbot):
    """The composer over a host that sends nothing."""
    bench = Bench(qtbot)
    yield bench
    bench.host.close()
