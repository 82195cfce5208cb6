"""docker-compose.yml: valid by the compose specification, and as careful as the embedded stack."""

import copy
import json
import re
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema_rs import Draft202012Validator, ValidationError

REPOSITORY = Path(__file__).resolve().parents[2]
COMPOSE = REPOSITORY / "docker-compose.yml"
# Set by the image or read by Python libraries, not by the shop's settings.
READ_ELSEWHERE = {"DJANGO_SETTINGS_MODULE"}


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    """Return a validator of the compose specification that check-jsonschema ships."""
    schema = resources.files("check_jsonschema") / "builtin_schemas/vendor/compose-spec.json"
    return Draft202012Validator(json.loads(schema.read_text(encoding="utf-8")))


@pytest.fixture
def compose() -> dict[str, Any]:
    document: dict[str, Any] = yaml.safe_load(COMPOSE.read_text(encoding="utf-8"))
    return copy.deepcopy(document)


def test_the_file_is_valid(validator: Draft202012Validator, compose: dict[str, Any]) -> None:
    validator.validate(compose)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("services", "web", "helthcheck"), {"test": "true"}),
        (("services", "db", "healthcheck", "interval"), 10),
        (("services", "worker", "restart"), True),
        (("services", "web", "depends_on", "db", "condition"), "service_ready"),
        (("services", "proxy", "ports"), "80:80"),
        (("services", "db", "shm_size"), {"gigabytes": 1}),
    ],
    ids=lambda part: "/".join(part) if isinstance(part, tuple) else "",
)
def test_a_broken_file_is_refused(
    validator: Draft202012Validator, compose: dict[str, Any], path: tuple[str, ...], value: object
) -> None:
    place = compose
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value

    with pytest.raises(ValidationError):
        validator.validate(compose)


def test_the_broker_keeps_every_key_and_the_cache_does_not(compose: dict[str, Any]) -> None:
    def option(service: str, name: str) -> str:
        command: list[str] = compose["services"][service]["command"]
        return command[command.index(name) + 1]

    assert option("broker", "--maxmemory-policy") == "noeviction"
    assert option("broker", "--appendonly") == "yes"
    assert option("cache", "--maxmemory-policy") == "allkeys-lru"
    environment = compose["services"]["worker"]["environment"]
    assert "@broker:" in environment["REDIS_URL"]
    assert "@cache:" in environment["CACHE_URL"]


def test_every_lasting_service_restarts_and_tells_its_health(compose: dict[str, Any]) -> None:
    lasting = {name: each for name, each in compose["services"].items() if name != "migrate"}

    assert set(lasting) == {"db", "broker", "cache", "web", "worker", "beat", "proxy"}
    assert {each["restart"] for each in lasting.values()} == {"unless-stopped"}
    assert all(each["healthcheck"]["test"] for each in lasting.values())


def test_only_the_proxy_can_be_reached_from_outside(compose: dict[str, Any]) -> None:
    services = compose["services"]

    assert [name for name, each in services.items() if "ports" in each] == ["proxy"]
    assert [services[name]["networks"] for name in ("db", "broker", "cache")] == [["data"]] * 3
    assert compose["networks"]["data"]["internal"] is True


def test_the_shop_runs_without_rights_it_does_not_need(compose: dict[str, Any]) -> None:
    for name in ("web", "worker", "beat", "migrate"):
        service = compose["services"][name]
        assert (service["read_only"], service["cap_drop"]) == (True, ["ALL"]), name
    dockerfile = (REPOSITORY / "Dockerfile").read_text(encoding="utf-8")
    assert re.search(r"^USER (?!root)\w+$", dockerfile, re.MULTILINE)


def test_what_one_process_writes_and_another_reads_is_a_shared_volume(
    compose: dict[str, Any],
) -> None:
    dockerfile = (REPOSITORY / "Dockerfile").read_text(encoding="utf-8")
    for folder in ("models", "media", "private"):
        place = f"/var/lib/vitrine/{folder}"
        assert place in dockerfile  # made with its owner, or the volume would be root's
        for name in ("web", "worker", "migrate"):
            targets = [each.split(":")[1] for each in compose["services"][name]["volumes"]]
            assert place in targets, name


def test_the_model_is_ready_before_the_shop_starts(compose: dict[str, Any]) -> None:
    script = compose["services"]["migrate"]["command"][-1]
    assert script.index("manage.py migrate") < script.index("manage.py prepare_model")
    for name in ("web", "worker"):
        needed = compose["services"][name]["depends_on"]["migrate"]["condition"]
        assert needed == "service_completed_successfully"


def test_every_secret_comes_from_the_environment_and_the_example_names_it(
    compose: dict[str, Any],
) -> None:
    text = COMPOSE.read_text(encoding="utf-8")
    example = (REPOSITORY / "deploy" / "env.example").read_text(encoding="utf-8")

    secrets = [
        str(value)
        for service in compose["services"].values()
        for name, value in service.get("environment", {}).items()
        if re.search("PASSWORD|AUTH|SECRET|_URL", name)
    ]
    assert len(secrets) > 10
    # Demanded, or empty where there is none: never written down here.
    from_outside = re.compile(r"(\w+://\w*:)?\$\{\w+:(\?|-\})")
    assert [each for each in secrets if not from_outside.match(each)] == []
    wanted = set(re.findall(r"\$\{(\w+)", text))
    assert wanted == set(re.findall(r"^(\w+)=", example, re.MULTILINE))


def test_every_variable_given_to_the_shop_is_read_by_its_settings(compose: dict[str, Any]) -> None:
    sources = "".join(
        path.read_text(encoding="utf-8") for path in (REPOSITORY / "config").rglob("*.py")
    )

    for name in ("web", "worker", "beat"):
        given = set(compose["services"][name]["environment"]) - READ_ELSEWHERE
        assert {each for each in given if f'"{each}"' not in sources} == set()
