"""``tadqiq rules``: what is looked for."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Annotated

import typer

from . import options


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
    """Lists what is looked for: code, kind, severity, and what each rule finds.

    M rules compare an article with its siblings; all others read it alone.

    A rule marked "off" speaks only if the settings or --select name it.

    \b
    Examples:
      tadqiq rules
      tadqiq rules --lang fa
      tadqiq rules --format json
    """
    from ..pipeline import catalogue
    from ..report.catalogue import rule_record

    chosen = options.settings(config, locale=locale)
    known = catalogue(lang)
    chosen.verify([rule.code for rule in known])
    if format is Format.JSON:
        records = [rule_record(rule, chosen.speaks(rule), chosen.locale) for rule in known]
        text = json.dumps(records, ensure_ascii=False, indent=2) + "\n"
    else:
        text = "".join(
            f"{rule.code}  {rule.kind:<22}  {rule.severity.value:<8}  "
            f"{'' if chosen.speaks(rule) else 'off':<3}  {rule.title.to(chosen.locale)}\n"
            for rule in known
        )
    options.deliver(text, None)
