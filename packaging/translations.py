"""Refresh the catalogues in ``resources/translations`` from the sources, and compile them.

``uv run python packaging/translations.py`` rewrites every ``.ts`` and ``.qm``: translations of texts that are
still there stay, those of texts that are gone go, and what is left to translate is counted.

lupdate alone does not do for Python: it overlooks some calls, takes no plural from ``translate()``, and knows
nothing of the texts in rooms without Qt. So the texts are collected here, and lupdate gets them as a source.
"""

import ast
import importlib
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from gui.api.errors import ApiError  # noqa: E402
from gui.scripts.problems import SENTENCES  # noqa: E402
from gui.scripts.registry import NOT_SUPPORTED, REGISTRY, ScriptInfo  # noqa: E402
from gui.scripts.spec import fields_of  # noqa: E402
from gui.state.batch_words import EVIDENCE, REASONS  # noqa: E402

FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("en", "zh_CN")
PLURALS_ONLY = ("en",)
"""The sources are English already; only their plurals must be written out."""

SOURCES = ("gui/panel.py", "gui/session.py", "gui/tables", "gui/views")
WORDLESS = ("Scripts", "ApiError", "BatchWords")
"""Contexts of texts that stand in rooms without Qt; views translate them out of variables."""


class Text(NamedTuple):
    """One text to translate."""

    context: str
    source: str
    plural: bool = False


class NotReadable(Exception):
    """A call whose text cannot be read off the source."""


def collect() -> list[Text]:
    """Return every text of the program, sorted, each once. Raises NotReadable."""
    found: dict[tuple[str, str], bool] = {}
    for path in _modules():
        for text in texts_in(path.read_text(encoding="utf-8"), str(path.relative_to(ROOT))):
            key = text.context, text.source
            found[key] = found.get(key, False) or text.plural
    for source in _error_texts():
        found["ApiError", source] = False
    for source in _script_texts():
        found["Scripts", source] = False
    for source in (*EVIDENCE, *REASONS):
        found["BatchWords", source] = False
    return sorted(Text(context, source, plural) for (context, source), plural in found.items())


def texts_in(code: str, name: str) -> Iterator[Text]:
    """Yield the texts of one module; ``name`` tells it in errors. Raises NotReadable."""
    yield from _walk(ast.parse(code), "", name)


def _modules() -> Iterator[Path]:
    for place in SOURCES:
        path = ROOT / place
        yield from sorted(path.rglob("*.py")) if path.is_dir() else (path,)


def _walk(node: ast.AST, class_name: str, module: str) -> Iterator[Text]:
    if isinstance(node, ast.ClassDef):
        class_name = node.name
    if isinstance(node, ast.Call):
        try:
            yield from _texts_of(node, class_name)
        except NotReadable:
            message = f"{module}:{node.lineno}: the text must stand in the call: {ast.unparse(node)}"
            raise NotReadable(message) from None
    for child in ast.iter_child_nodes(node):
        yield from _walk(child, class_name, module)


def _texts_of(call: ast.Call, class_name: str) -> Iterator[Text]:
    name = ast.unparse(call.func)
    words = call.args
    if name.rpartition(".")[2] == "tr":
        if name != "self.tr" or not class_name:
            raise NotReadable
        context = class_name
    elif name.rpartition(".")[2] == "translate" and len(words) > 1:
        context = _constant(words[0])
        if context in WORDLESS:
            return
        words = words[1:]
    else:
        return
    if not words or any(_constant(word) for word in words[1:2]):
        raise NotReadable  # a second meaning of a text: nothing has needed one yet
    texts = (words[0].body, words[0].orelse) if isinstance(words[0], ast.IfExp) else words[:1]
    for text in texts:
        yield Text(context, _constant(text), plural=len(words) > 2)


def _constant(node: ast.expr) -> str:
    if not (isinstance(node, ast.Constant) and isinstance(node.value, str)):
        raise NotReadable
    return node.value


def _error_texts() -> Iterator[str]:
    kinds = [ApiError]
    for kind in kinds:  # grows while it is walked
        kinds += kind.__subclasses__()
        yield from filter(None, (kind.title, kind.meaning, kind.remedy))


def _script_texts() -> Iterator[str]:
    yield from (NOT_SUPPORTED, *SENTENCES)
    for path in sorted((ROOT / "gui" / "scripts").glob("*.py")):
        yield from _told_in(path)
    for info in REGISTRY.values():
        yield from filter(None, _texts_of_script(info))


def _told_in(path: Path) -> Iterator[str]:
    """Yield the sentences that a model's own checks may tell; ``needed`` ones come with their fields."""
    constants = vars(importlib.import_module(f"gui.scripts.{path.stem}"))
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "told":
            sentence = node.args[0]
            if isinstance(sentence, ast.Constant):
                yield _constant(sentence)
            elif isinstance(sentence, ast.Name) and sentence.id in constants:
                yield constants[sentence.id]


def _texts_of_script(info: ScriptInfo) -> Iterator[str]:
    yield from (info.title, info.description)
    for spec in fields_of(info.model) if info.model else ():
        yield from (spec.title, spec.description, spec.section, spec.unit, spec.needed, spec.placeholder)
        yield from (label for _, label in spec.choices)


def source_for_lupdate(texts: list[Text]) -> str:
    """Return a module in which the texts stand as lupdate reads them."""
    lines, context = [], ""
    for text in texts:
        if text.context != context:
            context = text.context
            lines += [f"class {context}:", "    def texts(self, n):"]
        count = ", '', n" if text.plural else ""
        lines.append(f"        self.tr({text.source!r}{count})")
    return "\n".join(lines) + "\n"


def update(language: str, texts: list[Text]) -> Path:
    """Bring one ``.ts`` up to date and return it."""
    catalogue = FOLDER / f"matrixdeck_{language}.ts"
    options = ["-no-obsolete", "-locations", "none", "-source-language", "en", "-target-language", language]
    if language in PLURALS_ONLY:
        options.append("-pluralonly")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "texts.py"
        source.write_text(source_for_lupdate(texts), encoding="utf-8")
        _run("pyside6-lupdate", *options, str(source), "-ts", str(catalogue))
    return catalogue


def compile_to(catalogue: Path, target: Path) -> None:
    """Compile a ``.ts`` into a ``.qm``."""
    _run("pyside6-lrelease", str(catalogue), "-qm", str(target))


def unfinished(catalogue: Path) -> list[str]:
    """Return the sources of a ``.ts`` that wait for a translation."""
    messages = ET.parse(catalogue).iter("message")  # noqa: S314 - our own file
    return [
        message.findtext("source", "")
        for message in messages
        if message.find("translation[@type='unfinished']") is not None
    ]


def _run(tool: str, *arguments: str) -> None:
    command = [str(Path(sys.executable).with_name(tool)), *arguments]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def main() -> int:
    """Update and compile every catalogue; return 1 while something waits for a translation."""
    texts = collect()
    waiting = 0
    for language in LANGUAGES:
        catalogue = update(language, texts)
        compile_to(catalogue, catalogue.with_suffix(".qm"))
        left = unfinished(catalogue)
        waiting += len(left)
        print(f"{catalogue.name}: {len(left)} to translate", *left, sep="\n    ")
    return 1 if waiting else 0


if __name__ == "__main__":
    sys.exit(main())
