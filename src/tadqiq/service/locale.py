"""In which language a request is answered."""

from __future__ import annotations

from urllib.parse import parse_qs

from ..model import LOCALES, Locale


def asked_for(query: str, accept_language: str, default: Locale) -> Locale:
    """The locale that ``?locale=`` names, else the client's first language that we have."""
    given = parse_qs(query[:4096]).get("locale", [""])[0]
    wished = [given, *(part.partition(";")[0].strip() for part in accept_language.split(","))]
    for tag in wished:
        for locale in LOCALES:
            if tag.partition("-")[0].lower() == locale:
                return locale
    return default
