"""What made a result, in one line, as sacrebleu has it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256

from .likelihood import CALIBRATION
from .mqm import MQM, Weights

_DIGEST_LENGTH = 12


def digest(parts: Iterable[str]) -> str:
    """Twelve hexadecimal digits that change when any part does, or their order."""
    total = sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        total.update(len(data).to_bytes(8, "little"))
        total.update(data)
    return total.hexdigest()[:_DIGEST_LENGTH]


def signature(
    *,
    version: str,
    langs: Iterable[str],
    codes: Iterable[str],
    source: str,
    model: str,
    precision: str = "fp32",
    weights: Weights = MQM,
    settings: Mapping[str, str] | None = None,
) -> str:
    """``tadqiq:VERSION|lang:ar|rules:DIGEST|model:DIGEST|prec:fp32|mqm:…|mt:uncalibrated``.

    ``codes`` are the rules that ran, ``source`` a digest of their files and lexicons, ``model``
    the digest of the encoder ("none" where none ran). ``settings`` (what else bears on the
    output, such as ``align``) follow in order of name. A ``|`` or ``:`` inside a value becomes
    ``_``, so that the line can be taken apart again.
    """
    fields = {
        "tadqiq": version,
        "lang": "+".join(sorted(set(langs))) or "none",
        "rules": digest([*sorted(set(codes)), source]),
        "model": model,
        "prec": precision,
        "mqm": str(weights),
        "mt": CALIBRATION,
    }
    fields |= dict(sorted((settings or {}).items()))
    return "|".join(f"{_plain(name)}:{_plain(value)}" for name, value in fields.items())


def _plain(value: str) -> str:
    return value.replace("|", "_").replace(":", "_")
