"""The help questions of Voorbeeldstad, by theme and together."""

from sociaal.home.demo.questions import (
    at_home_again,
    carers_and_company,
    daily_life,
    debts,
    everyday,
    getting_around,
    income_work,
    mind,
    safety_home,
    youth,
    youth_growing,
)
from sociaal.home.demo.shapes import HelpQuestion

QUESTIONS: tuple[HelpQuestion, ...] = (
    *at_home_again.QUESTIONS,
    *carers_and_company.QUESTIONS,
    *daily_life.QUESTIONS,
    *debts.QUESTIONS,
    *everyday.QUESTIONS,
    *getting_around.QUESTIONS,
    *income_work.QUESTIONS,
    *mind.QUESTIONS,
    *safety_home.QUESTIONS,
    *youth.QUESTIONS,
    *youth_growing.QUESTIONS,
)
