"""What the writer decided stands; what nobody touched follows the notes."""

from intake.merging import digest
from intake.report.deciding import Decision, decided
from intake.report.parts import Part, Standing

HOUSING = Part("domain_housing", "Uw woning", "De trap is steil.")
CLOSED = Part("domain_parenting", "Opvoeden", "", frozenset({"youth_safety"}), Standing.NEVER)
ASKED = Part("domain_justice", "Justitie", "Boete.", frozenset({"justice"}), Standing.ASKED)


def line(part, *decisions):
    return next(one for one in decided([part], decisions) if one.code == part.code)


NOW = digest(HOUSING.text)


def decision(code="domain_housing", text="", included=True, started_from=NOW, **more):
    return Decision(code, text, included, started_from, **more)


def test_a_part_that_nobody_touched_says_what_the_notes_say():
    assert (line(HOUSING).text, line(HOUSING).included) == ("De trap is steil.", True)
    assert not line(ASKED).included


def test_words_of_the_writer_stay_and_say_so_when_the_notes_change():
    kept = line(HOUSING, decision(text="De trap is te steil voor u."))
    assert (kept.text, kept.edited, kept.outdated) == ("De trap is te steil voor u.", True, False)
    later = line(HOUSING, decision(text="Anders.", started_from=digest("eerder")))
    assert (later.text, later.outdated, later.origin) == ("Anders.", True, HOUSING.text)


def test_a_tick_alone_leaves_the_words_following_the_notes():
    out = line(HOUSING, decision(included=False, started_from=digest("eerder")))
    assert (out.text, out.included, out.outdated) == (HOUSING.text, False, False)
    assert line(ASKED, decision("domain_justice")).included


def test_what_never_comes_in_does_not_whatever_was_decided():
    closed = line(CLOSED, decision("domain_parenting", text="Toch", included=True))
    assert (closed.text, closed.included, closed.may_come_in) == ("", False, False)


def test_words_about_a_domain_whose_notes_are_gone_are_still_there_in_their_place():
    wish = Part("wish", "Wat u wilt", "Wonen")
    lines = decided([HOUSING, wish], [decision("domain_finances", text="Schulden", category="finances")])
    assert [one.code for one in lines] == ["domain_housing", "domain_finances", "wish"]
    assert (lines[1].outdated, lines[1].categories) == (True, frozenset({"finances"}))
