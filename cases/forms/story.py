"""Looking for something in the timeline of a case."""

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.enums import StoryPart
from cases.story import Looked


class StoryForm(forms.Form):
    """Nothing has to be filled in; what is not offered is passed over."""

    part = forms.ChoiceField(label=_("About"), choices=StoryPart, required=False)
    who = forms.CharField(label=_("By whom"), max_length=120, required=False)
    words = forms.CharField(label=_("Words in it"), max_length=100, required=False)

    def looked(self) -> Looked:
        """What is looked for, as far as it makes sense."""
        self.is_valid()
        return Looked(**{name: self.cleaned_data.get(name, "") for name in self.fields})
