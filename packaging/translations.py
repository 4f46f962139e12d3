"""Refresh the catalogues in ``resources/translations`` from the sources, and compile them.

``uv run python packaging/translations.py`` rewrites every ``.ts`` (kept translations stay) and every ``.qm``.
The texts of scripts and errors stand in rooms without Qt; they are handed to lupdate as a generated source.
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from gui.api import errors  # noqa: E402
from gui.scripts.registry import REGISTRY, texts  # noqa: E402

LANGUAGES = ("en", "zh_CN")
FOLDER = ROOT / "resources" / "translations"


def error_texts() -> Iterator[str]:
    """Yield every sentence of every error type."""
    kinds = [errors.ApiError, *errors.ApiError.__subclasses__()]
    for kind in kinds:
        yield from filter(None, (kind.title, kind.meaning, kind.remedy))


def generated_source() -> str:
    """Return a module in which the texts without Qt stand as lupdate expects them."""
    pairs = [("ApiError", text) for text in error_texts()]
    pairs += [("Scripts", text) for info in REGISTRY.values() for text in texts(info)]
    calls = [f"QCoreApplication.translate({context!r}, {text!r})" for context, text in dict.fromkeys(pairs)]
    return "\n".join(calls) + "\n"


def main() -> None:
    """Update and compile every catalogue."""
    sources = sorted(
        str(path.relative_to(ROOT))
        for folder in ("gui/views", "gui/tables")
        for path in (ROOT / folder).rglob("*.py")
    )
    with tempfile.TemporaryDirectory() as folder:
        generated = Path(folder) / "generated.py"
        generated.write_text(generated_source(), encoding="utf-8")
        for language in LANGUAGES:
            catalogue = FOLDER / f"matrixdeck_{language}.ts"
            plural_only = ["-pluralonly"] if language == "en" else []
            subprocess.run(
                [
                    "pyside6-lupdate", *plural_only, "-no-obsolete", "-locations", "none",
                    "-source-language", "en", "-target-language", language,
                    *sources, "gui/app.py", str(generated), "-ts", str(catalogue),
                ],
                cwd=ROOT,
                check=True,
            )
            subprocess.run(
                ["pyside6-lrelease", str(catalogue), "-qm", str(catalogue.with_suffix(".qm"))], check=True
            )


if __name__ == "__main__":
    main()
