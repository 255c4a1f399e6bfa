"""``tadqiq rules``: what is looked for."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from . import options

if TYPE_CHECKING:
    from ..detect import Rule
    from ..model import Locale


class Format(StrEnum):
    """How the rules are listed."""

    TABLE = "table"
    JSON = "json"


def rules(
    lang: Annotated[str, typer.Option("--lang", help="Rules of this language.")] = "ar",
    format: Annotated[
        Format, typer.Option("--format", "-f", help="Form of the list.")
    ] = Format.TABLE,
    config: options.ConfigPath = None,
    locale: options.MessageLanguage = None,
) -> None:
    """Lists the rules of a language: code, kind, severity, and what each finds.

    A rule marked "off" speaks only if the settings or --select name it.

    \b
    Examples:
      tadqiq rules
      tadqiq rules --lang fa
      tadqiq rules --format json
    """
    from ..languages import load

    chosen = options.settings(config, locale=locale)
    known = load(lang).rules
    chosen.verify([rule.code for rule in known])
    if format is Format.JSON:
        records = [_record(rule, chosen.speaks(rule), chosen.locale) for rule in known]
        text = json.dumps(records, ensure_ascii=False, indent=2) + "\n"
    else:
        text = "".join(
            f"{rule.code}  {rule.kind:<22}  {rule.severity.value:<8}  "
            f"{'' if chosen.speaks(rule) else 'off':<3}  {rule.title.to(chosen.locale)}\n"
            for rule in known
        )
    options.deliver(text, None)


def _record(rule: Rule, on: bool, locale: Locale) -> dict[str, object]:
    return {
        "code": rule.code,
        "kind": rule.kind,
        "category": rule.category.value,
        "severity": rule.severity.value,
        "confidence": rule.confidence,
        "on": on,
        "title": rule.title.to(locale),
        "reason": rule.reason.general(locale),
    }
