"""What came of reading a list out of a file, in words."""

from PySide6.QtCore import QCoreApplication

from gui.state.importing import Imported, ImportFault, ImportProblem
from gui.views.compose.inputs import MOST_IN_LINE
from gui.views.wording import number, sentences

translate = QCoreApplication.translate


def imported_words(read: Imported) -> str:
    """Say what was taken from a file."""
    count = translate("Importing", "%n line(s) taken from {name}.", "", len(read.lines)).format(
        name=read.name
    )
    return sentences(count, _column_words(read))


def _column_words(read: Imported) -> str:
    if read.column:
        template = translate("Importing", "Only the column “{column}”; its heading was left out.")
        return template.replace("{column}", read.column)
    if read.columns > 1:
        template = translate("Importing", "Only the first of {columns} columns.")
        return template.format(columns=number(read.columns))
    return ""


def problem_words(problem: ImportProblem) -> str:
    """Say why nothing was taken from a file, and what to do."""
    what, do = _faults()[problem.fault]
    nothing = translate("Importing", "Nothing was taken from {name}.").replace("{name}", problem.name)
    return f"✕ {sentences(nothing, what, do)}"


def refused_words(longest: int) -> str:
    """Say why a text was not inserted that has a line of so many characters."""
    template = translate(
        "Importing",
        "Nothing was inserted: one line of it has {length} characters, and {most} is the most that "
        "a line may have. Part it into lines first.",
    )
    return "✕ " + template.format(length=number(longest), most=number(MOST_IN_LINE))


def _faults() -> dict[ImportFault, tuple[str, str]]:
    save_as = translate("Importing", "Save it as a text, CSV or XLSX file and import that.")
    cut = translate("Importing", "Cut it into several files and import them one after the other.")
    return {
        ImportFault.MISSING: (
            translate("Importing", "There is no such file any more."),
            translate("Importing", "Choose it again where it is now."),
        ),
        ImportFault.NO_RIGHTS: (
            translate("Importing", "This account of the PC may not read it."),
            translate("Importing", "Copy it into a folder of your own and import it from there."),
        ),
        ImportFault.NOT_A_FILE: (
            translate("Importing", "It is not a file."),
            translate("Importing", "Choose a file inside it."),
        ),
        ImportFault.UNREADABLE: (
            translate("Importing", "The system could not read it."),
            translate("Importing", "Copy it to a disk of this PC and try again."),
        ),
        ImportFault.TOO_LARGE: (translate("Importing", "It is larger than 20 MB."), cut),
        ImportFault.TOO_MANY: (translate("Importing", "It has more than 500,000 lines."), cut),
        ImportFault.BINARY: (translate("Importing", "It is not a text file."), save_as),
        ImportFault.ENCODING: (
            translate("Importing", "It is in an encoding that is not known."),
            translate("Importing", "Save it as UTF-8 and import that."),
        ),
        ImportFault.OLD_EXCEL: (translate("Importing", "It comes from an old Excel."), save_as),
        ImportFault.BROKEN_EXCEL: (
            translate("Importing", "This Excel file is damaged, or locked by a password."),
            translate("Importing", "Open it in Excel, save it anew without a password, and import that."),
        ),
        ImportFault.BROKEN_CSV: (translate("Importing", "This CSV file is damaged."), save_as),
        ImportFault.EMPTY: (translate("Importing", "There are no lines in it."), ""),
    }
