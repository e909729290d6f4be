"""What `upgrade` takes for a loss; the upgrade itself takes minutes and is a command of its own."""

import copy
from typing import Any

import pytest
from places import PROJECT
from samtranslator.yaml_helper import yaml_parse
from upgrade import KEPT, lost, replaced


@pytest.fixture
def template() -> dict[str, Any]:
    parsed: dict[str, Any] = yaml_parse((PROJECT / "infra/template.yaml").read_text(encoding="utf-8"))
    return parsed


def changed(template: dict[str, Any], resource: str, name: str, value: object) -> dict[str, Any]:
    other = copy.deepcopy(template)
    other["Resources"][resource]["Properties"][name] = value
    return other


def test_a_template_keeps_what_it_keeps(template: dict[str, Any]) -> None:
    assert replaced(template, template) == []
    # Changed in place.
    assert replaced(template, changed(template, "PublishQueue", "DelaySeconds", 1)) == []
    assert replaced(template, changed(template, "UploadBucket", "Tags", [])) == []


@pytest.mark.parametrize(
    ("resource", "name", "value"),
    [
        ("RecordsTable", "KeySchema", [{"AttributeName": "other", "KeyType": "HASH"}]),
        ("FilesTable", "TableName", "files"),
        ("FeedBucket", "BucketName", "feeds"),
        ("PublishQueue", "FifoQueue", False),
    ],
)
def test_what_is_made_anew_is_found(template: dict[str, Any], resource: str, name: str, value: object) -> None:
    assert replaced(template, changed(template, resource, name, value)) == [f"{resource}.{name}"]


@pytest.mark.parametrize("resource", [*KEPT, "IngestQueue", "PublishQueue", "IngestDeadLetters", "PublishDeadLetters"])
def test_what_is_gone_or_there_under_a_condition_only_is_found(template: dict[str, Any], resource: str) -> None:
    without, perhaps = copy.deepcopy(template), copy.deepcopy(template)
    del without["Resources"][resource]
    perhaps["Resources"][resource]["Condition"] = "OnCloudFront"
    assert replaced(template, without) == [resource]
    assert replaced(template, perhaps) == [resource]


def test_what_came_is_no_loss_and_what_is_gone_or_another_is() -> None:
    assert lost({"a": 1}, {"a": 1, "b": 2}) == []
    assert lost({"a": 1, "b": 2, "c": 3}, {"a": 1, "b": 3}) == ["b", "c"]
