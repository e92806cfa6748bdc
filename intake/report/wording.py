"""The sentences of the report: Dutch at level B1, to the resident as `u`. Pure; in the active language."""

from collections.abc import Sequence

from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.enums import LifeDomain
from cases.letters.text import as_list
from cases.terms import TermCode
from intake.report.facts import ComingUp, Contact, Talk
from sociaal.core.templatetags.ui import long_date

DOMAINS = {
    LifeDomain.FINANCES: gettext_lazy("Money matters"),
    LifeDomain.WORK_EDUCATION: gettext_lazy("Work and education"),
    LifeDomain.DAYTIME: gettext_lazy("How you spend your days"),
    LifeDomain.HOUSING: gettext_lazy("Your home"),
    LifeDomain.HOME_RELATIONS: gettext_lazy("The people at home"),
    LifeDomain.MENTAL_HEALTH: gettext_lazy("How you feel"),
    LifeDomain.PHYSICAL_HEALTH: gettext_lazy("Your health"),
    LifeDomain.SUBSTANCE_USE: gettext_lazy("Alcohol, drugs, gaming and other habits"),
    LifeDomain.BASIC_ADL: gettext_lazy("Taking care of yourself"),
    LifeDomain.INSTRUMENTAL_ADL: gettext_lazy("Daily tasks"),
    LifeDomain.SOCIAL_NETWORK: gettext_lazy("The people around you"),
    LifeDomain.PARTICIPATION: gettext_lazy("Taking part and doing something for others"),
    LifeDomain.JUSTICE: gettext_lazy("Police and justice"),
    LifeDomain.PARENTING: gettext_lazy("Bringing up children"),
}
"""The life domains as a resident calls them; their names among ourselves are those of the matrix."""

SAID = {
    "notes": gettext_lazy("You told us:"),
    "goes_well": gettext_lazy("This goes well:"),
    "is_hard": gettext_lazy("This is hard:"),
    "can_do": gettext_lazy("This you can do yourself:"),
    "network_can": gettext_lazy("With this the people around you can help:"),
    "cannot": gettext_lazy("This really does not work:"),
}

TERMS = {
    TermCode.WMO_ONDERZOEK: gettext_lazy("together we have found out what you need"),
    TermCode.WGS_BEDREIGEND: gettext_lazy("we talk with you about your money worries"),
    TermCode.WGS_EERSTE_GESPREK: gettext_lazy("we talk with you about your money worries"),
    TermCode.WMO_BESCHIKKING: gettext_lazy("you get our decision on your application"),
    TermCode.AWB_REDELIJK: gettext_lazy("you get our decision on your application"),
    TermCode.WGS_BESCHIKKING: gettext_lazy("you get our decision about help with your debts"),
    TermCode.PW_VOORSCHOT: gettext_lazy("you get an advance when our decision is not there yet"),
}
"""What a term binds us to, as a promise that stands after a date. Not what is for today: that is done by the
time the letter comes, and it would tell who opens it that somebody is not safe.
"""


def term(code: str) -> str:
    """The promise of a term; empty for one that is not ours to keep."""
    return str(TERMS.get(TermCode(code), ""))


def domain_name(domain: str) -> str:
    return str(DOMAINS[LifeDomain(domain)])


def said(field: str, text: str) -> str:
    """One field of a note: on one line after its lead, several lines as a list under it."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    lead = str(SAID[field])
    return f"{lead} {lines[0]}" if len(lines) == 1 else f"{lead}\n{as_list([_bare(line) for line in lines])}"


def _bare(line: str) -> str:
    return line.removeprefix("- ").removeprefix("• ").strip()


def talk(one: Talk) -> str:
    """When and where, who was there, and that help with the conversation was offered."""
    said = [_("On %(day)s we talked with you.") % {"day": long_date(one.held)}]
    if one.place:
        said.append(_("Where: %(place)s.") % {"place": one.place.rstrip(".")})
    if one.at_table:
        people = get_text_list(list(one.at_table), _("and"))
        said.append(_("At the table: %(people)s.") % {"people": people})
    if one.interpreter:
        said.append(_("There was an interpreter: %(language)s.") % {"language": one.interpreter})
    if one.support_offered:
        said.append(_("We told you that you can get free help from an independent client supporter."))
    return " ".join(said)


def contact(person: Contact, general_phone: str) -> str:
    """Who it is, how to reach them, and whom to call when they are not there."""
    lines = [f"{person.name}, {person.team}" if person.team else person.name] if person.name else []
    lines += [_("Phone: %(phone)s") % {"phone": person.phone}] if person.phone else []
    lines += [_("E-mail: %(email)s") % {"email": person.email}] if person.email else []
    text = [_("You can always call the same person:")] if lines else []
    text += ["\n".join(lines)] if lines else []
    if general_phone:
        away = _("Is nobody there? Then call the municipality: %(phone)s.") % {"phone": general_phone}
        text.append(away)
    return "\n\n".join(text)


def coming_up(items: Sequence[ComingUp]) -> str:
    """What happens, soonest first, each with its day."""
    ordered = sorted(items, key=lambda item: (item.day, item.words))
    return as_list([_on_day(item) for item in ordered])


def _on_day(item: ComingUp) -> str:
    said = {"day": long_date(item.day), "what": item.words}
    return _("On %(day)s: %(what)s") % said if item.on_that_day else _("Before %(day)s: %(what)s") % said


def rights(general_phone: str) -> str:
    """Wmo 2015 art. 2.3.2 lid 3 (client support), Awb 2:1 (somebody with you), 2.3.2 lid 9 (apply)."""
    told = [
        _("You may bring somebody to every conversation: family, a friend or somebody else you trust."),
        _("An independent client supporter can help you, free of charge. They think along with you only."),
        _("You may always apply for support. Then you get a decision in writing."),
    ]
    if not general_phone:
        return as_list(told)
    more = _("Do you want to know more? Call %(phone)s.") % {"phone": general_phone}
    return f"{as_list(told)}\n\n{more}"


def correct(person: Contact) -> str:
    """How to say that something is wrong or missing, and what becomes of it."""
    whom = person.name or _("us")
    return "\n\n".join(
        [
            _("Read this report well. Is something wrong, or missing? Tell %(whom)s.") % {"whom": whom},
            _("We add your remarks to the report. Then we send you the report again, with your remarks."),
        ]
    )
