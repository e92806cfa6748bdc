"""One step of a procedure: when it can be taken, its form and its operation."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from cases.forms.base import KeyedForm
from cases.models import Procedure
from sociaal.accounts.models import User
from sociaal.core.listing import Text


@dataclass(frozen=True)
class ProcedureStep:
    """`possible` says whether the step can follow now; `decides` that it takes a mandate; `by_another` that
    who made the decision cannot take it; `asks_who` that its form asks whose application it is.
    """

    name: str
    label: Text
    done: Text
    form: Callable[..., KeyedForm]
    operation: Callable[..., Any]
    possible: Callable[[Procedure], bool]
    decides: bool = False
    by_another: bool = False
    hint: Text = ""
    asks_who: bool = False

    def form_for(self, procedure: Procedure, user: User, data: Any = None) -> KeyedForm:
        """The form of this step, filled with what was sent."""
        about = {"procedure": procedure, "user": user} if self.asks_who else {}
        return self.form(data, auto_id=f"id_{self.name}_%s", **about)
