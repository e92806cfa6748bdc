from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoordinationConfig(AppConfig):
    name = "regie.coordination"
    label = "coordination"

    def ready(self) -> None:
        """Tell the file what it cannot know: who takes part, what they may see, what to say about it."""
        from cases.enums import EventKind, Track
        from regie.coordination import permissions
        from regie.coordination.queries import event_words
        from regie.coordination.queries.agreed import agreed_in
        from regie.coordination.queries.around import professionals_around
        from sociaal.core.registry import CasePanel, registry

        registry.case_relations["partner"] = permissions.takes_part
        registry.shared_categories["partner"] = permissions.shared_with
        registry.event_words |= {
            str(EventKind.PARTY_JOINED): event_words.parties,
            str(EventKind.PARTY_LEFT): event_words.parties,
            str(EventKind.AGREEMENT_MADE): event_words.agreements,
            str(EventKind.AGREEMENT_SETTLED): event_words.agreements,
        }
        registry.professionals_around.append(professionals_around)
        registry.agreed.append(agreed_in)
        registry.lists["regie"] = _("Cases with several parties")
        working_together = _("Working together in this case")
        registry.case_panels.append(
            CasePanel("regie_panel", working_together, beside=lambda case: case.track != Track.REGIE)
        )
