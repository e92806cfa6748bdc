from django.apps import AppConfig


class CoordinationConfig(AppConfig):
    name = "regie.coordination"
    label = "coordination"

    def ready(self) -> None:
        """Tell the file what it cannot know: who takes part, what they may see, what to say about it."""
        from cases.enums import EventKind
        from regie.coordination import permissions
        from regie.coordination.queries import event_words
        from sociaal.core.registry import registry

        registry.case_relations["partner"] = permissions.takes_part
        registry.shared_categories["partner"] = permissions.shared_with
        registry.event_words |= {
            str(EventKind.PARTY_JOINED): event_words.parties,
            str(EventKind.PARTY_LEFT): event_words.parties,
            str(EventKind.AGREEMENT_MADE): event_words.agreements,
            str(EventKind.AGREEMENT_SETTLED): event_words.agreements,
        }
        if "regie_panel" not in registry.case_panels:
            registry.case_panels.append("regie_panel")
