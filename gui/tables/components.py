"""What the program is made of, one component a row."""

import html
from collections.abc import Sequence
from enum import IntEnum

from gui.licences import OWN, Component
from gui.tables.small import SmallRow, SmallTable


class Column(IntEnum):
    """The columns, left to right."""

    NAME = 0
    VERSION = 1
    LICENCE = 2


class ComponentTable(SmallTable):
    """The components that fit what is searched for."""

    def titles(self) -> tuple[str, ...]:
        """Return the headings."""
        return (self.tr("Component"), self.tr("Version"), self.tr("Licence"))

    def show_components(self, components: Sequence[Component], words: str) -> None:
        """Show those in whose name or licence every one of these words occurs."""
        wanted = words.casefold().split()
        self.show(
            _row(component)
            for component in components
            if all(word in f"{component.name} {component.licence}".casefold() for word in wanted)
        )


def _row(component: Component) -> SmallRow:
    name, version, licence = component.name, component.version, component.licence
    return SmallRow(
        key=name,
        cells=(name, version, licence),
        sorts=((name != OWN, name.casefold()), version, licence.casefold()),
        tones=("", "muted", ""),
        tip=f"<b>{html.escape(name)}</b> {html.escape(version)}<br>{html.escape(licence)}",
    )
