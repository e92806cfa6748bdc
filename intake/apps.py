from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class IntakeConfig(AppConfig):
    name = "intake"
    label = "intake"

    def ready(self) -> None:
        """Tell the case page and "My work" about conversations."""
        from intake import handlers
        from intake.operations.drafts import forget_sent
        from intake.permissions import sees_meldcode
        from intake.queries import event_words, household
        from intake.queries.behind import weighing_begins, weighing_beside
        from intake.queries.meldcode import still_running
        from intake.queries.planned import conversations_from, conversations_lapsed
        from intake.queries.table import chairs_twice
        from intake.queries.today import conversations_on
        from sociaal.core.registry import CasePanel, Follows, registry

        handlers.register_all()
        registry.event_words["conversation_planned"] = event_words.conversations
        registry.event_words["conversation_held"] = event_words.conversations
        registry.lists["inbox"] = _("Help questions that nobody has taken up yet")
        registry.today.append(conversations_on)
        registry.planned.append(conversations_from)
        registry.lapsed.append(conversations_lapsed)
        registry.case_panels.append(CasePanel("case_conversations", _("Conversations")))
        registry.case_panels.append(
            CasePanel("meldcode_panel", _("Safety at home"), sees_meldcode, beside=lambda case: False)
        )
        registry.event_words["meldcode"] = event_words.meldcode
        registry.still_running.append(still_running)
        registry.form_sent.append(forget_sent)
        registry.resident_panels.append("resident_conversations")
        registry.merging |= {
            "intake.conversationperson.resident": Follows(_("Conversations"), household.concerned_twice),
            "intake.draft.resident": Follows(_("Drafts"), binds=False),
        }
        registry.weighing_begins.append(weighing_begins)
        registry.weighing_beside.append(weighing_beside)
        registry.merging["intake.tableperson.resident"] = Follows(_("Conversations"), chairs_twice)
