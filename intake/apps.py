from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "intake"
    label = "intake"

    def ready(self) -> None:
        """Tell the case page and "My work" about conversations."""
        from intake.queries import event_words
        from intake.queries.planned import conversations_from
        from intake.queries.today import conversations_on
        from sociaal.core.registry import registry

        registry.event_words["conversation_planned"] = event_words.conversations
        registry.event_words["conversation_held"] = event_words.conversations
        registry.today.append(conversations_on)
        registry.planned.append(conversations_from)
        registry.case_panels.append("case_conversations")
