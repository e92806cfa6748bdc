import subprocess

import pytest

from tests import chromium


@pytest.fixture(autouse=True)
def _no_browser_is_named(monkeypatch):
    monkeypatch.delenv("CHROMIUM", raising=False)


def test_a_named_browser_wins(monkeypatch):
    monkeypatch.setenv("CHROMIUM", "/opt/mine")
    assert chromium.find() == "/opt/mine"


def test_the_machines_own_comes_before_playwrights(monkeypatch):
    monkeypatch.setattr(
        chromium.shutil, "which", lambda name: f"/usr/bin/{name}" if name == "chromium" else None
    )
    assert chromium.find() == "/usr/bin/chromium"


@pytest.mark.parametrize(("apt_works", "last"), [(True, "apt-get"), (False, "playwright")])
def test_debians_package_comes_first_and_playwrights_download_when_that_fails(monkeypatch, apt_works, last):
    asked = []

    def run(command, **options):
        asked.append(command)
        code = 0 if apt_works or command[0] != "apt-get" else 100
        return subprocess.CompletedProcess(command, code)

    monkeypatch.setattr(chromium.subprocess, "run", run)
    monkeypatch.setattr(chromium.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(chromium.os, "geteuid", lambda: 0)
    chromium.install()
    assert last in asked[-1]


def test_without_any_browser_it_says_how_to_name_one(monkeypatch):
    monkeypatch.setattr(chromium, "find", lambda: None)
    monkeypatch.setattr(chromium, "install", lambda: None)
    with pytest.raises(SystemExit, match="CHROMIUM=/path"):
        chromium.main()


@pytest.mark.parametrize(("user", "sandboxed"), [(0, False), (1000, True)])
def test_only_root_goes_without_a_sandbox(monkeypatch, user, sandboxed):
    monkeypatch.setattr(chromium.os, "geteuid", lambda: user)
    assert ("--no-sandbox" not in chromium.launch_arguments()) == sandboxed
