"""The right resident is found however the name comes over the telephone, and nobody who may not be."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.models import Resident
from cases.operations.residents import add_resident, change_resident
from cases.queries import search_rows
from cases.queries.search import find_residents, located
from tests.factories import NOW, ResidentFactory, make_case, make_member

pytestmark = pytest.mark.django_db


def found(text, user=None):
    return [one.name for one in find_residents(user or make_member("anna"), text, NOW)]


@pytest.fixture
def town():
    """Some neighbours, so that finding everybody would show."""
    for first, prefix, last in (("Bert", "", "Pietersen"), ("Willy", "", "Vos"), ("Ayşe", "", "Yılmaz")):
        ResidentFactory(
            first_names=first, prefix=prefix, last_name=last, birth_date=date(1980, 1, 1), street="Kade",
            house_number="12", postcode="9999 XB", phone="0880000099",
        )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Jannsen", {"last_name": "Janssen"}),
        ("Claasen", {"last_name": "Klaassen"}),
        ("Meyer", {"last_name": "Meijer"}),
        ("Sgouten", {"last_name": "Schouten"}),
        ("v.d. Berg", {"prefix": "van den", "last_name": "Berg"}),
        ("van de Berg", {"prefix": "van den", "last_name": "Berg"}),
        ("Berg, van den", {"prefix": "van den", "last_name": "Berg"}),
        ("vandenberg", {"prefix": "van den", "last_name": "Berg"}),
        ("van den Berg", {"prefix": "", "last_name": "Vandenberg"}),
        ("Wit", {"last_name": "Jansen-de Wit"}),
        ("de Wit-Jansen", {"last_name": "Jansen-de Wit"}),
        ("Bouwmeester", {"last_name": "Smit", "birth_name": "Bouwmeester"}),
        ("Beauwmeester", {"last_name": "Smit", "birth_name": "Bouwmeester"}),
        ("Celik", {"last_name": "Çelik"}),
        ("Malgozata Wisniewski", {"first_names": "Małgorzata", "last_name": "Wiśniewski"}),
        ("Kees Jansen", {"first_names": "Cornelis", "last_name": "Jansen"}),
        ("C. Jansen", {"first_names": "Cornelis", "last_name": "Jansen"}),
        ("Cornelis Jansen", {"first_names": "", "initials": "C.J.", "last_name": "Jansen"}),
        ("Jansen Cornelis", {"first_names": "Cornelis", "last_name": "Jansen"}),
        ("Zonneveldt", {"last_name": "Zonneveld"}),
        ("Zonnefelld", {"last_name": "Zonneveld"}),
        ("Znoneveld 1951", {"last_name": "Zonneveld"}),
        ("zonn", {"last_name": "Zonneveld"}),
        ("Aaltje Zonneveld", {"first_names": "Aaltje Marie", "last_name": "Zonneveld"}),
        ("mevr. Zonneveld-Prins", {"last_name": "Zonneveld"}),
        ("Zonneveld 12-3-51", {"last_name": "Zonneveld"}),
        ("Zonneveld 1951", {"last_name": "Zonneveld"}),
        ("Zonneveld 51", {"last_name": "Zonneveld"}),
        ("Zonneveld 1951", {"last_name": "Zonneveld", "birth_date": None}),
        ("12031951", {"last_name": "Zonneveld"}),
        ("Lindelan 4", {"last_name": "Zonneveld"}),
        ("lindenlaan 4", {"last_name": "Zonneveld"}),
        ("Lindeln 4", {"last_name": "Zonneveld", "street": "Lindelaan"}),
        ("9999xa4", {"last_name": "Zonneveld"}),
        ("Zonneveld Lindelaan", {"last_name": "Zonneveld"}),
        ("Zonneveld Lindelaan 4", {"last_name": "Zonneveld"}),
        ("Zonneveld 9999 XA", {"last_name": "Zonneveld"}),
        ("leeuwenstraat 7", {"street": "Burg. van Leeuwenstr.", "house_number": "7"}),
        ("(088) 000 00 01", {"phone": "088-0000001", "last_name": "Zonneveld"}),
        ("Zonneveld 0880000001", {"phone": "+31880000001", "last_name": "Zonneveld"}),
    ],
)  # fmt: skip
def test_a_resident_is_found_by(town, text, names):
    resident = ResidentFactory(**names)
    assert found(text) == [resident.full_name]


@pytest.mark.parametrize("text", ["Zonneveld 1952", "Zonneveld 13-3-1951", "Lindelaan 5", "9999XA 5", "Qqqq"])
def test_a_number_that_does_not_fit_finds_nobody(town, text):
    ResidentFactory(last_name="Zonneveld")
    assert found(text) == []


def test_who_is_spelled_as_typed_goes_before_who_sounds_so():
    ResidentFactory(first_names="Aafje", last_name="Janssen")
    ResidentFactory(first_names="Bea", last_name="Jansen")
    assert found("Jansen") == ["Bea de Jansen", "Aafje de Janssen"]


def test_of_many_of_one_name_my_own_residents_go_first():
    anna = make_member("anna")
    for _n in range(30):
        ResidentFactory(first_names="Aafje", last_name="Jansen")
    mine = ResidentFactory(first_names="Zwaantje", last_name="Jansen")
    make_case(anna, resident=mine)
    first, *others = find_residents(anna, "jansen", NOW)
    assert (first.pk, first.is_mine, len(others)) == (mine.pk, True, 19)


@pytest.fixture
def _few_are_read(monkeypatch):
    monkeypatch.setattr(search_rows, "READ_AT_MOST", 3)
    search_rows.meeting_widely.cache_clear()
    yield
    search_rows.meeting_widely.cache_clear()


@pytest.mark.usefixtures("_few_are_read")
def test_of_a_name_that_very_many_bear_my_own_and_who_is_spelled_so_are_read():
    anna = make_member("anna")
    for _n in range(9):
        ResidentFactory(first_names="Aafje", last_name="Schmidt")
    mine = ResidentFactory(first_names="Bea", last_name="Schmidt")
    make_case(anna, resident=mine)
    ResidentFactory(first_names="Cato", last_name="Schmit")
    assert [found(text, anna)[0] for text in ("Schmit", "Schmidt")] == ["Cato de Schmit", "Bea de Schmidt"]
    assert "Bea de Schmidt" in found("Schmit", anna)
    assert len(found("Schmidt", anna)) == 4


def test_a_name_of_a_record_that_was_merged_is_found_and_said():
    resident = ResidentFactory(last_name="Zonneveld")
    resident.other_names = ["Aaltje de Boer"]
    resident.save()
    (one,) = find_residents(make_member("anna"), "de Boer", NOW)
    assert (one.pk, one.other_name) == (resident.pk, "Aaltje de Boer")


def test_what_a_record_is_known_as_finds_the_record_it_is_merged_into():
    old = ResidentFactory(first_names="Bea", prefix="van den", last_name="Berg", birth_name="Prins")
    kept = ResidentFactory(last_name="Zonneveld", birth_date=date(1980, 1, 1))
    kept.other_names = old.known_as
    old.merged_into = kept
    old.save()
    kept.save()
    anna = make_member("anna")
    assert [found(text, anna) for text in ("Bea van den Berg", "Prins")] == [["Aaltje de Zonneveld"]] * 2


def test_the_merged_record_itself_is_not_found():
    kept = ResidentFactory(last_name="Zonneveld")
    ResidentFactory(last_name="Zonneveld", merged_into=kept)
    assert len(found("Zonneveld")) == 1


@pytest.mark.parametrize("text", ["Lindelaan 4", "Lindelaan", "9999 XA", "9999XA 4", "Zonneveld Lindelaan 4"])
def test_a_confidential_address_finds_nobody_not_even_for_who_reads_the_file(text):
    anna = make_member("anna")
    resident = ResidentFactory(last_name="Zonneveld", phone="0880000001")
    make_case(anna, resident=resident)
    change_resident(resident=resident, by=anna, now=NOW, confidential_address=True)
    assert found(text, anna) == []
    (one,) = find_residents(anna, "Zonneveld", NOW)
    assert one.address == ""
    assert found("Zonneveld", make_member("dirk")) == []


@pytest.mark.parametrize("text", ["Zonneveld", "Zonnevelt 1951", "Lindelaan 4", "0880000001", "12-3-1951"])
def test_a_restricted_file_is_not_found_by_who_may_not_read_it(text):
    ResidentFactory(last_name="Zonneveld", phone="0880000001", restricted=True)
    assert found(text) == []


def test_the_address_is_shown_to_who_reads_the_file_only():
    anna = make_member("anna")
    resident = ResidentFactory(last_name="Zonneveld")
    make_case(anna, resident=resident)
    dirk = make_member("dirk")
    shown = [find_residents(user, "Zonneveld", NOW)[0].address for user in (anna, dirk)]
    assert shown == ["Lindelaan 4", ""]
    assert located(dirk, resident.pk, NOW).address == ""


def test_a_changed_name_is_found_and_the_former_one_no_more():
    anna = make_member("anna")
    resident = add_resident(by=anna, now=NOW, first_names="Aaltje", last_name="Zonneveld")
    make_case(anna, resident=resident)
    change_resident(resident=resident, by=anna, now=NOW, last_name="Bouwmeester")
    assert (found("Bouwmeester", anna), found("Zonneveld", anna)) == (["Aaltje Bouwmeester"], [])


def test_saving_one_field_keeps_the_keys_right():
    resident = ResidentFactory(last_name="Zonneveld")
    resident.phone = "0880000001"
    resident.save(update_fields=["phone"])
    assert found("088-0000001") == ["Aaltje de Zonneveld"]


@pytest.mark.parametrize(
    ("text", "queries"),
    [
        ("Aaltje Zonneveld 1951", 3),
        ("0880000001", 3),
        ("Lindelaan 4", 3),
        ("Zonneveld", 3),
        ("Aaltje Zonneveld", 4),
        ("999900006", 3),
    ],
)
def test_what_is_typed_well_takes_few_queries(text, queries):
    anna = make_member("anna")
    ResidentFactory(last_name="Zonneveld", phone="0880000001", bsn="999900006")
    find_residents(anna, text, NOW)
    with CaptureQueriesContext(connection) as asked:
        assert find_residents(anna, text, NOW)
    assert len(asked) == queries


def test_a_common_name_takes_three_queries(django_assert_num_queries):
    anna = make_member("anna")
    for _n in range(6):
        ResidentFactory(last_name="Jansen")
    with django_assert_num_queries(3):
        find_residents(anna, "Aaltje Jansen", NOW)


@pytest.mark.parametrize("text", ["Qqqqqq Zzzzzz", "Qqqqqq vna Zzzzzzlaan 51", "Qqqqqq 9999 ZZ 51"])
def test_what_nobody_is_called_takes_at_most_fourteen_queries(text, django_assert_max_num_queries):
    anna = make_member("anna")
    with django_assert_max_num_queries(14):
        assert find_residents(anna, text, NOW) == []


def test_every_resident_has_the_keys_of_what_is_recorded():
    resident = Resident.objects.get(pk=ResidentFactory(last_name="Zonneveld").pk)
    assert resident.search_keys == sorted(resident.keys_to_find_by())
