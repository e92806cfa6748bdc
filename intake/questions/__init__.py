"""What to ask about each life domain: open questions, prompts to ask on, and the facts that call for them.

Pure: plain data in, plain data out. The texts of the versions stand in the database, in `intake.models`;
those of version 1, with which every municipality begins, in `version_1.json`.
"""

from intake.questions.facts import Fact, Housemate, Known, facts_of
from intake.questions.mentions import domains_mentioned, mentions_debts
from intake.questions.rule import Asked, AskedDomain, Text, Why, questions_for

__all__ = [
    "Asked",
    "AskedDomain",
    "Fact",
    "Housemate",
    "Known",
    "Text",
    "Why",
    "domains_mentioned",
    "facts_of",
    "mentions_debts",
    "questions_for",
]
