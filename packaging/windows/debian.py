"""A small Debian with wine in it, made once and kept: what a Windows build is tried in on Linux."""

import fcntl
import hashlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from platformdirs import user_cache_path
from report import Report

SUITE = "trixie"
PACKAGES = ("wine64", "xvfb", "fonts-dejavu-core", "fonts-wqy-microhei", "gcc-mingw-w64-x86-64-win32")
# Inno Setup is a 32-bit program. wine runs those without any 32-bit library of Linux, given its own DLLs for
# them, which Debian puts into the package for i386. Checked against the Release file that Debian 13.7 signed.
WINE_I386 = {"10.0~repack-6": "fef4802a6553a17eaa40003333a86fc697440d1d21c5824f2dbd1c444f01527b"}
DLLS = "usr/lib/{}-linux-gnu/wine/i386-windows"
# What Qt's libraries import and wine does not have. These DLLs stay in here: no build contains them.
STUBS = {
    "icuuc": "UCNV_FROM_U_CALLBACK_SUBSTITUTE UCNV_TO_U_CALLBACK_SUBSTITUTE ucnv_cbFromUWriteUChars "
    "ucnv_cbToUWriteUChars ucnv_close ucnv_countAvailable ucnv_fromUCountPending ucnv_fromUnicode "
    "ucnv_getAvailableName ucnv_getFromUCallBack ucnv_getMaxCharSize ucnv_getName ucnv_getStandardName "
    "ucnv_getToUCallBack ucnv_open ucnv_reset ucnv_setFromUCallBack ucnv_setToUCallBack ucnv_toUCountPending "
    "ucnv_toUnicode",
    "mscms": "CloseColorProfile GetColorProfileFromHandle OpenColorProfileW WcsCreateIccProfile",
}
STUB = "__declspec(dllexport) void *{}(void) {{ return 0; }}\n"
NEEDED = ("mmdebstrap", "dpkg-deb", "unshare", "nsenter", "chroot")
APT_HELPER = Path("/usr/lib/apt/apt-helper")
MAKE_S = 900


class CannotMakeError(Exception):
    """Why there is no such Debian here: one line for people."""


def why_not() -> str:
    """Return what keeps this machine from making or entering one; empty when nothing does."""
    missing = [name for name in NEEDED if shutil.which(name) is None]
    if missing or not APT_HELPER.exists():
        return f"not installed here: {', '.join(missing) or APT_HELPER}"
    return "" if os.geteuid() == 0 else "only root may mount what wine is run in"


def root(report: Report) -> Path:
    """Return the folder of the ready system; make it if there is none. Raises CannotMakeError."""
    reason = why_not()
    if reason:
        raise CannotMakeError(reason)
    cache = user_cache_path("matrixdeck-build", ensure_exists=True)
    recipe = hashlib.sha256(Path(__file__).read_bytes()).hexdigest()[:12]
    ready = cache / f"{SUITE}-{recipe}"
    with _alone(cache):
        if not ready.is_dir():
            report.say(f"making a Debian {SUITE} with wine in {cache}: once, a minute or two")
            _remove_others(cache)
            with tempfile.TemporaryDirectory(prefix="unfinished-", dir=cache) as folder:
                _make(Path(folder) / "root", Path(folder))
                (Path(folder) / "root").rename(ready)
    return ready


@contextmanager
def in_use(system: Path) -> Iterator[None]:
    """Keep a ready system from being removed for as long as this lasts."""
    lock = os.open(system, os.O_RDONLY)
    try:
        fcntl.flock(lock, fcntl.LOCK_SH)
        yield
    finally:
        os.close(lock)


def _remove_others(cache: Path) -> None:
    """Remove what was made after another recipe, unless another build uses it."""
    for system in cache.glob(f"{SUITE}-*"):
        lock = os.open(system, os.O_RDONLY)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(system)
        except BlockingIOError:
            continue
        finally:
            os.close(lock)


@contextmanager
def _alone(cache: Path) -> Iterator[None]:
    """Keep other builds out, and clear away what a killed one left."""
    with (cache / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        for left in cache.glob("unfinished-*"):
            shutil.rmtree(left)
        yield


def _make(root: Path, folder: Path) -> None:
    command = ["mmdebstrap", "--quiet", "--mode=root", "--variant=apt", "--include", ",".join(PACKAGES)]
    _run(*command, SUITE, str(root))
    _add_wine_i386(root, folder)
    for name, exports in STUBS.items():
        source = root / "srv" / f"{name}.c"
        source.write_text("".join(map(STUB.format, exports.split())), encoding="utf-8")
        link = ["-shared", "-nostdlib", "-Wl,-e,0", "-o", f"/srv/{name}.dll", f"/srv/{name}.c"]
        _run("chroot", str(root), "x86_64-w64-mingw32-gcc", *link)
        source.unlink()
    _make_windows(root)


def _make_windows(root: Path) -> None:
    """Let wine lay out its Windows, so that no build waits for it."""
    inside = [
        "export HOME=/root PATH=/usr/lib/wine:/usr/bin:/bin LANG=C.UTF-8 WINEDEBUG=-all",
        "wine64 wineboot --init </dev/null >/dev/null 2>&1",
        "wineserver64 --wait",
        "mv /srv/*.dll /root/.wine/drive_c/windows/system32",
    ]
    # --pid: whatever hangs in there ends with its first process, which the limit of time kills
    enter = ["unshare", "--mount", "--pid", "--fork", "--kill-child", f"--mount-proc={root}/proc"]
    _run(*enter, "chroot", str(root), "sh", "-ec", "\n".join(inside))
    if not (root / "root/.wine/system.reg").exists():
        raise CannotMakeError("wine could not lay out its Windows")


def _add_wine_i386(root: Path, folder: Path) -> None:
    asked = _run("chroot", str(root), "dpkg-query", "-W", "-f", "${Version}", "libwine")
    if asked not in WINE_I386:
        raise CannotMakeError(f"no hash is known of the i386 package of libwine {asked}")
    sources = (root / "etc" / "apt" / "sources.list").read_text(encoding="utf-8")
    archive = next(word for word in sources.split() if "://" in word)
    package = folder / "libwine.deb"
    address = f"{archive}/pool/main/w/wine/libwine_{asked}_i386.deb"
    _run(str(APT_HELPER), "download-file", address, str(package), f"SHA256:{WINE_I386[asked]}")
    unpacked = folder / "libwine"
    _run("dpkg-deb", "-x", str(package), str(unpacked))
    shutil.copytree(unpacked / DLLS.format("i386"), root / DLLS.format("x86_64"), dirs_exist_ok=True)


def _run(*command: str) -> str:
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=MAKE_S)
    except subprocess.TimeoutExpired:
        raise CannotMakeError(f"{command[0]} took longer than {MAKE_S} s") from None
    if done.returncode:
        last = (done.stderr.strip() or done.stdout.strip() or "no words").splitlines()[-1]
        raise CannotMakeError(f"{command[0]}: {last[:300]}")
    return done.stdout
