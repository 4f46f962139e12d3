"""The texts of gui.scripts in the user's language."""

from PySide6.QtCore import QCoreApplication

from gui.scripts.problems import Problem


def said(text: str) -> str:
    """Return a title, description or sentence of gui.scripts, translated."""
    return QCoreApplication.translate("Scripts", text) if text else ""


def problem_text(problem: Problem) -> str:
    """Return what is wrong, as a translated sentence."""
    values = dict(problem.values)
    for key in ("title", "unit"):
        if word := values.get(key, "").strip():
            values[key] = values[key].replace(word, said(word))
    return said(problem.template).format_map(values) if values else said(problem.template)
