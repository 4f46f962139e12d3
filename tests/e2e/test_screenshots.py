"""The pictures of the README, rendered from the running program.

``uv run pytest tests/e2e/test_screenshots.py --save-screenshots`` puts them into ``resources/screenshots``.
"""

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QTableView

from gui.api.schemas import TaskStatus
from gui.paths import DataPaths, resource
from gui.store.device_book import DeviceBook, DeviceEntry
from tests.conftest import WAIT_MS
from tests.e2e.test_commands import select
from tests.e2e.test_create import choose_script

SIZES = {"": (1440, 900), "-small": (1024, 700)}


@pytest.fixture
def folder(request, tmp_path):
    if request.config.getoption("--save-screenshots"):
        return resource("screenshots")
    return tmp_path


def name_the_phones(server, paths):
    """Give most phones the names that an operator would give them."""
    book = DeviceBook(paths.devices)
    serials = [row[0] for row in server.rows("SELECT serial FROM devices ORDER BY serial")]
    for number, serial in enumerate(serials[:30]):
        rack, place = divmod(number, 10)
        book.write(serial, DeviceEntry(f"Rack {rack + 1} · {place + 1:02}", f"Rack {rack + 1}"))


def take(panel, hand, path, size):
    """Save a picture once the window has laid out what it just learned: two polls further on."""
    with hand.qtbot.waitSignals([panel.host.connection_changed] * 2, timeout=WAIT_MS):
        pass
    assert panel.window.grab().save(str(path))
    assert worth_looking_at(path, size)


def worth_looking_at(path, size):
    """Whether a picture has the size asked for and shows more than a ground colour."""
    image = QImage(str(path))
    assert (image.width(), image.height()) == size
    colors = {image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}
    return len(colors) > 40


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize("kind", SIZES)
def test_the_pictures_of_the_readme(*, simulator, open_panel, hand, folder, tmp_path, theme, kind):
    size = SIZES[kind]
    server = simulator("--tasks", "2400", "--seed", "12")
    paths = DataPaths(tmp_path / "data")
    name_the_phones(server, paths)
    panel = open_panel(server.url, theme=theme, size=size)
    hand = hand(panel)
    table = panel.window.tasks.table
    hand.until(lambda: panel.host.progress.complete and table.rowCount() == len(panel.host.tasks))
    hand.until(lambda: any(device.model for device in panel.host.devices.values()))
    panel.look.load_icons()
    failed = [r[0] for r in server.rows("SELECT id FROM tasks WHERE status = 3 ORDER BY id DESC LIMIT 1")]
    select(panel, hand, failed)
    view = hand.find("task_view", QTableView)
    running = [row for row in range(table.rowCount()) if table.task(row).status == TaskStatus.RUNNING]
    view.scrollTo(table.index(running[-7], 0), QTableView.ScrollHint.PositionAtTop)
    busy = [
        row[0] for row in server.rows("SELECT serial FROM tasks WHERE status = 1 ORDER BY serial LIMIT 3")
    ]
    panel.window.devices.select(tuple(busy))
    tasks = folder / f"tasks-{theme}{kind}.png"
    take(panel, hand, tasks, size)

    panel.window.show_composer()
    hand.until(lambda: panel.window.composer is not None and panel.window.composer.isVisible())
    choose_script(hand, "post")
    hand.write("field.captions", "{New|Fresh} oven day #baking")
    compose = folder / f"compose-{theme}{kind}.png"
    hand.until(lambda: panel.window.composer.summary().sendable)
    take(panel, hand, compose, size)
    show_a_batch(panel, hand)
    take(panel, hand, folder / f"batches-{theme}{kind}.png", size)
    panel.window.show_tasks()
    panel.window.area.task_room.show_failures()
    take(panel, hand, folder / f"failures-{theme}{kind}.png", size)


def show_a_batch(panel, hand):
    """Send a plan for two racks, and turn to what becomes of it."""
    panel.window.devices.select([d.serial for d in panel.host.devices.values() if d.nickname][:20])
    choose_script(hand, "follow")
    hand.write("field.target_users", "\n".join(f"studio.{number}" for number in range(12)))
    hand.until(lambda: panel.window.composer.summary().count == 240)
    hand.click("create_button")
    batches = panel.host.batches.batches
    hand.until(lambda: any(len(batch.task_ids) == 240 for batch in batches.values()))
    panel.window.area.show_batch(max(batches))
    hand.until(lambda: hand.window.findChild(QLabel, "batch_pane.headline") is not None)
    hand.until(lambda: "240" in hand.find("batch_pane.headline", QLabel).text())
