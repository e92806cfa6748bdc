"""What can happen."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class EventKind(TextChoices):
    """What can happen. Every figure is computed from these; the labels tell the story on the timeline."""

    REPORTED = "reported", _("Question received")
    TAKEN_UP = "taken_up", _("Question taken up")
    JOINED = "joined", _("Question joined to this case")
    ANSWERED = "answered", _("Question answered")
    DISCARDED = "discarded", _("Report discarded")
    PUT_BACK = "put_back", _("Report put back")
    FIRST_CONTACT = "first_contact", _("First contact by the contact person")
    CONTACT = "contact", _("Contact")
    CONVERSATION_PLANNED = "conversation_planned", _("Conversation planned")
    CONVERSATION_HELD = "conversation_held", _("Conversation held")
    STATUS_CHANGED = "status_changed", _("Step")
    WEIGHED = "weighed", _("Solution weighed")
    SECOND_READ = "second_read", _("Second reader answered")
    EXCEPTION_ASKED = "exception_asked", _("Exception asked")
    EXCEPTION_DECIDED = "exception_decided", _("Exception decided")
    SOLUTION_AGREED = "solution_agreed", _("Solution agreed")
    PROCEDURE_OPENED = "procedure_opened", _("Procedure opened")
    APPLIED = "applied", _("Application received")
    DEFAULT_NOTICE = "default_notice", _("Notice of default received")
    TERM_MOVED = "term_moved", _("Term moved")
    DECIDED = "decided", _("Decision made")
    DECISION_SENT = "decision_sent", _("Decision sent")
    PROCEDURE_ENDED = "procedure_ended", _("Procedure ended")
    ARRANGEMENT_CHANGED = "arrangement_changed", _("Help")
    SUPPORT_STARTED = "support_started", _("Help started")
    WAIT_OPENED = "wait_opened", _("Waiting began")
    WAIT_CLOSED = "wait_closed", _("Waiting ended")
    TERM_OPENED = "term_opened", _("Contact person named")
    TERM_CLOSED = "term_closed", _("Contact person ended")
    HANDOVER_ASKED = "handover_asked", _("Handover asked")
    HANDOVER_ANSWERED = "handover_answered", _("Handover answered")
    ROLE_GIVEN = "role_given", _("Role given")
    PLAN_CHANGED = "plan_changed", _("Plan changed")
    LEVELS_RECORDED = "levels_recorded", _("Levels recorded")
    PARTY_JOINED = "party_joined", _("Partner takes part")
    PARTY_LEFT = "party_left", _("Partner left")
    AGREEMENT_MADE = "agreement_made", _("Agreement made")
    AGREEMENT_SETTLED = "agreement_settled", _("Agreement kept or not")
    LETTER_MADE = "letter_made", _("Letter made")
    LETTER_SENT = "letter_sent", _("Letter sent")
    LETTER_STOPPED = "letter_stopped", _("Letter stopped")
    DOCUMENT_ADDED = "document_added", _("Document added")
    DOCUMENT_HIDDEN = "document_hidden", _("Document put out of sight")
    DOCUMENT_BACK = "document_back", _("Document put back in sight")
    MELDCODE = "meldcode", _("Reporting code")
    REVIEWED = "reviewed", _("Reviewed")
    CLOSED = "closed", _("Case closed")
    CLOSING_UNDONE = "closing_undone", _("Closing undone")
    RESIDENT_MERGED = "resident_merged", _("Two files became one")
    MERGE_UNDONE = "merge_undone", _("Merging undone")


class StoryPart(TextChoices):
    """What a moment of the timeline is about, to look for."""

    CONTACT = "contact", _("Questions and contact")
    STEPS = "steps", _("Steps and weighing")
    LAW = "law", _("Applications and decisions")
    HELP = "help", _("Plan and help")
    WAITING = "waiting", _("Waiting")
    PEOPLE = "people", _("Who takes part")
    PAPERS = "papers", _("Letters and documents")
