"""The diagnostics: one zip that a user can look into and then send to somebody who helps, without secrets."""

import asyncio
import importlib
import json
import locale
import os
import platform
import shutil
import sys
import time
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from gui import __version__, licences, logs
from gui.api.request_log import RequestLog
from gui.api.schemas import RequestRecord
from gui.diagnostics import crash, doctor
from gui.diagnostics.doctor import Step
from gui.diagnostics.scrubbing import Scrubber
from gui.paths import DataPaths
from gui.replacing import replacing
from gui.settings import Settings

DEADLINE_S = 20.0
"""For the doctor's whole examination."""
LOG_BYTES = 1_200_000
"""Of each file, its end; a crash log's beginning."""
ENVIRONMENT = (
    "LANG",
    "LC_ALL",
    "QT_QPA_PLATFORM",
    "QT_SCALE_FACTOR",
    "QT_STYLE_OVERRIDE",
    "XDG_SESSION_TYPE",
    "XDG_CURRENT_DESKTOP",
)
README = """MatrixDeck {version}: diagnostics, {when}

Look through these files before you send them. Each is plain text.

{contents}
Left out: forms, presets, batches, device names, window layout, API keys and the key store.
Masked: whatever looks like a key, a password or a token (***), the query of an address (?***),
your home folder and your account's name (~). Device serials and the names of TikTok accounts that
stand in the logs or in a request are not masked.
"""
_WORDS = {
    "README.txt": "this text",
    "versions.json": "MatrixDeck, Python, Qt, libraries, system, screens, data folder",
    "doctor.json": "whether TikMatrix was found, step by step",
    "settings.json": "the settings, without the window's layout",
    "requests.jsonl": "the last requests to TikMatrix: method, path, status, time",
}


@dataclass(frozen=True, slots=True)
class Findings:
    """What the doctor found, and the requests that it made."""

    url: str
    source: str
    steps: list[Step]
    requests: list[RequestRecord]


async def examine(url: str, saved_url: str, deadline_s: float = DEADLINE_S) -> Findings:
    """Let the doctor examine, but no longer than that; what it had found by then counts."""
    steps: list[Step] = []
    requests = RequestLog()
    try:
        async with asyncio.timeout(deadline_s):
            found, _ = await doctor.examine(url, saved_url, steps=steps, log=requests)
    except TimeoutError:
        found = None
        steps.append(Step("deadline", False, deadline_s * 1000, f"not finished after {deadline_s:g} s"))
    address = (found.url, found.source) if found is not None else (url or saved_url, "")
    return Findings(*address, steps, [*requests])


def collect(
    paths: DataPaths,
    settings: Settings,
    findings: Findings,
    panel_requests: str,
    *,
    screens: Sequence[Mapping[str, object]] = (),
    secrets: Iterable[str] = (),
) -> dict[str, str]:
    """Return the text of every file of the bundle by its name. May take a second: for a thread.

    ``panel_requests``: the running panel's, as JSON lines. ``screens``: as far as they are known.
    ``secrets``: keys that are known at the moment.
    """
    scrub = Scrubber.of_this_machine(secrets)
    found = asdict(findings)
    del found["requests"]
    kept_settings = {
        name: scrub.address(value) if name.endswith("url") else scrub.value(value)
        for name, value in asdict(settings).items()
        if name != "layout"
    }
    files = {
        "versions.json": _json(scrub.value(versions(paths, screens))),
        "doctor.json": _json(scrub.value(found)),
        "settings.json": _json(kept_settings),
        "requests.jsonl": _requests(scrub, panel_requests, findings.requests),
    }
    for path in _logs(paths.logs):
        files[f"logs/{path.name}"] = scrub.text(_read(path))
    return {"README.txt": _readme(files), **files}


def versions(paths: DataPaths, screens: Sequence[Mapping[str, object]] = ()) -> dict[str, object]:
    """Return what runs here, and on what."""
    return {
        "matrixdeck": __version__,
        "frozen": bool(getattr(sys, "frozen", False)),
        "python": f"{platform.python_implementation()} {platform.python_version()}",
        "qt": _qt_version(),
        "libraries": _libraries(),
        "system": platform.platform(),
        "machine": platform.machine(),
        "locale": _locale(),
        "encoding": f"{sys.getfilesystemencoding()}, {locale.getpreferredencoding(do_setlocale=False)}",
        "time": time.strftime("%Y-%m-%d %H:%M:%S %z"),
        "environment": {name: os.environ[name] for name in ENVIRONMENT if name in os.environ},
        "screens": [dict(screen) for screen in screens],
        "data": _folder(paths.root),
    }


def write(path: Path, files: Mapping[str, str], *, over: bool = False) -> None:
    """Write the bundle, all or nothing. Raises OSError, FileExistsError for a file that is there already.

    ``over``: it may be replaced.
    """
    if path.exists() and not over:
        raise FileExistsError(f"{path} exists already")
    with replacing(path) as file, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text.encode("utf-8", "backslashreplace"))


def run(path: Path, url: str, paths: DataPaths, settings: Settings, *, as_json: bool) -> int:
    """Collect and write a bundle, say what is in it; return 0, or 1 where it could not be written."""
    try:
        if path.exists():  # before half a minute's work
            raise FileExistsError(f"{path} exists already")
        findings = asyncio.run(examine(url, settings.url))
        files = collect(paths, settings, findings, _ask_panel(paths.root))
        write(path, files)
    except OSError as error:
        problem = f"{error.strerror}: {path}" if error.strerror else str(error)
        _say_failure(f"The diagnostics could not be written ({problem}).", as_json=as_json)
        return 1
    if as_json:
        doctor.say(json.dumps({"ok": True, "bundle": str(path.absolute()), "files": [*files]}))
    else:
        doctor.say(f"{path.absolute()}\n\n{files['README.txt']}")
    return 0


def _say_failure(sentence: str, *, as_json: bool) -> None:
    if as_json:
        doctor.say(json.dumps({"ok": False, "error": sentence}))
    else:
        fix = "Name another file: --bundle FILE, in a folder that you may write to, on a disk with room."
        doctor.say(f"{sentence}\n{fix}", sys.stderr)


def _ask_panel(root: Path) -> str:
    """Return the requests of the panel that runs on a data folder; empty where none answers."""
    try:
        from gui.desktop import instance  # noqa: PLC0415 - needs Qt, which may be what is broken

        return instance.ask(root, "requests") or ""
    except (ImportError, OSError, RuntimeError):
        return ""


def _requests(scrub: Scrubber, panel: str, own: Sequence[RequestRecord]) -> str:
    lines = []
    for line in panel.splitlines():
        try:
            record = json.loads(line)
        except (ValueError, RecursionError):
            record = {"unreadable": line}
        lines.append({"by": "panel", **record} if isinstance(record, dict) else {"by": "panel", "is": record})
    lines += [{"by": "doctor", **asdict(record)} for record in own]
    return "".join(json.dumps(scrub.value(line), ensure_ascii=False) + "\n" for line in lines)


def _logs(folder: Path) -> list[Path]:
    try:
        found = [*folder.glob(f"{logs.FILE}*"), *folder.glob("crash*.log")]
        return sorted(path for path in found if path.is_file() and not path.is_symlink())
    except OSError:
        return []


def _read(path: Path) -> str:
    try:
        with path.open("rb") as file:
            if not path.name.startswith(Path(crash.FILE).stem):
                file.seek(max(0, path.stat().st_size - LOG_BYTES))
            return file.read(LOG_BYTES).decode("utf-8", "replace")
    except OSError as error:
        return f"(could not be read: {error})\n"


def _readme(files: Mapping[str, str]) -> str:
    names = ["README.txt", *files]
    width = max(map(len, names))
    rows = [f"{name:<{width}}  {_WORDS.get(name, 'what the program wrote')}\n" for name in names]
    return README.format(version=__version__, when=time.strftime("%Y-%m-%d %H:%M"), contents="".join(rows))


def _qt_version() -> str:
    try:
        from PySide6 import QtCore  # noqa: PLC0415 - it may be what is broken

        return f"{QtCore.qVersion()}, PySide6 {importlib.import_module('PySide6').__version__}"
    except ImportError as error:
        return f"cannot be loaded: {error}"


def _locale() -> str:
    try:
        return ".".join(filter(None, locale.getlocale()))
    except ValueError as error:  # macOS sets one for terminals that Python does not know
        return str(error)


def _libraries() -> dict[str, str]:
    try:
        return {each.name: each.version for each in licences.components()}
    except (OSError, ValueError) as error:  # a built program without the list that its build wrote
        return {"unknown": str(error)}


def _folder(root: Path) -> dict[str, object]:
    """Return what the data folder is like: room, and the sizes of its files."""
    facts: dict[str, object] = {"folder": str(root), "writable": os.access(root, os.W_OK)}
    try:
        facts["free_bytes"] = shutil.disk_usage(root).free
        facts["files"] = {path.name: path.stat().st_size for path in sorted(root.iterdir()) if path.is_file()}
    except OSError as error:
        facts["problem"] = str(error)
    return facts


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
