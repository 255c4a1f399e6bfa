"""What a sender declares about machine translation, in the ways there are to declare it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

_KEY = re.compile(r"[a-z][0-9]")
_GENERATED = {  # https://cv.iptc.org/newscodes/digitalsourcetype/
    "trainedalgorithmicmedia": True,
    "compositewithtrainedalgorithmicmedia": True,
    "algorithmicmedia": True,
    "algorithmicallyenhanced": True,
    "humanedits": False,
    "minorhumanedits": False,
    "digitalcreation": False,
    "digitalart": False,
    "print": False,
}


@dataclass(frozen=True, slots=True)
class Declared:
    """Whether a machine translated the text (None: nothing is said), and what else is said."""

    machine: bool | None = None
    details: Mapping[str, object] = field(default_factory=dict)


NOTHING_SAID = Declared()


def together(found: Iterable[Declared]) -> Declared:
    """All declarations as one: a machine anywhere is a machine; of details the first counts."""
    said: list[bool] = []
    details: dict[str, object] = {}
    for one in found:
        details = {**one.details, **details}
        if one.machine is not None:
            said.append(one.machine)
    return Declared(any(said) if said else None, details)


def by_tag(tag: str | None) -> Declared:
    """A language tag: Google's ``ar-x-mtfrom-en``, or BCP 47's ``ar-t-en-t0-und`` (RFC 6497;
    t0 says that a machine translated, and which). The tag itself is kept where it says more
    than the language."""
    if not tag or len(tag) > 100:
        return Declared()
    parts = tag.strip().lower().replace("_", "-").split("-")
    details: dict[str, object] = {"declared_lang": tag.strip()} if len(parts) > 1 else {}
    if "x" in parts and "mtfrom" in parts[parts.index("x") :]:
        source = parts[parts.index("mtfrom") + 1 :]
        return Declared(True, details | ({"mt_source_lang": source[0]} if source else {}))
    if "t" not in parts[1:]:
        return Declared(None, details)
    return _transformed(parts[parts.index("t", 1) + 1 :], details)


def by_its(attributes: Mapping[str, str]) -> Declared:
    """ITS 2.0 attributes by their local names: MT Confidence, and Provenance where a tool
    translated and no person did."""
    details: dict[str, object] = {}
    confidence = _number(attributes.get("mtConfidence"))
    tool = attributes.get("tool") or attributes.get("toolRef")
    person = attributes.get("person") or attributes.get("personRef")
    if confidence is not None:
        details["mt_confidence"] = confidence
    engine = _annotator(attributes.get("annotatorsRef")) or tool
    if engine and (confidence is not None or not person):
        details["mt_engine"] = engine
    if attributes.get("revPerson") or attributes.get("revPersonRef"):
        details["mt_revised_by"] = attributes.get("revPerson") or attributes.get("revPersonRef")
    machine = confidence is not None or (tool is not None and not person)
    return Declared(True, details) if machine else Declared()


def by_source_type(value: object) -> Declared:
    """IPTC's digital source type: a URI, a qualified code or a name, or an object with one."""
    if isinstance(value, dict):
        value = value.get("uri") or value.get("code") or value.get("qcode") or value.get("name")
    if not isinstance(value, str) or not value.strip():
        return Declared()
    name = re.split(r"[/:#]", value.strip().rstrip("/"))[-1]
    return Declared(_GENERATED.get(name.lower()), {"digital_source_type": name})


def _transformed(parts: list[str], details: dict[str, object]) -> Declared:
    """What follows the ``t`` of a language tag: the source, then fields such as ``t0``."""
    end = next((at for at, part in enumerate(parts) if len(part) == 1), len(parts))
    fields = [at for at, part in enumerate(parts[:end]) if _KEY.fullmatch(part)]
    if parts and (not fields or fields[0] > 0):
        details["mt_source_lang"] = parts[0]
    machine = None
    for at, following in zip(fields, [*fields, end][1:], strict=True):
        if parts[at] == "t0":
            machine, engine = True, "-".join(parts[at + 1 : following])
            if engine not in ("", "und"):
                details["mt_engine"] = engine
    if machine is None:
        details.pop("mt_source_lang", None)
    return Declared(machine, details)


def _annotator(value: str | None) -> str | None:
    """The tool behind ``mt-confidence|tool``, as annotatorsRef lists one for every category."""
    for one in (value or "").split():
        category, _, tool = one.partition("|")
        if category == "mt-confidence" and tool:
            return tool
    return None


def _number(text: str | None) -> float | None:
    try:
        return min(1.0, max(0.0, float(text))) if text else None
    except ValueError:
        return None
