"""The language of the window: Qt's own words and ours, loaded for one language code."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from gui import paths

PREFIX = "matrixdeck_"
OURS = "matrixdeck"
QTS = "qtbase"


def available() -> list[str]:
    """Return the codes of the languages that the program ships."""
    folder = paths.resource("translations")
    return sorted(file.stem.removeprefix(PREFIX) for file in folder.glob(f"{PREFIX}*.qm"))


def load(app: QCoreApplication, code: str) -> QLocale:
    """Speak the language of a code, the system's when empty; return the locale that goes with the words.

    That locale becomes the default one, so that numbers are written as the words are. A language that is not
    there becomes English, which has a catalogue as well: it holds the plurals.
    """
    unload(app)
    wanted = QLocale(code) if code else QLocale.system()
    ours = _catalogue(app, OURS)
    folder = str(paths.resource("translations"))
    # Chinese of Singapore reads as that of China does; the catalogues are named for one country.
    same_script = QLocale(wanted.language(), wanted.script(), QLocale.Country.AnyTerritory)
    for locale in (wanted, same_script, QLocale("en")):
        if ours.load(locale, OURS, "_", folder):
            break
    app.installTranslator(ours)
    spoken = QLocale(ours.language() or "en")
    # Qt's own words follow ours: a dialog in two languages would be worse than one in English.
    qts = _catalogue(app, QTS)
    if qts.load(spoken, QTS, "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(qts)
    locale = wanted if wanted.language() == spoken.language() else spoken
    QLocale.setDefault(locale)
    return locale


def unload(app: QCoreApplication) -> None:
    """Take back what :func:`load` did."""
    for name in (OURS, QTS):
        for translator in app.findChildren(QTranslator, f"{name} catalogue"):
            app.removeTranslator(translator)
            translator.setParent(None)
    QLocale.setDefault(QLocale.system())


def _catalogue(app: QCoreApplication, name: str) -> QTranslator:
    translator = QTranslator(app)
    translator.setObjectName(f"{name} catalogue")
    return translator
