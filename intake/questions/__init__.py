"""What to ask about each life domain: open questions, prompts to ask on, and the facts that call for them.

Pure: plain data in, plain data out. The texts of the versions stand in the database, in `intake.models`;
those of version 1, with which every municipality begins, in `version_1.json`.
"""

from intake.questions.declared import QUESTIONS, Questions, domains_for
from intake.questions.facts import Fact

__all__ = ["QUESTIONS", "Fact", "Questions", "domains_for"]
