"""May it happen now? Pure rules of the improvement board."""

import re

from django.utils.translation import gettext as _
from stdnum.nl import bsn as elfproef

from regie.board.models.suggestion import Phase
from sociaal.core.errors import Refused

TRANSITIONS = {
    Phase.PROPOSED: "propose_again",
    Phase.CHOSEN: "choose",
    Phase.TRYING: "try_out",
    Phase.MEASURED: "measure_it",
    Phase.ADOPTED: "adopt",
    Phase.DROPPED: "drop",
}
"""The transition that leads to each phase."""

ORDER = (Phase.PROPOSED, Phase.CHOSEN, Phase.TRYING, Phase.MEASURED, Phase.ADOPTED)
"""The way of a suggestion over the board, from left to right; stopping is possible on the whole way."""

REACHABLE = {
    Phase.PROPOSED: (Phase.CHOSEN, Phase.DROPPED),
    Phase.CHOSEN: (Phase.TRYING, Phase.PROPOSED, Phase.DROPPED),
    Phase.TRYING: (Phase.MEASURED, Phase.CHOSEN, Phase.DROPPED),
    Phase.MEASURED: (Phase.ADOPTED, Phase.TRYING, Phase.DROPPED),
    Phase.ADOPTED: (),
    Phase.DROPPED: (Phase.PROPOSED,),
}
"""Where a suggestion can go from each phase, the natural step first. A test holds it equal to the machine."""

_NINE_DIGITS = re.compile(r"(?<!\d)\d(?:[ .\-]?\d){8}(?!\d)")


def neighbours(phase: str) -> tuple[str, str]:
    """The phases one column to the left and to the right, "" where there is none to go to."""
    if phase == Phase.DROPPED:
        return str(Phase.PROPOSED), ""
    place, reachable = ORDER.index(Phase(phase)), REACHABLE[Phase(phase)]
    left = ORDER[place - 1] if place and ORDER[place - 1] in reachable else ""
    right = ORDER[place + 1] if place + 1 < len(ORDER) else ""
    return str(left), str(right)


def holds_bsn(text: str) -> bool:
    """Whether a number that can be a BSN stands in it: nine digits that fit the elfproef, however spaced."""
    found = (re.sub(r"\D", "", match) for match in _NINE_DIGITS.findall(text))
    return any(elfproef.is_valid(digits) for digits in found)


def check_private(text: str, field: str) -> None:
    """The board is read by all staff: no resident may be known from it."""
    if holds_bsn(text):
        raise Refused(
            _(
                "There seems to be a BSN in your text. All colleagues read this board, "
                "so leave out who it is about."
            ),
            field=field,
        )


def check_suggestion(gets_in_the_way: str, would_help: str) -> None:
    """What gets in the way is enough; what would help may come later, together."""
    if not gets_in_the_way.strip():
        raise Refused(_("Write down what gets in the way."), field="gets_in_the_way")
    check_private(gets_in_the_way, "gets_in_the_way")
    check_private(would_help, "would_help")


def check_move(to: str, words: str) -> None:
    """Stopping with a colleague's suggestion is explained; all other moves speak for themselves."""
    if to not in TRANSITIONS:
        raise Refused(_("Choose from the list."), field="to")
    if to == Phase.DROPPED and not words.strip():
        raise Refused(_("Write down why we stop with this."), field="words")
    check_private(words, "words")
