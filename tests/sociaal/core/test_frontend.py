import re
from pathlib import Path

import pytest

from sociaal.core import frontend

TEMPLATES = frontend.ROOT / "templates"


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A clone with the packages installed and our own style sheets, and nothing built."""
    (tmp_path / "node_modules").symlink_to(frontend.ROOT / "node_modules")
    (tmp_path / "static").symlink_to(frontend.ROOT / "static")
    return tmp_path


def test_a_token_brings_the_tokens_it_refers_to():
    theme = ".t { --a: var(--b); --b: var(--c, 1px); --c: 2px; --d: 3px; }"
    assert frontend.needed_tokens(theme, ["--a"]) == {"--a": "var(--b)", "--b": "var(--c, 1px)", "--c": "2px"}


def test_tokens_that_refer_to_each_other_end():
    assert set(frontend.needed_tokens(".t{--a: var(--b); --b: var(--a);}", ["--a"])) == {"--a", "--b"}


def test_a_token_in_a_comment_is_not_defined():
    assert frontend.needed_tokens(".t { /* --a: 1px; */ }", ["--a"]) == {}


def test_squeezing_leaves_the_rules_as_they_are():
    css = "/* note */\n.a ,\n.b > c {\n  color : red;\n  margin: calc(1px + 2px);\n}\n"
    assert frontend.squeeze(css) == ".a,.b > c{color : red;margin: calc(1px + 2px)}"


def test_everything_the_pages_name_is_built(clone: Path):
    built = {path.relative_to(clone / "var/npm").as_posix() for path in frontend.build(clone)}
    sources = [*TEMPLATES.rglob("*.html"), *(frontend.ROOT / "static").rglob("*.css")]
    named = {
        name
        for path in sources
        for name in re.findall(r"vendor/[\w./-]+\.\w+", path.read_text(encoding="utf-8"))
    }
    assert named - built == set()


def test_the_style_sheet_holds_what_pages_use_at_less_than_half_the_whole(clone: Path):
    frontend.build(clone)
    sheet = (clone / "var/npm/vendor/components.css").read_text(encoding="utf-8")
    assert ".utrecht-button-link--primary-action" in sheet
    assert "--voorbeeld-kleuren-wit:" in sheet
    assert len(sheet) < 220_000


def test_each_icon_has_a_drawing(clone: Path):
    frontend.build(clone)
    sprite = (clone / "var/npm/vendor/icons.svg").read_text(encoding="utf-8")
    drawn = dict(re.findall(r'<symbol id="([\w-]+)"[^>]*>(.*?)</symbol>', sprite))
    assert set(drawn) == set(frontend.ICONS)
    assert all(drawn.values())


def test_each_icon_that_a_template_asks_for_is_in_the_sprite():
    asked = {
        name
        for path in TEMPLATES.rglob("*.html")
        for name in re.findall(r'{% icon "([\w-]+)"|symbol="([\w-]+)"', path.read_text(encoding="utf-8"))
        for name in name
        if name
    }
    assert asked - set(frontend.ICONS) == set()


def test_without_packages_it_says_what_to_do(tmp_path: Path, monkeypatch, capsys):
    monkeypatch.setattr(frontend.build, "__defaults__", (tmp_path,))
    assert frontend.main() == 1
    assert "npm ci" in capsys.readouterr().err


def test_our_style_sheets_name_no_colour_outside_the_theme():
    sheets = (frontend.ROOT / "static/css").glob("*.css")
    strays = {
        (sheet.name, colour)
        for sheet in sheets
        for colour in re.findall(r"#[0-9a-f]{3,8}\b", sheet.read_text(encoding="utf-8"))
    }
    assert strays == set()
