"""The language of the window: Qt's own words and ours, loaded for one language code."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from gui import paths

PREFIX = "matrixdeck_"


def available() -> list[str]:
    """Return the codes of the languages that the program ships."""
    folder = paths.resource("translations")
    return sorted(file.stem.removeprefix(PREFIX) for file in folder.glob(f"{PREFIX}*.qm"))


def load(app: QCoreApplication, code: str) -> QLocale:
    """Install the translators for a code, the system's language when empty; return the locale to format in.

    A language that is not there shows English.
    """
    locale = QLocale(code) if code else QLocale.system()
    for catalog, folder in (
        ("qtbase", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        ("matrixdeck", str(paths.resource("translations"))),
    ):
        translator = QTranslator(app)
        if translator.load(locale, catalog, "_", folder) or (
            catalog == "matrixdeck" and translator.load(QLocale("en"), catalog, "_", folder)
        ):
            app.installTranslator(translator)
    return locale
