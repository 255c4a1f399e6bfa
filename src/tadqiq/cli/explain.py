"""``tadqiq explain``: one rule, with its reason and examples."""

from __future__ import annotations

from typing import Annotated

import typer

from . import options


def explain(
    code: Annotated[str, typer.Argument(help="The code of a rule, such as A101.")],
    lang: Annotated[str, typer.Option("--lang", help="Rules of this language.")] = "ar",
    locale: options.MessageLanguage = None,
) -> None:
    """Explains a rule: what it finds, why that is wrong, and examples.

    In the examples ⟦ ⟧ stand around what is reported.

    \b
    Examples:
      tadqiq explain P101
      tadqiq explain A403 --locale ar
    """
    from ..errors import ConfigError
    from ..pipeline import catalogue

    chosen = options.settings(None, locale=locale).locale
    rule = next((rule for rule in catalogue(lang) if rule.code == code.upper()), None)
    if rule is None:
        raise ConfigError(f'no rule "{code}" for language {lang}; "tadqiq rules" lists them')
    flags, passes = ("يُبلَّغ عنه", "لا يُبلَّغ عنه") if chosen == "ar" else ("reported", "not reported")
    lines = [
        f"{rule.code}  {rule.title.to(chosen)}",
        f"{rule.kind} · {rule.category.value} · {rule.severity.value}",
        "",
        rule.reason.general(chosen),
        "",
        f"{flags}:",
        *(f"  {text}" for text in rule.flags),
        f"{passes}:",
        *(f"  {text}" for text in rule.passes),
    ]
    options.deliver("\n".join(lines) + "\n", None)
