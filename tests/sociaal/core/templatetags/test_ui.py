import datetime as dt

import pytest
from django.template import Context, Template
from django.test import override_settings
from django.utils import translation

from sociaal.core.templatetags import ui


def rendered(source: str, **context: object) -> str:
    return Template(source).render(Context(context))


def test_an_icon_is_left_out_for_who_listens():
    html = rendered('{% icon "plus" %}')
    assert 'aria-hidden="true"' in html
    assert 'vendor/icons.svg#plus"' in html


@pytest.mark.parametrize("tone", ["open", "waiting", "late", "done", "good", "unheard-of"])
def test_a_badge_shows_its_words_escaped(tone):
    html = rendered("{% badge words tone %}", words="<b>In gesprek", tone=tone)
    assert "&lt;b&gt;In gesprek" in html
    assert "utrecht-status-badge--" in html


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (None, ""),
        (0, "today"),
        (0.9, "today"),
        (1, "1 day"),
        (1.5, "1 day"),
        (2, "2 days"),
        (365, "365 days"),
    ],
)
def test_days_are_said_in_words(number, words):
    with translation.override("en"):
        assert ui.days(number) == words


def test_a_moment_is_told_in_amsterdam_time():
    moment = dt.datetime(2026, 11, 21, 23, 30, tzinfo=dt.UTC)
    with translation.override("nl"):
        assert ui.long_date(moment) == "22 november 2026"
        assert ui.long_time(moment) == "22 november 2026, 00.30"


def test_a_date_never_gets_a_made_up_time():
    with translation.override("nl"):
        assert ui.long_time(dt.date(2026, 3, 1)) == "1 maart 2026"
    assert (ui.long_date(None), ui.long_time(None)) == ("", "")


@pytest.mark.parametrize(
    ("days", "size"),
    [
        (None, "short"),
        (0, "short"),
        (3, "short"),
        (4, "medium"),
        (14, "medium"),
        (15, "long"),
        (43, "very-long"),
    ],
)
def test_a_wait_is_drawn_out_by_its_length(days, size):
    assert ui.wait_size(days) == size


@pytest.mark.parametrize(
    ("level", "full"), [("1", 0), ("2", 1), ("3", 2), ("4", 3), ("5", 4), ("", 0), ("none", 0)]
)
def test_a_level_fills_as_many_bars(level, full):
    assert list(ui.bars(level)) == ["full"] * full + [""] * (4 - full)


def test_what_is_fixed_is_rendered_once_for_each_language():
    template = Template("{% fixed %}{{ word }}{% endfixed %}")
    with translation.override("nl"):
        assert template.render(Context({"word": "een"})) == "een"
        assert template.render(Context({"word": "twee"})) == "een"
    with translation.override("en"):
        assert template.render(Context({"word": "three"})) == "three"


def test_what_is_fixed_follows_the_municipality():
    template = Template("{% fixed %}{{ word }}{% endfixed %}")
    template.render(Context({"word": "een"}))
    with override_settings(MUNICIPALITY="Elders"):
        assert template.render(Context({"word": "twee"})) == "twee"
