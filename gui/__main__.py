"""The command line: the panel itself, ``doctor`` and ``simulator``. Parses arguments and runs one of them."""

import argparse
import gc
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from gui import __version__
from gui.desktop import console, own_program
from gui.paths import DataPaths
from gui.settings import THEMES

if TYPE_CHECKING:
    from gui.desktop.instance import Instance

SIMULATOR = "simulator"
NO_DISPLAY = (
    "There is no screen to open a window on: DISPLAY and WAYLAND_DISPLAY are not set. "
    "Start MatrixDeck in a desktop session; --smoke-test and --screenshot work without one."
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program; return the exit status."""
    started = time.perf_counter()
    arguments = sys.argv[1:] if argv is None else list(argv)
    console.provide(arguments)
    options = _parser(arguments).parse_args(arguments)
    if options.command == SIMULATOR:
        from gui.simulator import command  # noqa: PLC0415 - the panel's start does not pay for it

        return command.run(options)
    if options.quit:
        from gui.desktop import second_start  # noqa: PLC0415 - as above

        return second_start.quit_running(_data_paths(options.data_dir).root)
    if options.command == "doctor":
        from gui import settings  # noqa: PLC0415 - the panel's start does not pay for it
        from gui.diagnostics import doctor  # noqa: PLC0415 - the panel's start does not pay for it

        paths = _data_paths(options.data_dir)
        saved, _ = settings.load(paths.settings)
        if options.bundle:
            from gui.diagnostics import bundle  # noqa: PLC0415 - nor does the doctor alone

            return bundle.run(options.bundle, options.url or "", paths, saved, as_json=options.json)
        return doctor.run(options.url or "", saved.url, options.json)
    status = _panel(options, started)
    return _start_again(arguments) if status == own_program.AGAIN else status


def _panel(options: argparse.Namespace, started: float) -> int:
    if not _has_display():
        if not (options.smoke_test or options.screenshot):
            print(NO_DISPLAY, file=sys.stderr)  # noqa: T201 - there is no window to say it in
            return 2
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    paths, instance = _data_paths(options.data_dir), None
    if not _is_temporary(options, paths):
        from gui.desktop.instance import Instance  # noqa: PLC0415 - Qt is only loaded for the panel

        instance = Instance(paths.root)
        status = _take_place(options, instance, paths.root)
        if status is not None:
            return status
    try:
        return _run(options, paths, instance, started)
    finally:
        if instance is not None:
            instance.release()


def _is_temporary(options: argparse.Namespace, paths: DataPaths) -> bool:
    """Whether the panel gets a folder of its own, which no other can meet: a demo leaves nothing behind."""
    return options.demo and (options.data_dir is None or paths.are_default)


def _take_place(options: argparse.Namespace, instance: "Instance", root: Path) -> int | None:
    """Make this start the panel of its data folder; return the exit status where another one is."""
    if instance.claim() and not instance.why_unlocked:
        return None
    from gui.desktop import second_start  # noqa: PLC0415 - hardly any start is a second one

    if options.smoke_test or options.screenshot:
        return None if instance.why_unlocked else second_start.report_in_use(instance)
    return second_start.join(instance, root, quietly=options.minimized)


def _run(options: argparse.Namespace, paths: DataPaths, instance: "Instance | None", started: float) -> int:
    demo = None
    if options.demo:
        from gui.demo import DemoSimulator  # noqa: PLC0415 - only a demo needs it

        demo = DemoSimulator("--ui-rate", "6")  # comes up while Qt is loaded
    gc.disable()  # hardly anything that a start makes is garbage; the session takes this back
    try:
        from gui import app  # noqa: PLC0415 - Qt is only loaded for the panel

        return app.run(
            app.Options(
                paths=paths,
                temporary=instance is None,
                demo=options.demo,
                url=options.url or "",
                theme=options.theme,
                lang=options.lang,
                smoke_test=options.smoke_test,
                screenshot=options.screenshot,
                size=options.size,
                minimized=options.minimized,
            ),
            demo,
            instance,
            started,
        )
    finally:
        if demo is not None:
            demo.stop()


def _start_again(arguments: Sequence[str]) -> int:
    if own_program.start_again(arguments):
        return 0
    print("MatrixDeck was closed, but could not be started again.", file=sys.stderr)  # noqa: T201
    return 1


def _has_display() -> bool:
    """Whether Qt can open a window; without one it would abort without a word that helps."""
    on_x_or_wayland = sys.platform not in {"win32", "darwin"}
    names = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")
    return not on_x_or_wayland or any(os.environ.get(name) for name in names)


def _data_paths(folder: Path | None) -> DataPaths:
    """Return where the data are. Ends the program, in words, for a user who has no home."""
    try:
        return DataPaths(folder.expanduser().absolute()) if folder else DataPaths.default()
    except RuntimeError as error:
        raise SystemExit(
            f"There is no home folder ({error}). Name a folder for the data: --data-dir DIR"
        ) from None


def _url(text: str) -> str:
    from gui.api.address import parse_url  # noqa: PLC0415 - only where an address is given

    try:
        return parse_url(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.lower().partition("x")
    try:
        size = int(width), int(height)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a size such as 1440x900") from None
    if not (800 <= size[0] <= 16384 and 560 <= size[1] <= 16384):
        raise argparse.ArgumentTypeError("a window is between 800x560 and 16384x16384")
    return size


def _parser(arguments: Sequence[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="matrixdeck", description="A desktop control panel for the TikMatrix Local API."
    )
    parser.add_argument("--version", action="version", version=f"MatrixDeck {__version__}")
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--demo", action="store_true", help="run on an embedded simulator, without TikMatrix")
    where.add_argument("--url", type=_url, help="address of the Local API (default: found by itself)")
    _add_data_dir(parser)
    parser.add_argument("--theme", choices=THEMES, help="colours (default: as in the settings)")
    parser.add_argument("--lang", metavar="CODE", help="language, for example en or zh_CN")
    parser.add_argument(
        "--smoke-test", action="store_true", help="start, wait for the first picture, report and exit"
    )
    parser.add_argument("--screenshot", type=Path, metavar="FILE", help="save a picture of the first picture")
    parser.add_argument("--minimized", action="store_true", help="start as an icon")
    parser.add_argument(
        "--quit", action="store_true", help="close the panel that runs, and wait until it has"
    )
    parser.add_argument("--size", type=_size, metavar="WxH", help="size of the window in pixels")
    commands = parser.add_subparsers(dest="command", metavar="{doctor,simulator}")
    doctor = commands.add_parser("doctor", help="tell what the panel would find, and what to mend")
    # SUPPRESS: what stands before the word "doctor" holds unless it is given again behind it.
    doctor.add_argument("--url", type=_url, default=argparse.SUPPRESS, help="address of the Local API")
    doctor.add_argument("--json", action="store_true", help="print one JSON object")
    doctor.add_argument(
        "--bundle", type=Path, metavar="FILE", help="write a zip for somebody who helps, without secrets"
    )
    _add_data_dir(doctor, default=argparse.SUPPRESS)
    simulator = commands.add_parser(SIMULATOR, help="serve a simulated Local API, without phones")
    if SIMULATOR in arguments:
        from gui.simulator import command  # noqa: PLC0415 - its options are known only where they may be given

        command.add_arguments(simulator)
    return parser


def _add_data_dir(parser: argparse.ArgumentParser, default: str | None = None) -> None:
    parser.add_argument(
        "--data-dir",
        type=Path,
        metavar="DIR",
        default=default,
        help="folder for everything the program writes",
    )


if __name__ == "__main__":
    sys.exit(main())
