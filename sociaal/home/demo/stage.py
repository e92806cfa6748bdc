"""Who and what a step is about, found back in the database when it is not at hand.

Nothing is kept about how far the town came but the number of steps done: after an interruption every lookup
goes by what the plan knows, such as the moment at which a question came in.
"""

from collections.abc import Iterator
from functools import cached_property

from cases.models import (
    Arrangement,
    Case,
    ContactTerm,
    HelpRequest,
    Organisation,
    Procedure,
    Provision,
    Resident,
)
from intake.models import Conversation
from regie.board.models import Suggestion
from regie.coordination.models import Agreement, Participation
from sociaal.accounts.models import Team, User
from sociaal.home.demo.lives import Step
from sociaal.home.demo.people import Person
from sociaal.home.demo.plan import Plan
from sociaal.home.demo.staff import CONSULTANTS, EVERYBODY, holds_mandate


class Stage:
    """Everything at hand for the acts."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.people: list[Person] = plan.people
        self.received = {step.subject: step.at for step in plan.steps if step.act == "register"}
        self._suggested = {step.subject: step.at for step in plan.steps if step.act == "suggest"}
        self._requests: dict[int, HelpRequest] = {}
        self._cases: dict[int, Case] = {}
        self._contacts: dict[int, User] = {}

    # --- people ------------------------------------------------------------------------------------------
    @cached_property
    def users(self) -> dict[str, User]:
        """By first name, as in their e-mail address."""
        every = User.objects.select_related("team").filter(email__in=[one.email for one in EVERYBODY])
        return {user.email.split("@")[0]: user for user in every}

    @cached_property
    def teams(self) -> dict[str, Team]:
        return {team.name: team for team in Team.objects.all()}

    @cached_property
    def _residents(self) -> dict[int, Resident]:
        """By index of the plan; somebody added by a visitor of the site is not among them."""
        from sociaal.home.demo.town import known_since

        start = self.plan.beginning
        moments = {known_since(person, start): person.index for person in self.people}
        return {moments[r.created_at]: r for r in Resident.objects.filter(created_at__in=[*moments])}

    def resident(self, index: int | None) -> Resident | None:
        return None if index is None else self._residents[index]

    def contact(self, resident: Resident) -> User | None:
        """The present contact person, remembered until `forget_contact`."""
        if resident.pk not in self._contacts:
            term = ContactTerm.objects.filter(resident=resident, during__upper_inf=True).first()
            if term is None:
                return None
            self._contacts[resident.pk] = self.users[self.name_of(term.user_id)]
        return self._contacts[resident.pk]

    def forget_contact(self, resident: Resident) -> None:
        self._contacts.pop(resident.pk, None)

    def name_of(self, user_id: int) -> str:
        return next(name for name, user in self.users.items() if user.pk == user_id)

    def colleague(self, user: User, *, other_than: User | None = None) -> User:
        """Another consultant, of the same team where there is one; always the same for the same user."""
        assert user.team is not None
        names = [name for name, _share in CONSULTANTS[user.team.name]]
        following = (
            names[names.index(self.name_of(user.pk)) + 1 :] + names
            if self.name_of(user.pk) in names
            else names
        )
        elsewhere = [name for team in CONSULTANTS.values() for name, _share in team]
        return next(
            self.users[n]
            for n in [*following, *elsewhere]
            if self.users[n].pk not in (user.pk, getattr(other_than, "pk", 0))
        )

    def mandated(self, user: User, law: str) -> User:
        """Who decides in the team of this user: they themselves, or a colleague with the mandate."""
        return next(self._mandated(user, law))

    def another_mandated(self, user: User, law: str, first: int | None) -> User | None:
        """Who decides there on an objection to what the user with the key `first` decided, if anybody can."""
        return next((one for one in self._mandated(user, law) if one.pk != first), None)

    def _mandated(self, user: User, law: str) -> Iterator[User]:
        assert user.team is not None
        names = [self.name_of(user.pk), *(name for name, _share in CONSULTANTS[user.team.name])]
        return (self.users[name] for name in names if holds_mandate(name, law))

    # --- things ------------------------------------------------------------------------------------------
    def request(self, step: Step) -> HelpRequest:
        if step.subject not in self._requests:
            found = HelpRequest.objects.select_related("resident", "case", "team")
            self._requests[step.subject] = found.get(received_at=self.received[step.subject])
        return self._requests[step.subject]

    def suggestion(self, step: Step) -> Suggestion:
        """By the moment at which it was made."""
        return Suggestion.objects.get(made_at=self._suggested[step.subject])

    def keep_request(self, step: Step, request: HelpRequest) -> None:
        self._requests[step.subject] = request

    def case(self, index: int) -> Case:
        """The case of a life; its fields may be older than the database's."""
        if index not in self._cases:
            self._cases[index] = Case.objects.select_related("resident", "team").get(
                help_requests__received_at=self.received[index], help_requests__state="taken_up"
            )
        return self._cases[index]

    def keep_case(self, index: int, case: Case) -> None:
        self._cases[index] = case
        self._requests.pop(index, None)

    def drop_case(self, index: int) -> None:
        self._cases.pop(index, None)

    def worker(self, case: Case) -> User:
        """Who works on a case: the contact person."""
        user = self.contact(case.resident)
        assert user is not None
        return user

    def arrangement(self, case: Case, number: int) -> Arrangement:
        return (
            Arrangement.objects.filter(case=case).order_by("pk").select_related("provision", "case")[number]
        )

    def procedure(self, case: Case) -> Procedure:
        return Procedure.objects.select_related("case").get(case=case)

    def conversation(self, case: Case) -> Conversation:
        return Conversation.objects.filter(case=case).select_related("case").order_by("-pk")[0]

    def agreement(self, case: Case, number: int) -> Agreement:
        return Agreement.objects.filter(case=case).order_by("pk").select_related("case")[number]

    def party(self, case: Case, organisation: str) -> Participation | None:
        if not organisation:
            return None
        return Participation.objects.filter(
            case=case, organisation__name=organisation, until__isnull=True
        ).first()

    @cached_property
    def organisations(self) -> dict[str, Organisation]:
        return {one.name: one for one in Organisation.objects.prefetch_related("professionals__user")}

    @cached_property
    def provisions(self) -> dict[str, Provision]:
        return {one.name: one for one in Provision.objects.select_related("provider")}
