"""The fixed words of the file. Labels are what people read; meanings stand in the glossary."""

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _

from sociaal.core.laws import Law as Law


class Channel(TextChoices):
    PHONE = "phone", _("Phone")
    COUNTER = "counter", _("Counter")
    EMAIL = "email", _("E-mail")
    LETTER = "letter", _("Letter")
    WEBSITE = "website", _("Website")
    HOME_VISIT = "home_visit", _("Home visit")
    PARTNER = "partner", _("Through a partner")


class Reporter(TextChoices):
    """Who brings the help question."""

    RESIDENT = "resident", _("Resident")
    FAMILY = "family", _("Family or network")
    GP = "gp", _("GP")
    SCHOOL = "school", _("School")
    HOUSING = "housing", _("Housing corporation")
    COLLEAGUE = "colleague", _("Colleague")
    EARLY_SIGNAL = "early_signal", _("Early signal of debts")
    OTHER = "other", _("Someone else")


class RedFlag(TextChoices):
    """Asked at registration, because each changes the term (see the life domains page of the domain)."""

    UNSAFE = "unsafe", _("Unsafe at home, or a child at risk")
    EVICTION = "eviction", _("Eviction")
    UTILITIES = "utilities", _("Gas, electricity, heating or water being cut off")
    INSURANCE = "insurance", _("Health insurance being ended")
    NO_FOOD = "no_food", _("No money for food")


class HelpRequestState(TextChoices):
    NEW = "new", _("New")
    TAKEN_UP = "taken_up", _("Taken up")
    JOINED = "joined", _("Joined to an open case")
    ANSWERED = "answered", _("Answered")
    DISCARDED = "discarded", _("Discarded")


class CaseStatus(TextChoices):
    REGISTERED = "registered", _("Registered")
    CONVERSATION = "conversation", _("In conversation")
    WEIGHING = "weighing", _("Weighing")
    DECIDING = "deciding", _("Application and decision")
    ARRANGING = "arranging", _("Arranging help")
    SUPPORTED = "supported", _("Help is running")
    REVIEWING = "reviewing", _("Review")
    CLOSED = "closed", _("Closed")


OPEN_STATUSES = tuple(status for status in CaseStatus if status != CaseStatus.CLOSED)


class Outcome(TextChoices):
    """Why a case is closed."""

    ANSWERED = "answered", _("Question answered")
    GOALS_REACHED = "goals_reached", _("Goals reached")
    LIGHTER = "lighter", _("Goes on with lighter help")
    REFUSED = "refused", _("Nothing granted")
    WITHDRAWN = "withdrawn", _("Resident withdrew")
    MOVED = "moved", _("Moved away")
    DIED = "died", _("Died")
    BROKEN_OFF = "broken_off", _("Broken off")


class Weight(TextChoices):
    """How heavy a solution is; also the rungs of the ladder, lightest first."""

    SOCIAL_BASE = "social_base", _("Social base")
    GENERAL = "general", _("General provision")
    SPECIALIST = "specialist", _("Specialist support")


class Track(TextChoices):
    FAST = "fast", _("Fast track")
    REGULAR = "regular", _("Regular")
    REGIE = "regie", _("Regie")


class Urgency(TextChoices):
    NORMAL = "normal", _("Normal")
    URGENT = "urgent", _("Urgent")


class DataCategory(TextChoices):
    """What a content record is about; who may see and share it depends on this."""

    GENERAL = "general", _("General")
    FINANCES = "finances", _("Finances")
    HEALTH = "health", _("Health")
    YOUTH_SAFETY = "youth_safety", _("Youth and safety")
    JUSTICE = "justice", _("Justice")


class LifeDomain(TextChoices):
    """The thirteen domains (names as in the ZRM 2017), and parenting where there are children."""

    FINANCES = "finances", _("Finances")
    WORK_EDUCATION = "work_education", _("Work and education")
    DAYTIME = "daytime", _("Daytime activities")
    HOUSING = "housing", _("Housing")
    HOME_RELATIONS = "home_relations", _("Relations at home")
    MENTAL_HEALTH = "mental_health", _("Mental health")
    PHYSICAL_HEALTH = "physical_health", _("Physical health")
    SUBSTANCE_USE = "substance_use", _("Substance use")
    BASIC_ADL = "basic_adl", _("Self-care")
    INSTRUMENTAL_ADL = "instrumental_adl", _("Daily tasks")
    SOCIAL_NETWORK = "social_network", _("Social network")
    PARTICIPATION = "participation", _("Participation in society")
    JUSTICE = "justice", _("Police and justice")
    PARENTING = "parenting", _("Parenting")


class Level(IntegerChoices):
    """How someone manages in a life domain, over the past 30 days."""

    ACUTE = 1, _("Acute problems")
    NOT = 2, _("Not self-reliant")
    LIMITED = 3, _("Partly self-reliant")
    SUFFICIENT = 4, _("Sufficiently self-reliant")
    FULL = 5, _("Fully self-reliant")


class LevelMoment(TextChoices):
    INTAKE = "intake", _("Intake")
    REVIEW = "review", _("Review")
    CLOSING = "closing", _("Closing")


class WaitParty(TextChoices):
    """Who we wait for, in the order in which one of several waits is shown."""

    US = "us", _("Us")
    RESIDENT = "resident", _("Resident")
    PARTNER = "partner", _("Partner")
    PROVIDER = "provider", _("Provider")
    AUTHORITY = "authority", _("Other authority")


class WaitSubject(TextChoices):
    """What is waited for."""

    REPORT = "report", _("Taking up the question")
    CONVERSATION = "conversation", _("The conversation")
    WEIGHING = "weighing", _("The weighing")
    PROCEDURE = "procedure", _("The decision")
    ARRANGEMENT = "arrangement", _("The start of help")
    AGREEMENT = "agreement", _("An agreement")
    REVIEW = "review", _("The review")
    OTHER = "other", _("Something else")


class PartyRole(TextChoices):
    """What a person other than the main subject is in a case."""

    SUBJECT = "subject", _("Also concerned")
    APPLICANT = "applicant", _("Applicant")
    PARENT = "parent", _("Parent with authority")
    REPRESENTATIVE = "representative", _("Representative")
    HOUSEHOLD_MEMBER = "household_member", _("Household member")


class CaseRoleKind(TextChoices):
    CASE_DIRECTOR = "case_director", _("Case director")
    CARE_COORDINATOR = "care_coordinator", _("Care coordinator")


class HouseholdRole(TextChoices):
    ADULT = "adult", _("Adult")
    PARTNER = "partner", _("Partner")
    PARENT = "parent", _("Parent")
    CHILD = "child", _("Child")
    OTHER = "other", _("Other")


class TermBegan(TextChoices):
    """How someone became the fixed contact person."""

    TAKEN_UP = "taken_up", _("Took up the question")
    HANDOVER = "handover", _("Handover")


class HandoverReason(TextChoices):
    """The only reasons for a handover. End of a phase and workload are none: those need a manager's
    overrule.
    """

    EXPERTISE = "expertise", _("The complexity of the solution asks for another expertise")
    RESIDENT_ASKS = "resident_asks", _("The resident asks for it")
    LEAVES = "leaves", _("The contact person leaves or is long absent")
    CONFLICT_OF_INTEREST = "conflict_of_interest", _("Conflict of interest")
    RESIDENT_MOVES = "resident_moves", _("The resident moves")
    OVERRULED = "overruled", _("Overruled by a manager")


class TermEnded(TextChoices):
    """Why a period as contact person ended; the reasons of a handover, or that nothing was going on any
    more.
    """

    EXPERTISE = "expertise", HandoverReason.EXPERTISE.label
    RESIDENT_ASKS = "resident_asks", HandoverReason.RESIDENT_ASKS.label
    LEAVES = "leaves", HandoverReason.LEAVES.label
    CONFLICT_OF_INTEREST = "conflict_of_interest", HandoverReason.CONFLICT_OF_INTEREST.label
    RESIDENT_MOVES = "resident_moves", HandoverReason.RESIDENT_MOVES.label
    OVERRULED = "overruled", HandoverReason.OVERRULED.label
    QUIET = "quiet", _("No open case for twelve months, or the contact person leaves and no case is open")


NO_GRANT_REASONS = (HandoverReason.CONFLICT_OF_INTEREST, HandoverReason.RESIDENT_ASKS)
"""After these the former contact person gets no reading grant."""


class HandoverState(TextChoices):
    ASKED = "asked", _("Asked")
    ACCEPTED = "accepted", _("Accepted")
    REFUSED = "refused", _("Refused")
    CANCELLED = "cancelled", _("Taken back")


class WayIn(TextChoices):
    """Which way a procedure came in; all but the municipality skip our weighing."""

    MUNICIPALITY = "municipality", _("Municipality")
    GP = "gp", _("GP")
    MEDICAL_SPECIALIST = "medical_specialist", _("Medical specialist")
    COURT = "court", _("Court order")


class ProcedureState(TextChoices):
    REPORTED = "reported", _("Reported")
    INVESTIGATING = "investigating", _("Being looked into")
    APPLIED = "applied", _("Applied")
    DECIDED = "decided", _("Decided")
    FINAL = "final", _("Final")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class DecisionOutcome(TextChoices):
    GRANTED = "granted", _("Granted")
    PARTLY = "partly", _("Partly granted")
    REFUSED = "refused", _("Refused")


class DeliveryForm(TextChoices):
    IN_KIND = "in_kind", _("In kind")
    PGB = "pgb", _("Personal budget (pgb)")


class ArrangementState(TextChoices):
    PROPOSED = "proposed", _("Proposed")
    REQUESTED = "requested", _("Requested")
    ACCEPTED = "accepted", _("Accepted")
    REFUSED = "refused", _("Refused by the provider")
    STARTED = "started", _("Started")
    PAUSED = "paused", _("Paused")
    ENDED = "ended", _("Ended")
    CANCELLED = "cancelled", _("Cancelled")


class OrganisationKind(TextChoices):
    PROVIDER = "provider", _("Provider")
    PARTNER = "partner", _("Partner")
    AUTHORITY = "authority", _("Authority")


class ContactKind(TextChoices):
    PHONE = "phone", _("Phone call")
    VISIT = "visit", _("Visit")
    MESSAGE = "message", _("Message")
    NOTE = "note", _("Note")


class EventKind(TextChoices):
    """What can happen. Every figure is computed from these; the labels tell the story on the timeline."""

    REPORTED = "reported", _("Question received")
    TAKEN_UP = "taken_up", _("Question taken up")
    JOINED = "joined", _("Question joined to this case")
    ANSWERED = "answered", _("Question answered")
    DISCARDED = "discarded", _("Report discarded")
    FIRST_CONTACT = "first_contact", _("First contact by the contact person")
    CONTACT = "contact", _("Contact")
    CONVERSATION_PLANNED = "conversation_planned", _("Conversation planned")
    CONVERSATION_HELD = "conversation_held", _("Conversation held")
    STATUS_CHANGED = "status_changed", _("Step")
    WEIGHED = "weighed", _("Solution weighed")
    SECOND_READ = "second_read", _("Second reader answered")
    SOLUTION_AGREED = "solution_agreed", _("Solution agreed")
    PROCEDURE_OPENED = "procedure_opened", _("Procedure opened")
    APPLIED = "applied", _("Application received")
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
    REVIEWED = "reviewed", _("Reviewed")
    CLOSED = "closed", _("Case closed")
    CLOSING_UNDONE = "closing_undone", _("Closing undone")
