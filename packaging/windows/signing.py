"""Signs with Authenticode by signtool, where the environment names a certificate; tells loudly where not.

``MATRIXDECK_WINDOWS_THUMBPRINT`` names a certificate of the user's store, or of a token that is plugged in.
Or ``MATRIXDECK_WINDOWS_PFX`` is a file and ``MATRIXDECK_WINDOWS_PFX_PASSWORD`` what opens it: PowerShell
takes both from the environment and puts the certificate into the user's store, so no argument list carries
a password.
``MATRIXDECK_WINDOWS_TIMESTAMP`` replaces the service that confirms the time.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from report import Report

THUMBPRINT = "MATRIXDECK_WINDOWS_THUMBPRINT"
FILE, PASSWORD = "MATRIXDECK_WINDOWS_PFX", "MATRIXDECK_WINDOWS_PFX_PASSWORD"
SERVICE, USUAL_SERVICE = "MATRIXDECK_WINDOWS_TIMESTAMP", "http://timestamp.digicert.com"
SIGN_S = 300
IMPORT = f"""
$ErrorActionPreference = 'Stop'
$password = ConvertTo-SecureString -String $env:{PASSWORD} -AsPlainText -Force
$place = "Cert:/CurrentUser/My"
(Import-PfxCertificate -FilePath $env:{FILE} -CertStoreLocation $place -Password $password).Thumbprint
"""


def command(report: Report) -> list[str]:
    """Return what signs the file whose name is put behind it; empty, and said so, where nothing can.

    Raises SystemExit when there is a certificate that cannot be used: an unsigned build is none instead.
    """
    if not (os.environ.get(THUMBPRINT) or os.environ.get(FILE)):
        report.say(f"UNSIGNED: neither {THUMBPRINT} nor {FILE} is set. Windows warns of such an installer.")
        return []
    if sys.platform != "win32":
        raise SystemExit(f"{THUMBPRINT} or {FILE} is set, but only Windows can sign. Unset it to build here.")
    tool = _signtool()
    service = os.environ.get(SERVICE, USUAL_SERVICE)
    which = os.environ.get(THUMBPRINT) or _from_file()
    return [tool, "sign", "/q", "/fd", "sha256", "/td", "sha256", "/tr", service, "/sha1", which]


def sign(path: Path, command: list[str], report: Report) -> None:
    """Sign a file. Raises SystemExit with the tool's words."""
    done = subprocess.run([*command, str(path)], capture_output=True, text=True, check=False, timeout=SIGN_S)
    if done.returncode:
        raise SystemExit(f"{path.name} could not be signed:\n{(done.stdout + done.stderr)[-2000:]}")
    report.say(f"signed   {path.name}")


def for_inno(command: list[str]) -> str:
    """Return the command as the compiler takes it: it replaces $f by the file, $q by a quotation mark."""
    return " ".join(f"$q{part}$q" for part in command) + " $f"


def _signtool() -> str:
    found = shutil.which("signtool")
    if found:
        return found
    kits = Path(os.environ.get("PROGRAMFILES(X86)", "C:/Program Files (x86)"), "Windows Kits", "10", "bin")
    tools = sorted(kits.glob("10.*/x64/signtool.exe"))
    if not tools:
        raise SystemExit("There is a certificate to sign with but no signtool, which the Windows SDK brings.")
    return str(tools[-1])


def _from_file() -> str:
    """Put the certificate of the file into the user's store; return its thumbprint."""
    done = subprocess.run(
        ["powershell", "-NoProfile", "-NonInteractive", "-Command", IMPORT],
        capture_output=True,
        text=True,
        check=False,
        timeout=SIGN_S,
    )
    if done.returncode:
        raise SystemExit(f"The certificate of {FILE} could not be read:\n{done.stderr[-1000:]}")
    return done.stdout.strip()
