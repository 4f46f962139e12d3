"""Signs, notarises and staples, as far as the environment has what that takes; tells loudly what it has not.

``MATRIXDECK_MACOS_IDENTITY`` names a "Developer ID Application" certificate in the keychain.
``MATRIXDECK_NOTARY_KEY`` (a file), ``MATRIXDECK_NOTARY_KEY_ID`` and ``MATRIXDECK_NOTARY_ISSUER`` are a key of
App Store Connect.
"""

import json
import os
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from report import Report

ENTITLEMENTS = Path(__file__).parent / "entitlements.plist"
IDENTITY = "MATRIXDECK_MACOS_IDENTITY"
NOTARY = ("MATRIXDECK_NOTARY_KEY", "MATRIXDECK_NOTARY_KEY_ID", "MATRIXDECK_NOTARY_ISSUER")
AD_HOC = "-"
MACH_O = {bytes.fromhex(magic) for magic in ("feedface", "feedfacf", "cefaedfe", "cffaedfe", "cafebabe")}
SIGN_S = 600
NOTARISE_S = 3600
"""The longest that Apple may take; mostly it is a few minutes."""


def identity() -> str:
    """Return the name of the certificate, empty when there is none."""
    return os.environ.get(IDENTITY, "")


def inside_out(app: Path) -> Iterator[Path]:
    """Yield what must be signed on its own, the innermost first and the application last.

    A framework is signed as its version's folder; links are not code.
    """
    program = app / "Contents" / "MacOS"
    found = {_unit(path) for path in app.rglob("*") if _is_code(path) and path.parent != program}
    yield from sorted(found, key=lambda path: (-len(path.parts), path))
    yield app


def _is_code(path: Path) -> bool:
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(4) in MACH_O


def _unit(path: Path) -> Path:
    versions = path.parent.parent
    own = versions.name == "Versions" and versions.parent.name == f"{path.name}.framework"
    return path.parent if own else path


def sign(app: Path, report: Report) -> None:
    """Sign an application. Without a certificate it gets the bare mark without which no Mac starts it."""
    name = identity()
    if not name:
        report.say(f"UNSIGNED: {IDENTITY} is not set. macOS refuses to open a downloaded build without it.")
    for unit in inside_out(app):
        _codesign(unit, name or AD_HOC, ENTITLEMENTS if name and unit == app else None)
    verify = ["codesign", "--verify", "--deep", "--strict", "--verbose=2", str(app)]
    done = subprocess.run(verify, capture_output=True, text=True, check=False, timeout=SIGN_S)
    whole = done.returncode == 0
    report.check("the signatures are whole", whole, "" if whole else done.stderr[-800:])


def sign_image(image: Path) -> None:
    """Sign a disk image, where there is a certificate."""
    if identity():
        _codesign(image, identity(), None, runtime=False)


def _codesign(path: Path, name: str, entitlements: Path | None, *, runtime: bool = True) -> None:
    command = ["codesign", "--force", "--sign", name]
    if name != AD_HOC:  # the hardened runtime would refuse libraries that no team has signed
        command += ["--timestamp", *(["--options", "runtime"] if runtime else [])]
    if entitlements:
        command += ["--entitlements", str(entitlements)]
    _run([*command, str(path)], SIGN_S)


def notarise(path: Path, report: Report) -> bool:
    """Let Apple look at an application or an image and attach its ticket; return whether there is one."""
    missing = [name for name in (IDENTITY, *NOTARY) if not os.environ.get(name)]
    if missing:
        report.say(f"NOT NOTARISED: {path.name}; not set: {', '.join(missing)}")
        return False
    key, key_id, issuer = (os.environ[name] for name in NOTARY)
    account = ["--key", key, "--key-id", key_id, "--issuer", issuer]
    with tempfile.TemporaryDirectory() as folder:
        handed_in = path
        if path.is_dir():
            handed_in = Path(folder) / f"{path.stem}.zip"
            _run(["ditto", "-c", "-k", "--keepParent", str(path), str(handed_in)], SIGN_S)
        submit = ["xcrun", "notarytool", "submit", str(handed_in), *account, "--wait"]
        answer = json.loads(_run([*submit, "--output-format", "json"], NOTARISE_S))
    if answer.get("status") != "Accepted":
        log = ["xcrun", "notarytool", "log", str(answer.get("id")), *account]
        report.check(f"Apple accepts {path.name}", False, _run(log, SIGN_S)[-3000:])
        return False
    report.check(f"Apple accepts {path.name}", True)
    _run(["xcrun", "stapler", "staple", str(path)], SIGN_S)
    return True


def assess(path: Path, report: Report) -> None:
    """Ask Gatekeeper what it will say on a user's Mac."""
    as_image = ["--type", "open", "--context", "context:primary-signature"]
    kind = as_image if path.suffix == ".dmg" else ["--type", "execute"]
    command = ["spctl", "--assess", "--verbose=2", *kind, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=SIGN_S)
    report.check(f"Gatekeeper opens {path.name}", done.returncode == 0, done.stderr.strip())


def _run(command: list[str], timeout_s: float) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=timeout_s)
    if done.returncode:
        raise SystemExit(f"{command[0]} {command[1]} failed: {(done.stdout + done.stderr)[-2000:]}")
    return done.stdout
