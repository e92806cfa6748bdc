"""Two records side by side, and the way back."""

import pytest
from django.urls import reverse

from cases.merging import MergeChoices
from cases.models import ContactTerm, NetworkMember, Resident, ResidentMerge
from cases.operations.help_requests import register
from cases.operations.merging import merge_residents
from sociaal.audit.models import Entry
from tests.factories import NOW, ResidentFactory, make_case, make_member

pytestmark = pytest.mark.django_db


def text(answer):
    return answer.content.decode()


@pytest.fixture
def anna():
    return make_member("anna")


@pytest.fixture
def two(anna):
    """Two records of what seems one person, both with a case of Anna's."""
    facts = [{"phone": "0880000001", "bsn": "999900006"}, {"phone": "0880000002", "first_names": "Alie"}]
    return tuple(
        make_case(anna, resident=ResidentFactory(last_name="Zonneveld", **one)).resident for one in facts
    )


@pytest.fixture
def post(client, anna):
    client.force_login(anna)

    def sent(keep, other, data):
        return client.post(f"{reverse('resident_merge', args=[keep.pk])}?other={other.pk}", data)

    return sent


def test_who_looks_alike_stands_there_at_once(visit, anna, two):
    answer = visit(anna, "resident_merge", two[0].pk)
    assert f"?other={two[1].pk}" in text(answer)


def test_anybody_else_is_searched_for(visit, anna, two):
    other = ResidentFactory(last_name="Kwikstaart", birth_date=None, postcode="")
    answer = visit(anna, "resident_merge", two[0].pk, data={"find": "kwikstaart"})
    assert f"?other={other.pk}" in text(answer)


def test_both_stand_side_by_side_and_only_differences_are_asked(visit, anna, two):
    answer = visit(anna, "resident_merge", two[0].pk, other=two[1].pk)
    fields = set(answer.context["form"].fields)
    assert fields == {"form_key", "field_first_names", "field_phone"}
    assert "••••••006" in text(answer)
    assert "999900006" not in text(answer)
    assert Entry.objects.filter(action="resident_merge").last().residents == sorted(one.pk for one in two)


def test_merging_leads_to_the_one_file_and_so_does_the_old_address(visit, post, anna, two):
    keep, other = two
    given = {"field_first_names": "merged", "field_phone": "kept", "form_key": "a"}
    answer = post(keep, other, given)
    assert answer.url == reverse("resident", args=[keep.pk])
    keep.refresh_from_db()
    assert (keep.first_names, keep.phone) == ("Alie", "0880000001")
    assert visit(anna, "resident", other.pk).url == reverse("resident", args=[keep.pk])
    page = text(visit(anna, "resident", keep.pk))
    assert reverse("resident_merge_undo", args=[ResidentMerge.objects.get().pk]) in page


def test_a_double_click_merges_once_and_goes_on(post, two):
    keep, other = two
    given = {"field_first_names": "kept", "field_phone": "kept", "form_key": "a"}
    first = post(keep, other, given)
    assert first.status_code == 302
    again = post(keep, other, given)
    assert again.status_code in (302, 404)  # the other record is not found any more
    assert ResidentMerge.objects.count() == 1


def test_an_old_address_betrays_nothing_to_who_may_not_read_the_kept_one(visit, anna, two):
    keep, other = two
    merge_residents(keep=keep, other=other, choices=MergeChoices(), by=anna, now=NOW)
    dirk, hanna = make_member("dirk"), make_member("hanna")
    assert visit(dirk, "resident", other.pk).status_code == 403
    assert visit(hanna, "resident", other.pk).status_code == 404
    Resident.objects.filter(pk=keep.pk).update(restricted=True)
    assert visit(dirk, "resident", other.pk).status_code == 404


def test_what_stands_in_the_way_is_said_and_there_is_no_button(visit, post, anna, two):
    two[1].bsn = "999900018"
    two[1].save()
    answer = visit(anna, "resident_merge", two[0].pk, other=two[1].pk)
    assert answer.context["page"].obstacles
    assert 'name="form_key"' not in text(answer)
    assert post(*two, {"field_first_names": "kept", "field_phone": "kept"}).status_code == 422


def test_of_two_contact_persons_one_is_chosen(visit, post, anna):
    keep, other = (
        make_case(by, resident=ResidentFactory(last_name="Zonneveld")).resident
        for by in (anna, make_member("bram"))
    )
    page = visit(anna, "resident_merge", keep.pk, other=other.pk).context["form"]
    assert [str(label) for _value, label in page.fields["contact_person"].choices] == ["Anna", "Bram"]
    assert post(keep, other, {"contact_person": "merged", "form_key": "a"}).status_code == 302
    running = ContactTerm.objects.get(during__upper_inf=True)
    assert (running.resident, running.user.name) == (keep, "Bram")


def test_of_a_record_one_does_not_read_only_name_and_birth_date_are_shown(visit, anna, two):
    nobodys = ResidentFactory(last_name="Zonneveld", phone="0889999999", street="Geheimpad")
    answer = text(visit(anna, "resident_merge", two[0].pk, other=nobodys.pk))
    assert "0889999999" not in answer
    assert "Geheimpad" not in answer


def test_the_page_takes_a_fixed_number_of_queries(client, anna, two, django_assert_max_num_queries):
    for resident in two:
        for number in range(4):
            make_case(anna, resident=resident)
            NetworkMember.objects.create(resident=resident, name=f"Buur {number}", relation="buur")
    client.force_login(anna)
    address = f"{reverse('resident_merge', args=[two[0].pk])}?other={two[1].pk}"
    with django_assert_max_num_queries(65):
        client.get(address)


# --- the way back -----------------------------------------------------------------------------------------
@pytest.fixture
def merged(anna, two):
    return merge_residents(keep=two[0], other=two[1], choices=MergeChoices(), by=anna, now=NOW)


def test_undoing_asks_why(visit, anna, two, merged):
    assert visit(anna, "resident_merge_undo", merged.pk, data={"form_key": "a"}).status_code == 422
    given = {"reason": "Moeder en dochter", "form_key": "a"}
    assert visit(anna, "resident_merge_undo", merged.pk, data=given).status_code == 302
    assert visit(anna, "resident", two[1].pk).status_code == 200


def test_what_depends_on_it_is_named_and_there_is_no_button(visit, anna, two, merged):
    register(words="Nog iets.", channel="phone", team=anna.team, resident=two[0], by=anna, now=NOW)
    answer = visit(anna, "resident_merge_undo", merged.pk)
    assert answer.context["page"].depends
    assert 'name="form_key"' not in text(answer)
    refused = visit(anna, "resident_merge_undo", merged.pk, data={"reason": "x", "form_key": "a"})
    assert refused.status_code == 422
