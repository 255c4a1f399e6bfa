"""Options that several commands share, and the settings they make."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..model import Locale

if TYPE_CHECKING:
    from ..config import Config
    from ..report import Layout


class Language(StrEnum):
    """Languages of the messages."""

    EN = "en"
    AR = "ar"


ConfigPath = Annotated[
    Path | None,
    typer.Option(
        "--config", metavar="FILE", help="Settings; default: tadqiq.toml, searched upwards."
    ),
]
Lang = Annotated[
    str | None,
    typer.Option(
        "--lang", metavar="TAG", help="Language of the articles (BCP 47); else identified."
    ),
]
Model = Annotated[
    str | None,
    typer.Option(
        "--model", metavar="NAME|PATH", help="A sentence-transformers model; default: bundled."
    ),
]
Backend = Annotated[
    str | None,
    typer.Option(
        "--backend",
        metavar="NAME",
        help="What runs the model: auto, torch, torch-bf16, openvino, openvino-int8, onnx, amx, "
        "cuda.",
    ),
]
SecondOpinion = Annotated[
    str | None,
    typer.Option(
        "--second-opinion",
        metavar="FOLDER",
        help="A cross-encoder for inference, asked whether aligned sentences contradict.",
    ),
]
NoDrift = Annotated[
    bool,
    typer.Option("--no-drift", help="Rules only: no model is loaded, no siblings are looked for."),
]
Fluency = Annotated[
    bool | None,
    typer.Option(
        "--fluency/--no-fluency",
        help="Whether a small language model reads along, where it is installed.",
    ),
]
Select = Annotated[
    list[str] | None,
    typer.Option("--select", metavar="CODE", help="Only rules whose code begins so; repeatable."),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option("--ignore", metavar="CODE", help="No rules whose code begins so; repeatable."),
]
MessageLanguage = Annotated[
    Language | None, typer.Option("--locale", help="Language of messages; default: en.")
]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write here instead of standard output."),
]


def settings(
    path: Path | None,
    *,
    model: str | None = None,
    backend: str | None = None,
    second_opinion: str | None = None,
    no_drift: bool = False,
    fluency: bool | None = None,
    careful: bool = False,
    select: list[str] | None = None,
    ignore: list[str] | None = None,
    locale: Language | None = None,
) -> Config:
    """The settings of the file, with what the flags say instead.

    ``careful`` commands let the language model read along unless they are told not to.

    Raises ConfigError.
    """
    from ..config import load_config

    config = load_config(path)
    chosen: Locale = config.locale if locale is None else locale.value
    return replace(
        config,
        model=model or config.model,
        backend=backend or config.backend,
        second_opinion=second_opinion or config.second_opinion,
        drift=config.drift and not no_drift,
        fluency=not no_drift
        and next((one for one in (fluency, config.fluency) if one is not None), careful),
        select=tuple(select or config.select),
        ignore=(*config.ignore, *(ignore or ())),
        locale=chosen,
    )


def layout(output: Path | None, config: Config | None = None) -> Layout:
    """As wide and as colourful as what is written to; thresholds as the settings say."""
    from shutil import get_terminal_size

    from ..pipeline import catalogue
    from ..report import Layout

    to_terminal = output is None and sys.stdout.isatty()
    plain = Layout(
        width=get_terminal_size((120, 24)).columns,
        colour=to_terminal,
        rules=catalogue,
    )
    if config is None:
        return plain
    return replace(plain, publish=config.thresholds.publish, review=config.thresholds.review)


def deliver(report: str | Iterable[bytes], output: Path | None) -> None:
    """Writes a report to its file, or to standard output in UTF-8. Raises ReportError."""
    from ..report import pieces, write

    if output is None:
        sys.stdout.buffer.writelines(pieces(report))
        sys.stdout.flush()
    else:
        write(output, report)
