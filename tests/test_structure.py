"""The house rules that a machine can check: who may import whom, and no nested event loop anywhere."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
GUI = ROOT / "gui"
LEAVES = {
    "gui",
    "gui.licences",
    "gui.paths",
    "gui.replacing",
    "gui.settings",
    "gui.themes",
    "gui.web_address",
}
FLOORS = {
    "api": {"gui.api"},
    "scripts": {"gui.scripts"},
    "store": {"gui.api.schemas", "gui.scripts", "gui.store"},
    "state": {"gui.api", "gui.scripts", "gui.store", "gui.state"},
    "tables": {"gui.api.schemas", "gui.tables"},
    "views": {
        "gui.api.schemas",
        "gui.api.errors",
        "gui.store.batch_records",
        "gui.scripts",
        "gui.state",
        "gui.tables",
        "gui.views",
    },
    "simulator": {"gui.api.schemas", "gui.scripts", "gui.simulator"},
}
QT = {
    "state": {"PySide6.QtCore"},
    "tables": {"PySide6.QtCore", "PySide6.QtGui"},
    "views": {"PySide6.QtCore", "PySide6.QtGui", "PySide6.QtWidgets", "PySide6.QtSvg"},
}
ONLY_IN = {
    "httpx": {"api"},
    "sqlite3": {"store", "simulator"},
    "fastapi": {"simulator"},
    "starlette": {"simulator"},
    "uvicorn": {"simulator"},
    "qasync": {"app.py"},
}
FORBIDDEN_CALLS = {"exec", "exec_", "processEvents", "qWait", "run_until_complete"}
STATIC_DIALOGS = {
    "QMessageBox": {"information", "question", "warning", "critical", "about"},
    "QFileDialog": {"getOpenFileName", "getOpenFileNames", "getSaveFileName", "getExistingDirectory"},
    "QInputDialog": {"getText", "getInt", "getDouble", "getItem", "getMultiLineText"},
    "QColorDialog": {"getColor"},
    "QFontDialog": {"getFont"},
}

MODULES = sorted(GUI.rglob("*.py"))


def imports(path):
    """Yield every absolute name that a module imports, wherever in the module."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield node.module
            yield from (
                f"{node.module}.{alias.name}" for alias in node.names if node.module.startswith("gui")
            )


def is_module(name):
    path = ROOT.joinpath(*name.split("."))
    return path.with_suffix(".py").exists() or path.is_dir()


def room(path):
    parts = path.relative_to(GUI).parts
    return parts[0]


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_floor_stands_only_on_those_below(path):
    floor = room(path)
    if floor not in FLOORS:
        return
    for name in imports(path):
        if not name.startswith("gui") or not is_module(name) or name in LEAVES:
            continue
        is_package = ROOT.joinpath(*name.split(".")).is_dir()
        allowed = any(name == base or name.startswith(base + ".") for base in FLOORS[floor])
        # "from gui.state import x" names the package on its way to a module that is judged by itself
        passing = is_package and any(base.startswith(name + ".") for base in FLOORS[floor])
        assert allowed or passing, f"{path.relative_to(ROOT)} imports {name}"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_libraries_stay_in_their_rooms(path):
    floor = room(path)
    for name in imports(path):
        top = name.partition(".")[0]
        if top in ONLY_IN:
            assert floor in ONLY_IN[top], f"{path.relative_to(ROOT)} imports {name}"
        if top in {"PySide6", "qtawesome"} and floor in FLOORS:
            assert name in QT.get(floor, set()), f"{path.relative_to(ROOT)} imports {name}"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_no_event_loop_inside_the_event_loop(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        where = f"{path.relative_to(ROOT)}:{node.lineno}"
        before_the_loop = path.name == "app.py" and node.func.attr == "exec"  # to see the first paint
        assert before_the_loop or node.func.attr not in FORBIDDEN_CALLS, f"{where}: {node.func.attr}()"
        owner = node.func.value
        if isinstance(owner, ast.Name):
            assert node.func.attr not in STATIC_DIALOGS.get(owner.id, set()), f"{where}: a static dialog"


def test_the_rules_see_a_breach(tmp_path):
    sample = tmp_path / "sample.py"
    sample.write_text("import httpx\nfrom gui.api import client\ndialog.exec()\n", encoding="utf-8")
    assert {"httpx", "gui.api", "gui.api.client"} == set(imports(sample))
    assert is_module("gui.api.client")
    assert not is_module("gui.api.schemas.Task")


def test_the_panel_never_loads_the_web_server():
    code = (
        "import sys; import gui.app, gui.views.compose.composer_page, gui.api.client, gui.diagnostics.doctor;"
        "print([m for m in ('fastapi', 'uvicorn', 'starlette') if m in sys.modules])"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert out.stdout.strip() == "[]"


def test_the_first_window_waits_for_no_network():
    code = (
        "import sys, gui.panel; print({'asyncio', 'httpx', 'qasync', 'pydantic', 'ssl'} & set(sys.modules))"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert out.stdout.strip() == "set()"


def test_no_source_text_is_read_and_kept_by_every_import():
    code = (
        "import gui.app, linecache; before = set(linecache.cache);"
        "import asyncio, gui.api.client; print(set(linecache.cache) - before)"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert out.stdout.strip() == "set()"


def test_no_lock_file_and_no_machine_path_in_the_project():
    listed = subprocess.run(["git", "ls-files"], capture_output=True, text=True, check=True, cwd=ROOT)
    files = listed.stdout.split()
    assert "uv.lock" not in files
    for name in files:
        path = ROOT / name
        if path.suffix in {".py", ".md", ".toml", ".svg"} and path.exists():
            text = path.read_text(encoding="utf-8")
            assert "/wo" + "rk/" not in text, name
