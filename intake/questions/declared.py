"""What to ask about each life domain: one open question, and prompts to ask on and to dare the hard ones.

Our own texts; of the matrix only the names of domains and levels are used. Data only.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cases.enums import LifeDomain

Text = str | Promise
D = LifeDomain


@dataclass(frozen=True)
class Questions:
    """One open question to begin with, and three to five to ask on with."""

    opening: Text
    prompts: tuple[Text, ...]


QUESTIONS: Mapping[LifeDomain, Questions] = {
    D.FINANCES: Questions(
        _("How do you manage with your money from month to month?"),
        (
            _("What comes in, and what is left when the fixed costs are paid?"),
            _("Are there letters that you would rather not open?"),
            _("Who do you owe money, and how long has that been so?"),
            _("Is there anything you or your children go without because there is no money for it?"),
            _("Who helps you with your post and your bills?"),
        ),
    ),
    D.WORK_EDUCATION: Questions(
        _("What do you do for work or training, or what would you like to do?"),
        (
            _("What are you good at? What did people use to ask you for?"),
            _("What makes working or learning difficult now?"),
            _("How is it with reading, writing and forms?"),
            _("What would have to be different for you to begin?"),
        ),
    ),
    D.DAYTIME: Questions(
        _("What does an ordinary day look like for you?"),
        (
            _("What do you get up for in the morning?"),
            _("Which moment of the day is the hardest?"),
            _("What did you like to do before, that you no longer do?"),
            _("Are you ever bored, or do the days run into each other?"),
        ),
    ),
    D.HOUSING: Questions(
        _("How do you live here, and does the house still suit you?"),
        (
            _("Where in the house do you no longer go, and why?"),
            _("Have you ever fallen, or nearly?"),
            _("Is the rent or mortgage paid? Could you lose the house?"),
            _("Is it warm and dry, and does everything work?"),
            _("How do you get on with the neighbours?"),
        ),
    ),
    D.HOME_RELATIONS: Questions(
        _("How do the people in this house get on with each other?"),
        (
            _("What happens here when there is a quarrel?"),
            _("Are you ever afraid of somebody at home?"),
            _("Has somebody been hit, threatened, or kept short of money?"),
            _("Who cares for whom, and can they keep that up?"),
            _("May I also speak with you alone for a moment?"),
        ),
    ),
    D.MENTAL_HEALTH: Questions(
        _("How have you been feeling these past weeks?"),
        (
            _("How do you sleep?"),
            _("What do you worry about most?"),
            _("Do you ever think that you would rather not be here any more?"),
            _("What has helped you before in a bad time?"),
            _("Is there somebody who treats you, and does that help?"),
        ),
    ),
    D.PHYSICAL_HEALTH: Questions(
        _("How is your body doing, and what do you notice of that in a day?"),
        (
            _("What can you no longer do that you still could a year ago?"),
            _("How is it on a bad day, and how often is there one?"),
            _("What does the doctor expect: better, the same, or worse?"),
            _("Do you manage with your medicines?"),
        ),
    ),
    D.SUBSTANCE_USE: Questions(
        _("Many people drink, smoke, use or gamble. How is that for you?"),
        (
            _("What does it bring you, and what does it cost you?"),
            _("When do you use more than you meant to?"),
            _("What do the people around you say about it?"),
            _("Have you ever tried to stop or to use less? What happened?"),
        ),
    ),
    D.BASIC_ADL: Questions(
        _("How do you manage washing, dressing, eating and drinking?"),
        (
            _("Do you manage that every day, or do you skip it at times?"),
            _("What did you eat yesterday?"),
            _("Who helps you with it, and how do you feel about that?"),
            _("Which aids do you have, and do you use them?"),
        ),
    ),
    D.INSTRUMENTAL_ADL: Questions(
        _("How does the housework get done: shopping, cooking, cleaning, the laundry?"),
        (
            _("What do you still do yourself, perhaps in steps or more slowly?"),
            _("What do others do, and how often?"),
            _("How do you get where you need to be?"),
            _("Do you manage with appointments, the computer and DigiD?"),
        ),
    ),
    D.SOCIAL_NETWORK: Questions(
        _("Who are the people that matter to you?"),
        (
            _("Who do you call when something is wrong in the night?"),
            _("When did you last have somebody to visit?"),
            _("Whom could you ask something, and what holds you back?"),
            _("Who are you there for yourself?"),
            _("Do you ever feel lonely?"),
        ),
    ),
    D.PARTICIPATION: Questions(
        _("What do you do together with others: a club, the neighbourhood, church or mosque, volunteering?"),
        (
            _("What would you like to take part in?"),
            _("What keeps you from it: money, transport, health, nerves?"),
            _("What could somebody else learn from you?"),
        ),
    ),
    D.JUSTICE: Questions(
        _("Have you had to do with the police or the court, or do you expect to?"),
        (
            _("Is there a fine, a summons or a probation order?"),
            _("Has something been done to you that you reported, or did not dare to report?"),
            _("Who comes to your door that you would rather not see?"),
        ),
    ),
    D.PARENTING: Questions(
        _("How are the children doing, and how is it for you as a parent?"),
        (
            _("What are you proud of in your child?"),
            _("What is hardest, and what do you do then?"),
            _("What would your child say about home if I asked?"),
            _("Have you ever been afraid that you would lose control?"),
            _("Who takes over when you cannot go on?"),
        ),
    ),
}


def domains_for(*, children: bool) -> tuple[LifeDomain, ...]:
    """The thirteen domains in the order of the matrix; parenting as well where there are children."""
    return tuple(domain for domain in LifeDomain if children or domain != LifeDomain.PARENTING)
