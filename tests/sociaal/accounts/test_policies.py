"""What an account may hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sociaal.accounts.policies import Profile, check_profile, check_someone_administers
from sociaal.accounts.roles import Role
from sociaal.core.errors import Refused

ROLES = st.sets(st.sampled_from([str(role) for role in Role]))


def profile(roles, **more):
    return Profile(name="Someone", email="s@voorbeeldstad.example", roles=tuple(roles), **more)


@given(ROLES)
def test_a_profile_has_roles_and_partner_stands_alone(roles):
    if roles and (Role.PARTNER not in roles or len(roles) == 1):
        check_profile(profile(roles))
        return
    with pytest.raises(Refused) as refusal:
        check_profile(profile(roles))
    assert refusal.value.field == "roles"


@pytest.mark.parametrize(
    ("more", "field"), [({"team": object()}, "team"), ({"mandates": ("wmo",)}, "mandates")]
)
def test_a_partner_has_no_team_and_no_mandate(more, field):
    with pytest.raises(Refused) as refusal:
        check_profile(profile([Role.PARTNER], **more))
    assert refusal.value.field == field


@given(roles=ROLES, active=st.booleans(), others=st.integers(0, 3))
def test_there_is_always_somebody_to_administer(roles, active, others):
    left = others + (active and Role.ADMINISTRATOR in roles)
    if left:
        check_someone_administers(roles, active=active, others=others)
    else:
        with pytest.raises(Refused):
            check_someone_administers(roles, active=active, others=others)
