import datetime as dt
import re

import pytest
from django import forms
from django.test import override_settings
from django.utils import timezone

from sociaal.core.widgets import DateInput, DateTimeInput, LevelPicker, ShortText, TimeInput

LEVELS = [("1", "acuut"), ("2", "niet"), ("3", "beperkt"), ("4", "voldoende"), ("5", "volledig")]


class Question(forms.Form):
    name = forms.CharField(label="Naam", help_text="Zoals <iemand> hem schrijft.")
    words = forms.CharField(label="Woorden", widget=ShortText, required=False)
    born = forms.DateField(label="Geboren", widget=DateInput, required=False)
    reporter = forms.ChoiceField(choices=[("a", "A"), ("b", "B")], widget=forms.RadioSelect)
    flags = forms.MultipleChoiceField(
        choices=[("x", "X")], widget=forms.CheckboxSelectMultiple, required=False
    )
    told = forms.BooleanField(label="Verteld")
    channel = forms.ChoiceField(choices=[("", "–"), ("phone", "Telefoon")])
    level = forms.ChoiceField(choices=LEVELS, widget=LevelPicker)
    secret = forms.CharField(widget=forms.HiddenInput, initial="v1")


def test_a_date_is_sent_and_shown_as_the_browser_wants_it():
    assert 'value="2026-11-21"' in DateInput().render("d", dt.date(2026, 11, 21))
    assert 'type="date"' in DateInput().render("d", None)


def test_a_time_is_shown_to_the_minute():
    assert 'value="14:03"' in TimeInput().render("t", dt.time(14, 3, 59))


def test_a_moment_that_was_typed_stays_as_typed():
    assert 'value="gisteren"' in DateTimeInput().render("m", "gisteren")
    assert 'value="2026-11-21T14:03"' in DateTimeInput().render("m", dt.datetime(2026, 11, 21, 14, 3))  # noqa: DTZ001


def test_a_moment_comes_back_in_local_time():
    class When(forms.Form):
        at = forms.DateTimeField(widget=DateTimeInput)

    form = When({"at": "2026-11-21T14:03"})
    assert form.is_valid(), form.errors
    assert form.cleaned_data["at"] == dt.datetime(2026, 11, 21, 13, 3, tzinfo=dt.UTC)
    shown = When(initial={"at": timezone.localtime(form.cleaned_data["at"])})
    assert 'value="2026-11-21T14:03"' in shown.as_div()


def test_five_levels_have_a_word_a_number_and_a_shape():
    html = str(Question(initial={"level": "4"})["level"])
    assert re.findall(r"<span>(\d) (\w+)</span>", html) == [tuple(level) for level in LEVELS]
    assert html.count('<i class="full">') == 0 + 1 + 2 + 3 + 4
    assert re.search(r'value="4"[^>]*checked', html)


def test_what_is_optional_says_so_and_what_is_required_does_not():
    html = str(Question())
    optional = re.findall(r"(\w+) <span class=\"optional\">", html)
    assert optional == ["Woorden", "Geboren", "Flags"]


def test_a_hint_is_tied_to_its_field_and_escaped():
    html = str(Question()["name"].as_field_group())
    assert 'aria-describedby="id_name_helptext"' in html
    assert 'id="id_name_helptext">Zoals &lt;iemand&gt; hem schrijft.' in html


def test_an_error_stands_at_its_field_and_is_tied_to_it():
    html = str(Question({})["name"].as_field_group())
    assert 'aria-describedby="id_name_helptext id_name_error"' in html
    assert 'aria-invalid="true"' in html
    assert 'id="id_name_error"' in html
    assert "utrecht-form-field--invalid" in html


@override_settings(DEBUG=False)
@pytest.mark.parametrize("prefix", [None, "child"])
def test_the_error_summary_takes_the_focus_and_leads_to_controls(prefix):
    html = str(Question({}, prefix=prefix))
    targets = re.findall(r'<li><a href="#([^"]+)"', html)
    controls = re.findall(r'<(?:input|select|textarea)[^>]* id="([^"]+)"', html)
    assert len(targets) == 6
    assert set(targets) <= set(controls)
    assert re.search(r'error-summary"[^>]* tabindex="-1" autofocus', html)


def test_a_form_without_errors_has_no_summary():
    assert "error-summary" not in str(Question())


def test_hidden_fields_have_no_label():
    html = str(Question())
    assert '<input type="hidden" name="secret" value="v1" id="id_secret">' in html
    assert 'for="id_secret"' not in html


def test_each_control_has_a_label():
    html = str(Question())
    controls = set(re.findall(r'<(?:input|select|textarea)(?![^>]*hidden)[^>]* id="([^"]+)"', html))
    labelled = set(re.findall(r'for="([^"]+)"', html))
    wrapped = {f"id_level_{number}" for number in range(5)}
    assert controls - labelled == wrapped
