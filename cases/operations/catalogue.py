"""Keep the catalogue: what can be given, by whom, and who works there. By an administrator, always logged.

`seen`: what the form of an existing one started from; raises Conflict when somebody changed it since.
"""

from datetime import datetime
from typing import Any

from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext as _

from cases.models import Organisation, Professional, Provision
from sociaal.accounts.models import User
from sociaal.accounts.permissions import check_administers
from sociaal.audit.changes import check_seen
from sociaal.audit.log import wrote
from sociaal.core.editing import Marks
from sociaal.core.errors import Refused


def keep_provision(
    *, provision: Provision | None, by: User | None, now: datetime, seen: Marks | None = None, **fields: Any
) -> Provision:
    """Add a provision (None) or change one.

    Raises Refused when the name is taken, NotPermitted for others.
    """
    return _keep("provision", Provision, provision, fields, by=by, now=now, seen=seen)


def keep_organisation(
    *,
    organisation: Organisation | None,
    by: User | None,
    now: datetime,
    seen: Marks | None = None,
    **fields: Any,
) -> Organisation:
    """Add an organisation (None) or change one.

    Raises Refused when the name is taken, NotPermitted for others.
    """
    return _keep("organisation", Organisation, organisation, fields, by=by, now=now, seen=seen)


def keep_professional(
    *,
    professional: Professional | None,
    by: User | None,
    now: datetime,
    seen: Marks | None = None,
    **fields: Any,
) -> Professional:
    """Add somebody to an organisation (None) or change them. Raises Refused for an account that is taken."""
    return _keep("professional", Professional, professional, fields, by=by, now=now, seen=seen)


@transaction.atomic
def _keep(
    word: str,
    model: type[models.Model],
    row: Any,
    fields: dict[str, Any],
    *,
    by: User | None,
    now: datetime,
    seen: Marks | None,
) -> Any:
    check_administers(by)
    kept = model(**fields) if row is None else model._default_manager.select_for_update().get(pk=row.pk)
    if row is not None:  # where somebody works is no field of the form
        check_seen(kept, fields.keys() - {"organisation"}, seen)
    changed = [] if row is None else sorted(name for name in fields if getattr(kept, name) != fields[name])
    for name, value in fields.items():
        setattr(kept, name, value)
    try:
        with transaction.atomic():
            kept.save()
    except IntegrityError:
        field = "user" if model is Professional else "name"
        raise Refused(_("This one is there already."), field=field) from None
    wrote(f"{'add' if row is None else 'change'}_{word}", by=by, now=now, about=kept, fields=changed)
    return kept
