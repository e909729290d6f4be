#!/usr/bin/env python3
"""Makes the files of customs, prices and rates in graphite/, always the same bytes: 84 invented months in which something is hidden.

    events/graphite.py            writes the bucket's incoming/ anew
    events/graphite.py --check    says which file is not what it would write

What is hidden is in the tables below; graphite/README.md and graphite.expected.json say what of it comes out.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

BUCKET = Path(__file__).resolve().parent / "graphite"
FOLDER = Path("incoming/gacc/flow=export/hs=25041010+25041091+38011000")
FIRST_YEAR, LAST_YEAR = 2019, 2025
# Older years are a file each, as the portal gives them where one asks for a year; newer ones a file a month.
FIRST_YEAR_BY_MONTH = 2023
WITHOUT_DATE_COLUMN = "2024-08"
IN_CHINESE = ("2023-09", "2024-03", "2024-08")
WITH_BYTE_ORDER_MARK = "2024-11"

FLAKE, SPHERICAL, ARTIFICIAL = "25041010", "25041091", "38011000"
NAMES = {
    FLAKE: ("Natural graphite, in crystalline flakes", "鳞片状天然石墨"),
    SPHERICAL: ("Natural graphite, spheroidised", "球化天然石墨"),
    ARTIFICIAL: ("Artificial graphite", "人造石墨"),
}
PARTNERS = {
    "AE": ("138", "United Arab Emirates", "阿联酋"),
    "BE": ("301", "Belgium", "比利时"),
    "BR": ("410", "Brazil", "巴西"),
    "CA": ("501", "Canada", "加拿大"),
    "DE": ("304", "Germany", "德国"),
    "ES": ("312", "Spain", "西班牙"),
    "GB": ("303", "United Kingdom", "英国"),
    "HU": ("321", "Hungary", "匈牙利"),
    "ID": ("112", "Indonesia", "印度尼西亚"),
    "IN": ("111", "India", "印度"),
    "IT": ("307", "Italy", "意大利"),
    "JP": ("116", "Japan", "日本"),
    "KR": ("133", "South Korea", "韩国"),
    "MX": ("429", "Mexico", "墨西哥"),
    "MY": ("122", "Malaysia", "马来西亚"),
    "NL": ("309", "Netherlands", "荷兰"),
    "PL": ("327", "Poland", "波兰"),
    "RU": ("344", "Russia", "俄罗斯联邦"),
    "SA": ("131", "Saudi Arabia", "沙特阿拉伯"),
    "TH": ("136", "Thailand", "泰国"),
    "TR": ("137", "Turkey", "土耳其"),
    "TW": ("143", "Taiwan", "中国台湾"),
    "US": ("502", "United States", "美国"),
    "VN": ("141", "Vietnam", "越南"),
    "ZA": ("244", "South Africa", "南非"),
}
# What each partner takes in an ordinary month, in tonnes.
ORDINARY = {
    FLAKE: {"JP": 1300, "KR": 1000, "DE": 900, "US": 700, "IN": 640, "NL": 300, "PL": 250, "TR": 200, "IT": 200, "TW": 150, "VN": 110},
    SPHERICAL: {"KR": 2500, "JP": 1500, "US": 900, "HU": 250, "TW": 100},
    ARTIFICIAL: {
        "TR": 2500, "KR": 2200, "US": 2000, "RU": 1800, "JP": 1500, "IN": 1200, "MY": 900, "MX": 800, "ID": 700, "SA": 500, "DE": 500,
        "AE": 400, "VN": 450, "IT": 350, "BR": 350, "TH": 300, "ES": 250, "CA": 200, "ZA": 150, "GB": 150, "BE": 100,
    },
}  # fmt: skip
# US dollars by tonne, in the first and in the last month.
UNIT_VALUES = {FLAKE: (1400, 1250), SPHERICAL: (2300, 1700), ARTIFICIAL: (1500, 1450)}
PROVINCES = {FLAKE: ("23", "37"), SPHERICAL: ("37", "23"), ARTIFICIAL: ("21", "13", "51")}
PROVINCE_NAMES = {
    "13": ("Hebei", "河北省"),
    "21": ("Liaoning", "辽宁省"),
    "23": ("Heilongjiang", "黑龙江省"),
    "37": ("Shandong", "山东省"),
    "51": ("Sichuan", "四川省"),
}
REGIME_NAMES = {"10": ("Ordinary Trade", "一般贸易"), "15": ("Processing with Imported Materials", "进料加工贸易")}
# The first day of the Chinese year.
NEW_YEARS = {2019: (2, 5), 2020: (1, 25), 2021: (2, 12), 2022: (2, 1), 2023: (1, 22), 2024: (2, 10), 2025: (1, 29)}
DIP_OF_A_FORTNIGHT = 0.17


@dataclass(frozen=True)
class Hidden:
    """What is done to months of some trade: shipments times a factor, or so many tonnes more."""

    first: str
    last: str
    commodities: tuple[str, ...]
    partners: tuple[str, ...] = ()
    factor: float = 1.0
    tonnes: int = 0

    def concerns(self, month: str, commodity: str, partner: str) -> bool:
        return self.first <= month <= self.last and commodity in self.commodities and (not self.partners or partner in self.partners)


HIDDEN = (
    # licence: a rush in the one month between announcement and force, and its payback in the three after.
    Hidden("2023-11", "2023-11", (FLAKE, SPHERICAL), factor=1.60),
    Hidden("2023-12", "2024-02", (FLAKE, SPHERICAL), factor=0.80),
    # early: a rush that nobody can test, so few months lie before it.
    Hidden("2020-06", "2020-07", (ARTIFICIAL,), factor=1.30),
    # korea: a rush that is not paid back.
    Hidden("2024-04", "2024-06", (SPHERICAL,), ("KR",), factor=1.50),
    # end-users: a fall, and more than half of it taken by others.
    Hidden("2024-12", "2025-02", (FLAKE, SPHERICAL, ARTIFICIAL), ("US",), factor=0.45),
    Hidden("2025-03", "2025-12", (FLAKE, SPHERICAL, ARTIFICIAL), ("US",), factor=0.65),
    Hidden("2024-12", "2025-12", (ARTIFICIAL,), ("MX",), tonnes=700),
    Hidden("2024-12", "2025-12", (ARTIFICIAL,), ("CA",), tonnes=300),
    Hidden("2024-12", "2025-12", (ARTIFICIAL,), ("VN",), tonnes=200),
    # germany: a fall that nobody else takes.
    Hidden("2025-04", "2025-06", (FLAKE,), ("DE",), factor=0.60),
    # Shapes and a record of the last year.
    Hidden("2025-01", "2025-12", (ARTIFICIAL,), factor=1.18),
    Hidden("2025-01", "2025-12", (SPHERICAL,), factor=0.85),
    Hidden("2025-12", "2025-12", (FLAKE,), factor=1.40),
)
# All partners of a commodity have one unit value in these months: quantities were made of values.
IMPUTED = {(ARTIFICIAL, f"2022-{month:02}") for month in range(1, 13)}


@dataclass(frozen=True)
class Price:
    """A price in renminbi with tax by the tonne, and how it lies to unit values: these follow it, or have nothing to do with it."""

    path: str
    commodity: str
    ahead: int | None
    level: float
    weekly: bool


PRICES = (
    # Private, as a price is whose path says nothing else; unit values follow it by two months, and lie below it.
    Price("id=flake-graphite/currency=CNY/unit=t/tax=13/basis=exw/flake-graphite.csv", FLAKE, 2, 1.09, True),
    # Open: all of it is published.
    Price("id=spherical-graphite/currency=CNY/unit=t/tax=13/license=open/spherical-graphite.csv", SPHERICAL, None, 0.97, False),
)
TAX = 0.13
RATES = Path("incoming/rate/pair=USDCNY/usdcny.csv")
# Renminbi for a dollar, in the first month of each year and of the one after the last.
RENMINBI = (6.80, 6.95, 6.45, 6.35, 6.85, 7.15, 7.25, 7.00)


@dataclass(frozen=True)
class Row:
    """A row of a customs file: whole kilograms and whole dollars."""

    month: str
    commodity: str
    partner: str
    regime: str
    province: str
    kilograms: int
    dollars: int


def day_of_year(year: int, month: int, day: int) -> int:
    leap = year % 4 == 0
    return sum((31, 29 if leap else 28, 31, 30)[: month - 1]) + day


def new_year(year: int, month: int) -> float:
    """What is left of a month's shipments by the fortnight after the New Year's week, of which some may fall into it."""
    begin = day_of_year(year, *NEW_YEARS[year]) + 7
    days = sum(1 for day in range(begin, begin + 14) if month < 4 and day_of_year(year, month, 1) <= day < day_of_year(year, month + 1, 1))
    return 1 - DIP_OF_A_FORTNIGHT * days / 14


def swing(numbers: random.Random, width: float) -> float:
    """About one: of three even numbers, since these are the same in all versions of Python."""
    return 1 + width * (numbers.random() + numbers.random() + numbers.random() - 1.5)


def trend(commodity: str, year: int, month: int) -> float:
    passed = ((year - FIRST_YEAR) * 12 + month - 1) / 83
    first, last = UNIT_VALUES[commodity]
    return first + (last - first) * passed


def numbers_of(commodity: str, year: int, month: int) -> random.Random:
    return random.Random(f"{commodity}/{year}-{month:02}")


def usual_value(commodity: str, year: int, month: int, numbers: random.Random) -> float:
    """Dollars by the tonne, before what each partner pays more or less; the first of a month's numbers says it."""
    return trend(commodity, year, month) * swing(numbers, 0.04)


def rows(year: int, month: int) -> Iterator[Row]:
    name = f"{year}-{month:02}"
    for commodity, ordinary in ORDINARY.items():
        numbers = numbers_of(commodity, year, month)
        usual = usual_value(commodity, year, month, numbers)
        of_all = swing(numbers, 0.06)
        for partner, tonnes in sorted(ordinary.items()):
            weight = tonnes * of_all * swing(numbers, 0.16) * new_year(year, month)
            for hidden in HIDDEN:
                if hidden.concerns(name, commodity, partner):
                    weight = weight * hidden.factor + hidden.tonnes
            own = 0.9 + 0.2 * (int(PARTNERS[partner][0]) % 11) / 10
            value = usual * own * swing(numbers, 0.05)
            yield from split(name, commodity, partner, round(weight * 1000), usual if (commodity, name) in IMPUTED else value, numbers)


def split(month: str, commodity: str, partner: str, kilograms: int, value: float, numbers: random.Random) -> Iterator[Row]:
    provinces = PROVINCES[commodity]
    left = kilograms
    parts = []
    for i, province in enumerate(provinces):
        part = left if i == len(provinces) - 1 else round(left * (0.55 + 0.2 * numbers.random()))
        parts.append(("10", province, part))
        left -= part
    if commodity == ARTIFICIAL and partner in ("KR", "JP"):
        parts[0:1] = [("10", provinces[0], parts[0][2] // 3), ("15", provinces[0], parts[0][2] - parts[0][2] // 3)]
    for regime, province, part in parts:
        yield Row(month, commodity, partner, regime, province, part, round(part * value / 1000))


HEADS = (
    (
        '"Date of data","Commodity code","Commodity","Trading partner code","Trading partner","Customs Regime code","Customs Regime",'
        '"Locations of importers and exporters code","Locations of importers and exporters","Quantity","Unit","Supplementary Quantity",'
        '"Supplementary Unit","US dollar",'
    ),
    (
        '"数据年月","商品编码","商品名称","贸易伙伴编码","贸易伙伴名称","贸易方式编码","贸易方式名称","注册地编码","注册地名称","第一数量","第一计量单位",'
        '"第二数量","第二计量单位","美元",'
    ),
)
UNITS = ("Kilogram", "千克")


def text(months: list[tuple[int, int]], language: int, dated: bool) -> str:
    lines = [HEADS[language] if dated else HEADS[language].split(",", 1)[1]]
    for year, month in months:
        for row in rows(year, month):
            code, *partner = PARTNERS[row.partner]
            cells = [
                row.commodity, NAMES[row.commodity][language], code, partner[language], row.regime, REGIME_NAMES[row.regime][language],
                row.province, PROVINCE_NAMES[row.province][language], str(row.kilograms), UNITS[language], "0", "?", f"{row.dollars:,}",
            ]  # fmt: skip
            if dated:
                cells.insert(0, row.month.replace("-", ""))
            lines.append("".join(f'"{cell}",' for cell in cells))
    return "\n".join(lines) + "\n"


def rate(year: int, month: int) -> float:
    first, last = RENMINBI[year - FIRST_YEAR : year - FIRST_YEAR + 2]
    return round(first + (last - first) * (month - 1) / 12, 4)


def price_of_month(price: Price, year: int, month: int) -> float:
    """Renminbi by the tonne, tax included."""
    if price.ahead is None:
        dollars = trend(price.commodity, year, month) * swing(random.Random(f"{price.path}/{year}-{month:02}"), 0.04)
    else:
        count = month - 1 + price.ahead
        then = (year + count // 12, count % 12 + 1)
        dollars = usual_value(price.commodity, *then, numbers_of(price.commodity, *then))
    return dollars * price.level * rate(year, month) * (1 + TAX)


def quotations(price: Price) -> str:
    """A Friday's price by the week, or one in the middle of the month."""
    lines = ["date,price"]
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        for month in range(1, 13):
            mean = price_of_month(price, year, month)
            day = date(year, month, 1 if price.weekly else 15)
            if not price.weekly:
                lines.append(f"{day},{round(mean, -1):.0f}")
                continue
            day += timedelta(days=(4 - day.weekday()) % 7)
            numbers = random.Random(f"{price.path}/{year}-{month:02}")
            while day.month == month:
                lines.append(f"{day},{round(mean * swing(numbers, 0.01), -1):.0f}")
                day += timedelta(days=7)
    return "\n".join(lines) + "\n"


def rates() -> str:
    months = [(year, month) for year in range(FIRST_YEAR, LAST_YEAR + 1) for month in range(1, 13)]
    return "date,rate\n" + "".join(f"{date(year, month, 15)},{rate(year, month):.4f}\n" for year, month in months)


def files() -> Iterator[tuple[Path, bytes]]:
    for price in PRICES:
        yield Path("incoming/price") / price.path, quotations(price).encode()
    yield RATES, rates().encode()
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        months = [(year, month) for month in range(1, 13)]
        if year < FIRST_YEAR_BY_MONTH:
            yield FOLDER / f"graphite-{year}.csv", text(months, 0, True).encode()
            continue
        for month in months:
            name = f"{month[0]}-{month[1]:02}"
            dated = name != WITHOUT_DATE_COLUMN
            chinese = name in IN_CHINESE
            folder = FOLDER if dated else FOLDER / f"period={name}"
            encoding = "gb18030" if chinese else "utf-8-sig" if name == WITH_BYTE_ORDER_MARK else "utf-8"
            yield folder / f"graphite-{name}.csv", text([month], int(chinese), dated).encode(encoding)


def main() -> int:
    parser = argparse.ArgumentParser(description="Makes the files of this sample bucket.")
    parser.add_argument("--check", action="store_true", help="write nothing: say which files are not what would be written")
    made = dict(files())
    if parser.parse_args().check:
        there = {path.relative_to(BUCKET) for path in (BUCKET / "incoming").rglob("*.csv")}
        wrong = sorted(path for path in there | set(made) if path not in there or (BUCKET / path).read_bytes() != made.get(path))
        for path in wrong:
            print(f"found {path} other than made, expected the bytes that events/graphite.py writes: run it", file=sys.stderr)
        return 1 if wrong else 0
    shutil.rmtree(BUCKET / "incoming", ignore_errors=True)
    for path, content in made.items():
        (BUCKET / path).parent.mkdir(parents=True, exist_ok=True)
        (BUCKET / path).write_bytes(content)
    return 0


if __name__ == "__main__":
    sys.exit(main())
