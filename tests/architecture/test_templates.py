"""Every template compiles, is used, and holds nothing that the Content-Security-Policy refuses."""

import re
from pathlib import Path

import pytest
from django.template.loader import get_template

from tests.architecture.sources import CODE, ROOT, files, python

FOLDER = ROOT / "templates"
TEMPLATES = [path.relative_to(FOLDER).as_posix() for path in files() if path.is_relative_to(FOLDER)]

ASKED_FOR_BY_LIBRARIES = ("account/", "mfa/", "django/forms/", "429.html")
"""Django's form renderer and allauth ask for theirs by name."""

REFUSED = {
    "an inline script": re.compile(r"<script(?![^>]*\bsrc=)(?![^>]*application/json)", re.IGNORECASE),
    "an inline style sheet": re.compile(r"<style\b", re.IGNORECASE),
    "a style attribute": re.compile(r"\sstyle\s*=", re.IGNORECASE),
    "an event attribute": re.compile(r"\son[a-z]+\s*=", re.IGNORECASE),
    "hx-on": re.compile(r"\b(data-)?hx-on\b", re.IGNORECASE),
    "code in hx-vals or hx-headers": re.compile(
        r"hx-(vals|headers|vars)\s*=\s*[\"']\s*(js|javascript):", re.IGNORECASE
    ),
    "an event filter of htmx": re.compile(r"hx-trigger\s*=\s*\"[^\"]*\[[^\"]*\]"),
    "an address that is code": re.compile(r"javascript:", re.IGNORECASE),
    "a file of another site": re.compile(
        r"<(script|link|img)[^>]+(src|href)=[\"']?(https?:)?//", re.IGNORECASE
    ),
    "text that is not escaped": re.compile(r"\|\s*safe\b|\{%\s*autoescape off"),
}


def _text(template):
    return (FOLDER / template).read_text(encoding="utf-8")


@pytest.mark.parametrize("template", TEMPLATES)
def test_it_compiles(template):
    get_template(template)


def test_no_template_holds_what_the_policy_refuses():
    found = {
        (template, what)
        for template in TEMPLATES
        for what, pattern in REFUSED.items()
        if pattern.search(_text(template))
    }
    assert found == set()


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("<script>alert(1)</script>", "an inline script"),
        ('<p style="color: red">', "a style attribute"),
        ('<button hx-on:click="go()">', "hx-on"),
        ('<button onclick="go()">', "an event attribute"),
        ("<a href='javascript:go()'>", "an address that is code"),
        ("""<div hx-vals='js:{a: go()}'>""", "code in hx-vals or hx-headers"),
        ('<div hx-trigger="keyup[ctrlKey]">', "an event filter of htmx"),
        ('<script src="https://elsewhere.example/x.js"></script>', "a file of another site"),
        ("{{ words|safe }}", "text that is not escaped"),
    ],
)
def test_the_search_finds_it(text, what):
    assert REFUSED[what].search(text)


def _named(text):
    """What is named in quotes, as a pattern: a part in braces stands for a word."""
    for quoted in re.findall(r"[\"']([\w/{}.-]+\.(?:html|txt))[\"']", text):
        yield re.compile(re.sub(r"\\{\w+\\}", r"\\w+", re.escape(quoted)) + "$")


def test_every_template_is_used():
    texts = [path.read_text(encoding="utf-8") for path in python(*CODE, "benchmarks")]
    named = {pattern for text in [*texts, *map(_text, TEMPLATES)] for pattern in _named(text)}
    ours = [template for template in TEMPLATES if not template.startswith(ASKED_FOR_BY_LIBRARIES)]
    assert [one for one in ours if not any(pattern.match(one) for pattern in named)] == []


def test_the_search_for_used_templates_knows_a_plain_and_a_composed_name():
    (plain, composed) = _named("""render("a/b.html") f'a/b_{name}_part.html'""")
    assert plain.match("a/b.html")
    assert composed.match("a/b_rest_part.html")
    assert not composed.match("a/b_rest.html")


def test_no_template_is_longer_than_one_oversees():
    long = {template: n for template in TEMPLATES if (n := len(_text(template).splitlines())) > 80}
    assert long == {}


def test_templates_stand_in_one_place_only():
    others = [
        path.relative_to(ROOT).as_posix()
        for path in files()
        if path.suffix == ".html" and Path("templates") not in path.relative_to(ROOT).parents
    ]
    assert [one for one in others if not one.startswith(("benchmarks/", "docs/"))] == []
