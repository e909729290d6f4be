"""The open formats as clients read them that others wrote."""

import json
import os
from pathlib import Path
from typing import Any

import duckdb
import jsonfeed
import pandas
import pytest
from frictionless import Package
from jsonstat_validator import validate_jsonstat

FEEDS = Path(os.environ["FEEDS"])
GAPS = Path(os.environ["FEEDS_WITH_GAPS"])
ALL = [FEEDS / "magnesium", FEEDS / "graphite", GAPS / "graphite"]


def reports(feed: Path) -> list[dict[str, Any]]:
    return [json.loads(file.read_text("utf-8")) for file in sorted((feed / "reports").glob("*.json"))]


def expected(feed: Path) -> dict[tuple[str, str], tuple[int, int]]:
    """(month, product) to (net weight, value) as the reports have them."""
    return {
        (report["period"], product["id"]): (product["month"]["netWeightKg"], product["month"]["value"])
        for report in reports(feed)
        for product in report["products"]
    }


@pytest.mark.parametrize("feed", ALL, ids=str)
def test_the_series_is_json_stat(feed: Path) -> None:
    assert validate_jsonstat(json.loads((feed / "series.json").read_text("utf-8")))


@pytest.mark.parametrize("feed", ALL, ids=str)
def test_the_data_package_is_valid_and_so_are_its_table_its_size_and_its_hash(feed: Path) -> None:
    report = Package(str(feed / "datapackage.json")).validate()
    assert report.valid, report.flatten(["type", "note"])
    assert report.stats["errors"] == 0


def test_frictionless_reads_the_table_with_its_types() -> None:
    rows = Package(str(FEEDS / "magnesium" / "datapackage.json")).get_table_resource("series").read_rows()
    assert {type(row["net_weight_kg"]) for row in rows} == {int}
    assert {row["sample"] for row in rows} == {True}
    assert len({row["month"] for row in rows}) == 24


@pytest.mark.parametrize("feed", ALL, ids=str)
def test_pandas_adds_the_table_up_to_the_reports(feed: Path) -> None:
    table = pandas.read_csv(feed / "series.csv", keep_default_na=False, na_values=[""])
    sums = table.groupby(["month", "product"])[["net_weight_kg", "value"]].sum(min_count=1)
    known = expected(feed)
    for key, (weight, value) in known.items():
        assert (sums.loc[key, "net_weight_kg"], sums.loc[key, "value"]) == (weight, value), key
    missing = table[table.status == "missing"]
    assert missing.net_weight_kg.isna().all() and missing.value.isna().all()
    assert set(zip(missing.month, missing["product"], strict=True)).isdisjoint(known)


@pytest.mark.parametrize("feed", ALL, ids=str)
def test_duckdb_adds_the_table_up_to_the_reports(feed: Path) -> None:
    sums = duckdb.sql(
        f"select month, product, sum(net_weight_kg), sum(value) from read_csv('{feed}/series.csv')"
        " where status <> 'missing' group by all"
    ).fetchall()
    assert {(str(month)[:7], product): (weight, value) for month, product, weight, value in sums} == expected(feed)


def test_duckdb_reads_the_reports_and_the_overview() -> None:
    months = duckdb.sql(
        f"select period, total.month.netWeightKg from read_json('{FEEDS}/magnesium/reports/*.json', filename=false)"
    ).fetchall()
    assert {str(period)[:7]: weight for period, weight in months} == {
        report["period"]: report["total"]["month"]["netWeightKg"] for report in reports(FEEDS / "magnesium")
    }


def test_pandas_reads_the_json_of_a_report() -> None:
    report = reports(FEEDS / "magnesium")[-1]
    partners = pandas.json_normalize(report["products"][0], "partners")
    assert partners.netWeightKg.sum() == report["products"][0]["month"]["netWeightKg"]
    assert abs(partners.sharePct.sum() - 100) < 0.2


def test_a_missing_month_is_missing_in_every_format() -> None:
    table = pandas.read_csv(GAPS / "graphite" / "series.csv", keep_default_na=False, na_values=[""])
    gap = table[table.month == "2024-05"]
    assert set(gap.status) == {"missing"} and len(gap) == 3
    assert gap.value.isna().all()


@pytest.mark.parametrize("file", ["feed.json", "feed.zh.json"])
def test_a_feed_reader_reads_the_feed(file: str) -> None:
    feed = jsonfeed.Feed.parse_string((FEEDS / "magnesium" / file).read_text("utf-8"))
    assert len(feed.items) == 24
    assert all(item.id and item.title and item.content_html and item.content_text for item in feed.items)
