"""Says what a frozen program contains: notices and licence texts, bill of materials, largest parts."""

import subprocess
from pathlib import Path

import notices
import sbom
from report import Report, megabytes


def write(program: Path, site_packages: Path, bill: Path, report: Report) -> None:
    """Put the notices into ``program`` and write its ``bill``; a part without a licence text fails the build.

    ``site_packages``: of the environment that was frozen, for whichever system that is.
    """
    problems = notices.write(program, site_packages)
    report.check("licences of everything bundled", not problems, "; ".join(problems))
    sbom.write(program, site_packages, bill, report)
    tell_largest(program, report)


def site_packages(python: Path) -> Path:
    """Return where the packages of an environment's Python lie."""
    asked = [str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    return Path(subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip())


def tell_largest(program: Path, report: Report) -> None:
    """Say what fills a program: its largest parts."""
    folders = (program / name for name in ("_internal", "Contents/Frameworks"))
    inside = next((folder for folder in folders if folder.is_dir()), program)
    parts = sorted(((megabytes(part), part.name) for part in inside.iterdir()), reverse=True)
    report.say("inside   " + ", ".join(f"{name} {size:.1f}" for size, name in parts[:8]))
