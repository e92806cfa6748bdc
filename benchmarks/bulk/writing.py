"""Stories as rows: each gets a day, a resident, a contact person, a team and keys."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from benchmarks.bulk.dealing import Lives
from benchmarks.bulk.rows import NOTHING, Table, day, moment
from benchmarks.bulk.story import DAY, Help, Story, Stretch
from cases import models
from intake.models import Conversation

WORDS = (
    "Ik red het huishouden niet meer alleen. Wat kan er?",
    "De rekeningen stapelen zich op en ik durf de post niet meer open te maken.",
    "Mijn zoon zit al drie maanden thuis en wil nergens naartoe.",
    "Sinds de val durf ik de trap niet meer op.",
    "Ik zorg dag en nacht voor mijn man en ik ben op.",
)
UNREAD = (NOTHING, NOTHING, "", NOTHING)
SAID = "Gesproken over hoe het nu gaat en wat er nodig is."
COLUMNS: dict[str, tuple[Any, str]] = {
    "case": (models.Case, "number resident_id team_id subject status track weight reported_at opened_at "
             "status_since closed_at closed_from outcome"),
    "request": (models.HelpRequest, "received_at channel words resident_id team_id case_id state "
                "registered_by_id settled_at"),
    "event": (models.Event, "occurred_at recorded_at kind help_request_id case_id resident_id actor_id "
              "codes"),
    "wait": (models.Wait, "case_id on subject arrangement_id since until"),
    "contact": (models.ContactMoment, "case_id by_id kind at summary"),
    "conversation": (Conversation, "case_id by_id planned_at held_at"),
    "help": (models.Arrangement, "case_id resident_id provision_id state requested_at started_at ended_at "
             "review_date"),
    "procedure": (models.Procedure, "case_id subject law applicant_id state reported_date applied_date "
                  "decided_date sent_date outcome mandate_holder_id"),
    "weighing": (models.Weighing, "case_id behind_question weight track track_by_rule made_by_id made_at "
                 "chosen_at second_reader_id second_reader_agrees second_reader_words second_read_at"),
    "plan": (models.Plan, "case_id"),
    "goal": (models.Goal, "plan_id domain words"),
    "level": (models.LevelReading, "case_id domain level moment recorded_at recorded_by_id"),
    "term": (models.ContactTerm, "resident_id user_id during began end_reason"),
    "household": (models.Household, "name"),
    "member": (models.HouseholdMember, "household_id resident_id role during"),
}  # fmt: skip


@dataclass(frozen=True)
class Whose:
    """Whom a case belongs to, by key; `beginning`: of its report, in working minutes after `rows.FIRST`."""

    resident: int
    user: int
    reader: int
    team: int
    beginning: int


class Writing:
    """Tables with the rows of many stories. `first`: of each where its keys begin. Of several parts that are
    written apart each gives other case numbers.
    """

    def __init__(
        self, first: Mapping[str, int], provisions: list[int], part: int = 0, parts: int = 1
    ) -> None:
        self.tables = {
            name: Table(*COLUMNS[name], first[name], scattered=name == "event") for name in COLUMNS
        }
        self.provisions = provisions
        self.part, self.parts = part, parts
        self.numbers: Counter[int] = Counter()
        """The last case number of each year."""

    def rows(self) -> Counter[str]:
        """How many each table has."""
        return Counter({name: table.next - table.first for name, table in self.tables.items()})

    def _number(self, year: int) -> int:
        self.numbers[year] = self.numbers[year] + self.parts if year in self.numbers else self.part + 1
        return self.numbers[year]

    def add_all(self, lives: Lives, resident: int) -> None:
        """All cases of a resident, their contact person, and with whom they live."""
        if lives.cases:
            self.term(Whose(resident, lives.user, lives.reader, lives.team, 0), lives.since, lives.until)
        for beginning, story in lives.cases:
            self.add(story, Whose(resident, lives.user, lives.reader, lives.team, beginning))
        if lives.shares_home:
            home = self.tables["household"].add("Huishouden")
            for key in (resident - 1, resident):
                self.tables["member"].add(home, key, "adult", "[2010-01-01,)")

    def add(self, story: Story, of: Whose) -> None:
        """One case with all that belongs to it."""
        tables, start = self.tables, of.beginning
        reported, opened = moment(start), moment(start + story.opened)
        year = int(reported[:4])
        given = self._number(year)
        number, words = f"{year}-{given:06d}", WORDS[given // self.parts % len(WORDS)]
        closed = NOTHING if story.closed is None else moment(start + story.closed)
        case = tables["case"].add(
            number, of.resident, of.team, words.split(".")[0], story.status, story.track, story.weight,
            reported, opened, moment(start + story.status_since), closed,
            story.closed_from if story.closed is not None else "", story.outcome,
        )  # fmt: skip
        request = tables["request"].add(
            reported, "phone", words, of.resident, of.team, case, "taken_up", of.user, opened
        )
        keys = self._rows(story, case, of)
        self.event(start, "reported", of, request=request)
        for told in story.events:
            codes = told.codes % (keys[told.table] + told.number) if told.table else told.codes
            joined = request if told.kind == "taken_up" else NOTHING
            self.event(start + told.at, told.kind, of, request=joined, case=case, codes=codes)

    def event(
        self, at: int, kind: str, of: Whose, *, request: Any = NOTHING, case: Any = NOTHING, codes: str = "{}"
    ) -> None:
        when = moment(at)
        self.tables["event"].add(when, when, kind, request, case, of.resident, of.user, codes)

    def term(self, of: Whose, since: int, until: int | None) -> None:
        """The contact person of this resident from then on, with its events."""
        during = f"[{moment(since)},{'' if until is None else moment(until)})"
        ended = "" if until is None else "quiet"
        key = self.tables["term"].add(of.resident, of.user, during, "taken_up", ended)
        whose = f'"term": {key}, "user": {of.user}'
        self.event(since, "term_opened", of, codes=f'{{{whose}, "began": "taken_up"}}')
        if until is not None:
            self.event(until, "term_closed", of, codes=f'{{{whose}, "why": "quiet"}}')

    def _rows(self, story: Story, case: int, of: Whose) -> dict[str, int]:
        """All that hangs on the case; gives the key of the first row of each table."""
        tables, start = self.tables, of.beginning
        keys = {name: table.next for name, table in tables.items()}
        for one in story.helps:
            tables["help"].add(case, of.resident, *self._help(one, start))
        for wait in story.waits:
            tables["wait"].add(case, *_wait(wait, start, keys["help"]))
        for at, how in story.contacts:
            tables["contact"].add(case, of.user, how, moment(start + at), SAID)
        for at in story.conversations:
            tables["conversation"].add(case, of.user, moment(start + at), moment(start + at))
        for made in story.decisions:
            decided = NOTHING if made.decided is None else day(start + made.decided)
            outcome, by = ("granted", of.user) if made.decided else ("", NOTHING)
            tables["procedure"].add(
                case, "Hulp bij het huishouden", "wmo", of.resident, made.state, day(start),
                day(start + made.applied), decided, decided, outcome, by,
            )  # fmt: skip
        if story.weighed is not None:
            when = moment(start + story.weighed)
            read = (of.reader, "t", "Eens.", when) if story.weight == "specialist" else UNREAD
            tables["weighing"].add(
                case,
                "Er is weinig lucht.",
                story.weight,
                story.track,
                story.track,
                of.user,
                when,
                when,
                *read,
            )
        for domain in story.goals:
            tables["goal"].add(tables["plan"].add(case), domain, "Ik wil het weer zelf kunnen.")
        for at, domain, when, level in story.levels:
            tables["level"].add(case, domain, level, when, moment(start + at), of.user)
        return keys

    def _help(self, one: Help, start: int) -> tuple[Any, ...]:
        dates = [None if at is None else start + at for at in (one.requested, one.started, one.ended)]
        review = dates[1] and dates[1] + 180 * DAY
        provision = self.provisions[one.provision % len(self.provisions)]
        return provision, one.state, *map(moment, dates), day(review)


def _wait(one: Stretch, start: int, first_help: int) -> tuple[Any, ...]:
    waited_for = NOTHING if one.arrangement is None else first_help + one.arrangement
    until = None if one.until is None else start + one.until
    return one.on, one.subject, waited_for, moment(start + one.since), moment(until)
