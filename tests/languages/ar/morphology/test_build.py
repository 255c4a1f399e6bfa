"""The computed files of the lexicon are what the build script makes of the hand-made ones."""

from __future__ import annotations

from tadqiq.languages.ar.morphology.build import foreign_weights
from tadqiq.languages.ar.morphology.lexicon import rows


def test_the_shipped_trigrams_are_up_to_date() -> None:
    shipped = dict(rows("foreign_trigrams", 2))
    assert shipped == {gram: f"{weight:.2f}" for gram, weight in foreign_weights().items()}
