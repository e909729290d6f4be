"""Compares the objects of a feed that two systems have made of the same files."""

import hashlib
import io
import json
import re
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

MADE_OF_VERSIONS = {"generation", "madeOf", "mark", "md5"}
ARCHIVED = re.compile(r"/archive/(?P<name>.+)\.(?P<hash>[0-9a-f]{8,64})\.\w+$")


def comparable(objects: dict[str, bytes]) -> dict[str, str]:
    """The objects under their stable names, as text without what says where and when they were made.

    That is: the versions of the uploaded objects, the times of uploading and publishing, and what is hashed from these.
    """
    made_here = hashes(objects) | {text for content in documents(objects) for text in volatile(content)}
    names = re.compile("|".join(map(re.escape, sorted(made_here, key=len, reverse=True)))) if made_here else None
    found = {}
    for key, content in objects.items():
        if ARCHIVED.search(key):
            continue
        text = just_now().sub("TIME", plain(key, content))
        if key.endswith("/rows/index.json"):
            # Rows name versions of objects, which are longer here than there.
            text = re.sub(r'"bytes": ?\d+', '"bytes":"MADE-HERE"', text)
        if names is not None:
            text = names.sub("MADE-HERE", text)
        # A line a value, so that a difference is told by its place.
        found[key] = json.dumps(json.loads(text), ensure_ascii=False, indent=1) if key.endswith(".json") else text
    return found


def plain(key: str, content: bytes) -> str:
    """An object as text; of a workbook, its parts."""
    if not key.endswith(".xlsx"):
        return content.decode()
    with zipfile.ZipFile(io.BytesIO(content)) as workbook:
        return "\n".join(f"{name}\n{workbook.read(name).decode()}" for name in sorted(workbook.namelist()))


def hashes(objects: dict[str, bytes]) -> set[str]:
    """The hashes in the names of the immutable copies, and those that objects may give of each other."""
    named = {found["hash"] for found in map(ARCHIVED.search, objects) if found}
    return named | {hashlib.new(algorithm, content).hexdigest() for content in objects.values() for algorithm in ("sha256", "md5")}


def documents(objects: dict[str, bytes]) -> list[Any]:
    return [json.loads(content) for key, content in objects.items() if key.endswith(".json")]


def volatile(document: Any) -> Iterator[str]:
    """The generations and other hashes of versions, and the versions of the uploaded files, that a document names."""
    if isinstance(document, list):
        for each in document:
            yield from volatile(each)
    elif isinstance(document, dict):
        for name, value in document.items():
            if isinstance(value, str) and (name in MADE_OF_VERSIONS or (name == "version" and "key" in document)):
                yield value
            yield from volatile(value)


def just_now() -> re.Pattern[str]:
    """Any time of today or yesterday: those that the samples themselves name are older."""
    today = datetime.now(UTC).date()
    days = "|".join(day.isoformat() for day in (today, today - timedelta(days=1)))
    return re.compile(rf"(?:{days})T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)")
