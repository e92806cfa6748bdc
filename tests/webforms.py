"""What a browser would send of a form on a page, without a browser."""

from html.parser import HTMLParser
from typing import Any


class _Form(HTMLParser):
    """The first form of the page whose way is post and that has fields beside its token."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[dict[str, Any]] = []
        self.inside = False
        self.area = self.choice = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        got = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.inside = got.get("method", "").lower() == "post"
            self.forms += [{}] if self.inside else []
        name = got.get("name", "")
        if not self.inside:
            return
        if tag == "textarea":
            self.area = name
            self.forms[-1][name] = ""
        elif tag == "select":
            self.choice = name
        elif tag == "option" and (self.choice not in self.forms[-1] or "selected" in got):
            self.forms[-1][self.choice] = got.get("value", "")
        elif tag == "input" and name and name != "csrfmiddlewaretoken":
            self._input(name, got)

    def _input(self, name: str, got: dict[str, str]) -> None:
        if got.get("type") in ("checkbox", "radio") and "checked" not in got:
            return
        before = self.forms[-1].get(name)
        if got.get("type") == "checkbox" and before is not None:
            self.forms[-1][name] = [
                *(before if isinstance(before, list) else [before]),
                got.get("value", "on"),
            ]
        else:
            self.forms[-1][name] = got.get("value", "on" if got.get("type") == "checkbox" else "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.inside = False
        elif tag == "textarea":
            self.area = ""

    def handle_data(self, data: str) -> None:
        if self.area and self.inside:
            self.forms[-1][self.area] += data.removeprefix("\n")


def filled(html: str) -> dict[str, Any]:
    """The fields of the largest form on this page, as they are filled in."""
    form = _Form()
    form.feed(html)
    return max(form.forms, key=len)
