"""What is published, held against the schemas of the standards' own authors and against the project's, by a validator of others."""

import copy
import hashlib
import json
import os
import re
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import pytest
from jsonschema.validators import validator_for
from referencing.jsonschema import EMPTY_REGISTRY

PROJECT = Path(__file__).resolve().parents[4]
FEEDS = Path(os.environ["FEEDS"])
GAPS = Path(os.environ["FEEDS_WITH_GAPS"])
ALL = [FEEDS / "magnesium", FEEDS / "graphite", GAPS / "graphite"]

DATA_PACKAGE = "https://datapackage.org/profiles/2.0/"
JSON_STAT = "https://json-stat.org/format/schema/2.0/"
VENDORED = Path(__file__).parent / "profiles/json-stat-2.0"


def read(file: Traversable) -> Any:
    return json.loads(file.read_text(encoding="utf-8"))


# Data Package names a profile by where it lies, JSON-stat by its $id; both are looked up by that address and never fetched.
OFFICIAL = {
    DATA_PACKAGE + file.name: read(file) for file in (files("dplib") / "profiles/2.0").iterdir() if file.name.endswith(".json")
} | {schema["$id"]: schema for schema in map(read, VENDORED.glob("*.json"))}

OWN = {file.name.removesuffix(".schema.json"): read(file) for file in sorted((FEEDS / "schemas/v1").glob("*.schema.json"))}

# Which of the project's schemas a published document is described by.
DESCRIBED = {
    r"feeds\.json": "feeds",
    r"[a-z]+/(archive/)?feed(\.zh)?(\.\d{4})?(\.[0-9a-f]{16})?\.json": "feed-extension",
    r"[a-z]+/(archive/)?reports/\d{4}-\d\d(\.[0-9a-f]{16})?\.json": "month-report",
    r"[a-z]+/(archive/)?revisions(\.[0-9a-f]{16})?\.json": "revisions",
    r"[a-z]+/(archive/)?availability(\.[0-9a-f]{16})?\.json": "availability",
    r"[a-z]+/rows/index\.json": "rows",
}
# Those of a standard are held against its own, those of the page are nobody else's.
OTHERS = r"schemas/.*|[a-z]+/(series|datapackage)\.json|[a-z]+/page/.*"


def problems(schema: Any, document: Any) -> set[tuple[str, str]]:
    """What a document violates, and where. Formats such as date-time are held to as well."""
    kind = validator_for(schema)
    # Nothing is fetched: a reference to anywhere else is an error.
    found = kind(schema, registry=EMPTY_REGISTRY, format_checker=kind.FORMAT_CHECKER).iter_errors(document)
    return {(error.json_path, error.message) for error in found}


def parts(document: Any) -> Iterator[dict[str, Any]]:
    """The objects within a document that name their own profile, and it."""
    if isinstance(document, dict):
        if "$schema" in document:
            yield document
        for value in document.values():
            yield from parts(value)
    elif isinstance(document, list):
        for value in document:
            yield from parts(value)


def changed(document: Any, where: str, value: object) -> Any:
    """A copy with another value at a path such as resources/0/path; without any there where the value is None."""
    copied = copy.deepcopy(document)
    *way, last = [int(step) if step.isdigit() else step for step in where.split("/")]
    place = copied
    for step in way:
        place = place[step]
    if value is None:
        del place[last]
    else:
        place[last] = value
    return copied


def test_the_official_schemas_are_those_that_their_note_describes() -> None:
    note = (VENDORED / "README.md").read_text(encoding="utf-8")
    noted = re.findall(r"^\| `(\S+\.json)` \| `(\S+)` \| `([0-9a-f]{64})` \|$", note, re.MULTILINE)
    found = [(file, read(file)["$id"], hashlib.sha256(file.read_bytes()).hexdigest()) for file in sorted(VENDORED.glob("*.json"))]
    assert noted == [(file.name, address, digest) for file, address, digest in found]


@pytest.mark.parametrize("schema", [*OFFICIAL.values(), *OWN.values()], ids=[*OFFICIAL, *OWN])
def test_a_schema_is_one_itself(schema: Any) -> None:
    assert schema["$schema"] in (
        "http://json-schema.org/draft-07/schema#", "https://json-schema.org/draft/2020-12/schema"
    )
    validator_for(schema).check_schema(schema)


def test_every_schema_of_the_project_is_published() -> None:
    # Answers lie in the upload bucket, the reports of the verification in a bucket of their own: no reader of a feed sees them.
    files = [file for file in PROJECT.glob("functions/*/src/main/resources/schemas/v1/*") if "verify" not in file.parts]
    written = {file.name.removesuffix(".schema.json") for file in files}
    assert written and OWN.keys() == written - {"upload-answer", "upload-rejection"}


@pytest.mark.parametrize("feed", ALL, ids=str)
def test_the_data_package_holds_to_the_official_profiles_and_names_each_of_them(feed: Path) -> None:
    named = list(parts(read(feed / "datapackage.json")))
    assert {part["$schema"] for part in named} == {
        DATA_PACKAGE + name for name in ("datapackage.json", "dataresource.json", "tabledialect.json", "tableschema.json")
    }
    assert [(part["$schema"], problems(OFFICIAL[part["$schema"]], part)) for part in named] == [
        (part["$schema"], set()) for part in named
    ]


@pytest.mark.parametrize("feed", ALL, ids=str)
@pytest.mark.parametrize("schema", ["", "dataset.json"])
def test_the_series_holds_to_the_official_schemas_of_json_stat(feed: Path, schema: str) -> None:
    assert problems(OFFICIAL[JSON_STAT + schema], read(feed / "series.json")) == set()


@pytest.mark.parametrize(
    ("document", "schema", "where", "value"),
    [
        ("datapackage.json", DATA_PACKAGE + "datapackage.json", "resources", []),
        ("datapackage.json", DATA_PACKAGE + "datapackage.json", "created", "yesterday"),
        ("datapackage.json", DATA_PACKAGE + "datapackage.json", "resources/0/name", None),
        ("datapackage.json", DATA_PACKAGE + "datapackage.json", "resources/0/hash", "sha256 unknown"),
        ("datapackage.json", DATA_PACKAGE + "datapackage.json", "resources/0/dialect/lineTerminator", 10),
        ("datapackage.json", DATA_PACKAGE + "datapackage.json", "resources/0/schema/fields/4/type", "kilograms"),
        ("series.json", JSON_STAT + "dataset.json", "version", "1.0"),
        ("series.json", JSON_STAT + "dataset.json", "updated", "yesterday"),
        ("series.json", JSON_STAT + "dataset.json", "size/0", "2"),
        ("series.json", JSON_STAT + "dataset.json", "role/product", ["product"]),
        ("series.json", JSON_STAT + "dataset.json", "value/0", True),
        ("series.json", JSON_STAT, "dimension/month/category", None),
    ],
)
def test_a_fault_is_refused_by_the_official_schema(document: str, schema: str, where: str, value: object) -> None:
    sound = read(FEEDS / "magnesium" / document)
    assert problems(OFFICIAL[schema], sound) == set()
    assert problems(OFFICIAL[schema], changed(sound, where, value))


def test_every_published_document_holds_to_its_schema() -> None:
    seen = dict.fromkeys(DESCRIBED.values(), 0)
    for folder in (FEEDS, GAPS):
        contents = set()
        for file in sorted(folder.rglob("*.json")):
            path = file.relative_to(folder).as_posix()
            names = {schema for pattern, schema in DESCRIBED.items() if re.fullmatch(pattern, path)}
            if re.fullmatch(OTHERS, path):
                assert not names, path
                continue
            [name] = names or [f"no schema for {path}"]
            # An immutable copy of what was looked at already.
            if (content := file.read_bytes()) in contents:
                continue
            contents.add(content)
            assert (path, problems(OWN[name], json.loads(content))) == (path, set())
            seen[name] += 1
    assert all(seen.values()), seen


def test_the_sample_definitions_hold_to_their_schema() -> None:
    definitions = sorted(PROJECT.glob("events/*/feeds/*.json"))
    assert len(definitions) >= 2
    assert [(file, problems(OWN["feed-definition"], read(file))) for file in definitions] == [(file, set()) for file in definitions]


@pytest.mark.parametrize(
    ("document", "schema", "where", "value"),
    [
        ("feed.json", "feed-extension", "items/0/date_modified", "yesterday"),
        ("feed.json", "feed-extension", "items/0/_customs/total/month/netWeightKg", "much"),
        ("reports/2025-12.json", "month-report", "period", "2025-13"),
        ("reports/2025-12.json", "month-report", "products/0/hhi", 10001),
        ("reports/2025-12.json", "month-report", "total/month/yoyPct", None),
        ("reports/2025-12.json", "month-report", "schemaVersion", 2),
        ("revisions.json", "revisions", "revisions", None),
        ("availability.json", "availability", "nextRelease/date", "soon"),
        ("../feeds.json", "feeds", "feeds/0/id", "Not An Id"),
        ("../feeds.json", "feeds", "feeds/0/newest", "2025-13"),
    ],
)
def test_a_fault_is_refused_by_the_schema_of_the_project(document: str, schema: str, where: str, value: object) -> None:
    sound = read(FEEDS / "magnesium" / document)
    assert problems(OWN[schema], sound) == set()
    assert problems(OWN[schema], changed(sound, where, value))


@pytest.mark.parametrize("document", ["feed.json", "feed.zh.json", "revisions.json", "availability.json", "reports/2025-12.json"])
def test_a_document_leads_to_its_schema(document: str) -> None:
    read_document = read(FEEDS / "magnesium" / document)
    ours = read_document.get("_customs") or read_document
    about = ours["about"]
    assert ours["schemaVersion"] == 1
    assert (FEEDS / "magnesium" / about).resolve().parent == (FEEDS / "schemas/v1").resolve()
    assert read(FEEDS / "magnesium" / about) in OWN.values()
