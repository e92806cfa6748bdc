"""The compose file supplies every setting that the code reads, runs nothing as root and holds no secret."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
COMPOSE = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
DOCKERFILE = (ROOT / "Dockerfile").read_text()
EXAMPLE = (ROOT / ".env.example").read_text()
OURS = ("web", "worker", "beat", "migrate")
OF_A_CLONE = {"VAR_DIR", "PORT", "EMBEDDED"}
"""Read by what runs a clone on one machine, or set in the image."""
READS = r"\benv\.\w+|\bos\.environ\.get|\bos\.getenv"


@cache
def read_settings() -> frozenset[str]:
    """Names of the variables that the code reads: `env.bool("NAME")` and `os.environ.get("NAME")`."""
    names: set[str] = set()
    for package in ("sociaal", "cases", "intake", "regie"):
        for path in (ROOT / package).rglob("*.py"):
            text = path.read_text()
            for node in ast.walk(ast.parse(text)) if re.search(rf"({READS})\(", text) else ():
                reader = ast.unparse(node.func) if isinstance(node, ast.Call) and node.args else ""
                if re.fullmatch(READS, reader):
                    names.add(ast.literal_eval(node.args[0]))
    return frozenset(names)


def test_the_code_is_searched_well():
    assert {"SECRET_KEY", "REDIS_URL", "WEB_PROCESSES", "VAR_DIR"} <= read_settings()


@pytest.mark.parametrize("service", OURS)
def test_every_setting_that_the_code_reads_is_supplied(service):
    missing = read_settings() - OF_A_CLONE - COMPOSE["services"][service]["environment"].keys()
    assert missing == (set() if service == "migrate" else {"DATABASE_URL"})


@pytest.mark.parametrize("service", OURS)
def test_our_processes_are_not_root_and_write_nothing_in_the_image(service):
    assert COMPOSE["services"][service]["read_only"] is True
    assert COMPOSE["services"][service]["cap_drop"] == ["ALL"]
    assert "user" not in COMPOSE["services"][service]
    assert re.search(r"^USER sociaal$", DOCKERFILE, re.MULTILINE)


@pytest.mark.parametrize("service", [name for name in COMPOSE["services"] if name not in ("migrate", "web")])
def test_what_keeps_running_has_a_health_check(service):
    assert COMPOSE["services"][service]["healthcheck"]["test"]


def test_the_web_servers_health_check_comes_with_the_image():
    assert "HEALTHCHECK" in DOCKERFILE
    assert "healthcheck" not in COMPOSE["services"]["web"]


def test_what_must_last_stands_on_a_volume():
    for service in ("postgres", "valkey", "beat"):
        (volume,) = COMPOSE["services"][service]["volumes"]
        assert volume.split(":")[0] in COMPOSE["volumes"]


def test_secrets_come_from_the_environment_and_have_no_default():
    text = (ROOT / "docker-compose.yml").read_text()
    for secret in (
        "SECRET_KEY",
        "HASH_KEY",
        "FIELD_KEYS",
        "OWNER_PASSWORD",
        "APP_PASSWORD",
        "BROKER_PASSWORD",
    ):
        assert f"${{{secret}:?fill in .env}}" in text
        assert re.search(rf"^{secret}=$", EXAMPLE, re.MULTILINE)


def test_no_letter_goes_out_without_the_address_to_send_it_back_to():
    assert COMPOSE["services"]["web"]["environment"]["MUNICIPALITY_ADDRESS"].endswith(":?fill in .env}")


def test_what_the_compose_file_takes_from_the_environment_stands_in_the_example():
    asked = set(re.findall(r"\$\{(\w+)", (ROOT / "docker-compose.yml").read_text()))
    offered = set(re.findall(r"^(\w+)=", EXAMPLE, re.MULTILINE))
    assert asked - offered == {"SECURE", "BEHIND_PROXY"}  # off only for who knows what that means
    assert offered - asked == set()


def test_only_the_migration_knows_the_owners_password():
    text = {name: str(service) for name, service in COMPOSE["services"].items()}
    assert {name for name, service in text.items() if "OWNER_PASSWORD" in service} == {"migrate", "postgres"}


def test_the_image_has_the_programs_that_back_up_this_server():
    """`pg_dump` refuses a server that is newer than itself."""
    (server,) = re.findall(r"^postgres:(\d+)$", COMPOSE["services"]["postgres"]["image"])
    assert re.findall(r"postgresql-client-(\d+)", DOCKERFILE) == [server]
