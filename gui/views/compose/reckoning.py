"""What the form amounts to at one moment: the plan, the facts, the summary, and whether it may go out."""

from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from gui.state.plan import Plan
from gui.store.batch_records import Batch
from gui.views.compose.planning import Planning, Sources
from gui.views.compose.sending import Sending, not_settled
from gui.views.compose.summary import Summary, summarise
from gui.views.compose.summary_facts import Facts


@dataclass(frozen=True, slots=True)
class Reckoning:
    """Worked out anew with each change."""

    facts: Facts
    summary: Summary
    plan: Plan | None
    """None where it would be too much for one batch."""
    twin: Batch | None = None
    """A batch that asks for the very same."""
    goes_out: bool = False
    """Whether that one is being sent at this moment."""

    @property
    def why_not(self) -> str:
        """Why the plan must not go out although the form is fine; empty where it may."""
        if self.twin is None or not not_settled(self.twin):
            return ""
        text = QCoreApplication.translate(
            "Summary", "The very same is on its way, or may be: {name}. Look at that batch first."
        )
        return text.replace("{name}", self.twin.name)


def reckon(planning: Planning, sending: Sending, source: Sources, now: datetime) -> Reckoning:
    """Work out what a form amounts to."""
    facts = planning.facts(source, now)
    plan = None if facts.too_many else planning.plan(source)
    twin = None if plan is None else sending.twin(plan)
    if twin is not None and not not_settled(twin) and twin.created:
        facts = replace(facts, sent_before=twin.name)
    goes_out = twin is not None and sending.goes_out(twin)
    return Reckoning(facts, summarise(facts), plan, twin, goes_out)
