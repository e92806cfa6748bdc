from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CasesConfig(AppConfig):
    name = "cases"
    label = "cases"

    def ready(self) -> None:
        """Say who works for the outbox, what merging does with each table, which records are one person."""
        from cases.enums import EventKind
        from cases.operations import calendar_days, emails, letters
        from cases.queries import following as twice
        from cases.queries.leaver_left import still_contact_person
        from cases.queries.letter_words import letters as told
        from cases.queries.same_person import same_person
        from cases.queries.still_running import running_objections, unsent_decisions
        from sociaal.core.registry import CasePanel, Follows, all_stay, registry
        from sociaal.outbox.handlers import register

        register(letters.TYPESET, letters.set_letter)
        register(emails.SEND, emails.send_email, leaves_house=True)
        register(calendar_days.MOVE_TERMS, calendar_days.move_terms)
        for kind in (EventKind.LETTER_MADE, EventKind.LETTER_SENT, EventKind.LETTER_STOPPED):
            registry.event_words[str(kind)] = told
        registry.lists["team"] = _("Open cases of my team")
        registry.case_panels.append(CasePanel("case_letters", _("Letters")))
        registry.case_panels.append(CasePanel("case_documents", _("Documents")))
        registry.before_closing.append(still_contact_person)
        registry.still_running += [unsent_decisions, running_objections]
        registry.same_person = same_person
        registry.merging |= {
            "cases.case.resident": Follows(_("Cases")),
            "cases.helprequest.resident": Follows(_("Help questions")),
            "cases.arrangement.resident": Follows(_("Help")),
            "cases.procedure.applicant": Follows(_("Procedures")),
            "cases.handover.resident": Follows(_("Handovers")),
            "cases.readinggrant.resident": Follows(_("Colleagues who may read along"), twice.grants_refused),
            "cases.caseparty.resident": Follows(_("Cases of others"), twice.parties_twice),
            "cases.consent.resident": Follows(_("Consents")),
            "cases.householdmember.resident": Follows(_("Households"), twice.memberships_twice),
            "cases.parentalauthority.child": Follows(_("Who has authority"), twice.authority_over_twice),
            "cases.parentalauthority.holder": Follows(_("Authority over"), twice.authority_of_twice),
            "cases.networkmember.resident": Follows(_("Network"), twice.network_twice),
            "cases.resident.merged_into": Follows(_("Files merged earlier")),
            # kept by the database itself, as the case is
            "cases.opencase.resident": Follows(_("Cases"), all_stay, binds=False),
            # logs are not rewritten; running contact terms are settled apart, ended ones are history
            "cases.event.resident": Follows(_("Events"), all_stay, binds=False),
            "cases.contactterm.resident": Follows(_("Periods as contact person"), all_stay),
            "cases.breakglass.resident": Follows(_("Break-glass access"), all_stay, binds=False),
            "cases.residentmerge.kept": Follows(_("Merges"), all_stay, binds=False),
            "cases.residentmerge.merged": Follows(_("Merges"), all_stay, binds=False),
        }
