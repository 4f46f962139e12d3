"""What Windows alone asks of a program: a name, a mark that it runs, leave for others to come up."""

import sys
from collections.abc import Callable
from typing import Any

IS_HERE = sys.platform == "win32"
APP_ID = "MatrixDeck.MatrixDeck"
"""Groups the windows in the task bar with the shortcut of the start menu, which carries the same."""
MUTEX = "MatrixDeck"
"""By this the installer sees that the program runs."""
ANY_PROCESS = 0xFFFFFFFF
PARENT_PROCESS = 0xFFFFFFFF
SYNCHRONIZE = 0x0010_0000
ICON_WARNING = 0x30
_WAIT_OBJECT_0 = 0


def introduce() -> None:
    """Name this process and mark it as running until it ends."""
    if IS_HERE:
        _library("shell32").SetCurrentProcessExplicitAppUserModelID(APP_ID)
        _library("kernel32").CreateMutexW(None, False, MUTEX)  # kept open by the process itself


def let_others_come_forward() -> None:
    """Pass on the leave to come to the front, which a process has that the user has just started."""
    if IS_HERE:
        _library("user32").AllowSetForegroundWindow(ANY_PROCESS)


def attach_console() -> bool:
    """Use the console that the program was started from, where there is one; return whether."""
    return IS_HERE and bool(_library("kernel32").AttachConsole(PARENT_PROCESS))


def tell(text: str) -> None:
    """Say something to the user of a program that has neither a console nor a window."""
    if IS_HERE and sys.stderr is None:
        _library("user32").MessageBoxW(None, text, "MatrixDeck", ICON_WARNING)


def ends(pid: int) -> Callable[[int], bool]:
    """Return what waits at most so many ms for a process to end, files and all, and says whether it did.

    Take it while the process lives: its number may be another's later. Elsewhere nobody needs to wait,
    because the files of a running program can be replaced.
    """
    if not (IS_HERE and pid):
        return lambda _: True
    kernel = _library("kernel32")
    handle = kernel.OpenProcess(SYNCHRONIZE, False, pid)
    if not handle:
        return lambda _: True
    return lambda wait_ms: bool(kernel.WaitForSingleObject(handle, wait_ms) == _WAIT_OBJECT_0)


def _library(name: str) -> Any:  # noqa: ANN401 - its functions are found at run time
    import ctypes  # noqa: PLC0415 - only Windows pays for it

    library = vars(ctypes)["WinDLL"](name)
    if name == "kernel32":  # a handle is as wide as a pointer
        library.OpenProcess.restype = library.CreateMutexW.restype = ctypes.c_void_p
        library.WaitForSingleObject.argtypes = (ctypes.c_void_p, ctypes.c_uint32)
    return library
