"""The open formats as clients read them that others wrote."""

import json
import os
from pathlib import Path
from typing import Any

import duckdb
import feedparser
import jsonfeed
import openpyxl
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


def test_frictionless_reads_the_months_ahead_as_a_table_of_their_own() -> None:
    package = Package(str(FEEDS / "graphite" / "datapackage.json"))
    rows = package.get_table_resource("outlook").read_rows()
    newest = reports(FEEDS / "graphite")[-1]
    ranges = {
        (product, one["from"]): (one["netWeightKg"], one["lowKg"], one["highKg"])
        for product, figures in [("_T", newest["total"]), *((any["id"], any) for any in newest["products"])]
        for one in figures["analysis"]["outlook"]["ranges"]
    }
    assert ranges
    assert {
        (row["product"], f"{row['from'].year}-{row['from'].month:02}"): (row["outlook_kg"], row["low_kg"], row["high_kg"]) for row in rows
    } == ranges
    assert not Package(str(FEEDS / "magnesium" / "datapackage.json")).has_resource("outlook")


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


def sheet(book: openpyxl.Workbook, name: str) -> list[dict[str, Any]]:
    head, *rows = list(book[name].iter_rows(values_only=True))
    return [dict(zip([str(column) for column in head], row, strict=True)) for row in rows]


@pytest.mark.parametrize("feed", ALL, ids=str)
def test_openpyxl_reads_the_workbook_and_its_figures_are_those_of_the_report(feed: Path) -> None:
    book = openpyxl.load_workbook(feed / "workbook.xlsx")
    assert book.sheetnames == ["Month", "Products", "Destinations", "Regions", "Series", "Rows", "Notes", "Sources"]
    report = reports(feed)[-1]
    month = {row["What"]: row["Figure"] for row in sheet(book, "Month")}
    assert f"{month['Month']:%Y-%m}" == report["period"]
    assert {cell.value: figure.number_format for cell, figure in book["Month"]["A2":"B20"]}["Net weight on a year before, %"] == "0.00"
    assert month["Net weight, kg"] == report["total"]["month"]["netWeightKg"]
    currency = report["currency"]
    parts = [*report["products"], {"id": "all", **report["total"]}]
    products = {row["Id"]: row for row in sheet(book, "Products")}
    assert len(products) == len(parts)
    for part in parts:
        row = products[part["id"]]
        assert row["Net weight, kg"] == part["month"]["netWeightKg"]
        assert row[f"Value, {currency}"] == part["month"]["value"]
        assert row["MoM, %"] == part["month"]["momPct"]
        assert row["YTD net weight, kg"] == part["ytd"]["netWeightKg"]
    partners = {(row["Product"], row["Code"]): row for row in sheet(book, "Destinations")}
    assert len(partners) == sum(len(part["partners"]) for part in parts)
    for part in parts:
        for partner in part["partners"]:
            row = partners[part["id"], partner["iso2"] or partner["codes"][0]]
            assert (row["Net weight, kg"], row[f"Value, {currency}"]) == (partner["netWeightKg"], partner["value"])
    assert len(sheet(book, "Regions")) == sum(len(part["regions"]) for part in parts)
    table = pandas.read_csv(feed / "series.csv", keep_default_na=False, na_values=[""])
    series = sheet(book, "Series")
    assert len(series) == len(table)
    assert sum(row["value"] or 0 for row in series) == table.value.sum()
    assert [f"{row['month']:%Y-%m}" for row in series] == list(table.month)
    assert book["Series"]["A2"].number_format == "yyyy-mm"
    assert {page.page_setup.orientation for page in book} == {"landscape"}
    assert {page.print_title_rows for page in book} == {"$1:$1"}
    notes = book["Notes"]
    for row in notes.iter_rows(min_row=2):
        lines = max(-(-len(str(row[2].value)) // 90), -(-len(str(row[3].value).encode("gb18030")) // 90))
        assert notes.row_dimensions[row[0].row].height == (lines * 15 if lines > 1 else None)
    rows = sheet(book, "Rows")
    assert sum(row["value"] for row in rows) == report["total"]["month"]["value"]
    assert {type(row["line"]) for row in rows} == {int}
    for row in book["Rows"].iter_rows(min_row=2):
        for cell in row:
            if isinstance(cell.value, int | float):
                # A whole number in a format of decimals would be shown with a point at its end.
                assert cell.number_format == ("#,##0" if cell.value % 1 == 0 else "#,##0.###")
    assert {row["File"] for row in sheet(book, "Sources")} == {file["key"] for file in report["files"]}
    assert {row["file"] for row in rows} <= {row["File"] for row in sheet(book, "Sources")}
    assert book["Products"]["F2"].number_format == "#,##0"


@pytest.mark.parametrize("feed", ALL, ids=str)
@pytest.mark.parametrize("name", ["feed", "feed.zh"])
def test_feedparser_finds_nothing_wrong_with_the_atom_feed(feed: Path, name: str) -> None:
    atom = feedparser.parse((feed / f"{name}.atom").read_bytes(), sanitize_html=False)
    assert not atom.bozo, atom.get("bozo_exception")
    assert atom.version == "atom10"
    items = json.loads((feed / f"{name}.json").read_text("utf-8"))["items"]
    assert [entry.title for entry in atom.entries] == [item["title"] for item in items]
    assert [entry.updated for entry in atom.entries] == [item["date_modified"] for item in items]
    assert [entry.published for entry in atom.entries] == [item["date_published"] for item in items]
    assert [entry.content[0].value.strip() for entry in atom.entries] == [item["content_html"].strip() for item in items]
    assert len({entry.id for entry in atom.entries}) == len(items)
    assert atom.feed.updated == max(item["date_modified"] for item in items)
    assert all(entry.link for entry in atom.entries) and atom.feed.author
