"""Where a suggestion arose, in words."""

import pytest

from regie.board import steps


@pytest.mark.parametrize(
    ("step", "words"),
    [
        ("weighing", "Weighing"),
        ("arranging", "Arranging help"),
        ("case", "Case"),
        ("agreement_new", "Agreements"),
        ("board:board", "Improve"),
        ("metrics:dashboard", "Flow"),
        ("account_login", ""),
        ("", ""),
    ],
)
def test_a_step_is_a_status_or_a_page_and_has_the_word_people_use(step, words):
    assert steps.words(step) == words


@pytest.mark.parametrize("step", ["regie", "board:suggest", "conversation"])
def test_a_status_or_page_of_ours_is_known(step):
    assert steps.known(step) == step


@pytest.mark.parametrize("step", ["", "nowhere", "/casus/2026-000001/", "<script>", "suggest"])
def test_anything_else_is_not(step):
    assert steps.known(step) == ""


def test_every_word_belongs_to_a_page_or_status_there_is():
    unused = {
        name
        for name in steps.PAGES
        if not any(f"{page.replace(':', '_')}_".startswith(f"{name}_") for page in steps.page_names())
    }
    assert unused == set()
