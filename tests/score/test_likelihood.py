"""How the profile of findings speaks for or against the machine."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tadqiq.model import Finding
from tadqiq.score import mt_likelihood

Make = Callable[..., Finding]


def _profile(finding: Finding, kinds: str) -> list[Finding]:
    return [replace(finding, kind=kind) for kind in kinds.split()]


def test_an_article_with_nothing_found_is_probably_human() -> None:
    assert mt_likelihood((), 400) < 0.1


def test_a_profile_full_of_literal_renderings_and_broken_grammar_is_the_machine(
    finding: Make,
) -> None:
    raw = _profile(finding(), "calque " * 30 + "latin agreement.gender syntax " * 5)
    assert mt_likelihood(raw, 560) > 0.95


def test_style_and_page_leftovers_say_nothing_about_the_machine(finding: Make) -> None:
    styled = _profile(finding(), "style boilerplate " * 5)
    assert mt_likelihood(styled, 400) == mt_likelihood((), 400)


def test_old_spacing_habits_weigh_less_than_wrong_senses(finding: Make) -> None:
    spacing = mt_likelihood(_profile(finding(), "punctuation.spacing " * 28), 561)
    senses = mt_likelihood(_profile(finding(), "calque " * 28), 561)
    assert spacing < 0.2 < senses


def test_one_fault_in_a_headline_does_not_convict(finding: Make) -> None:
    assert mt_likelihood([finding()], 10) < 0.5


def test_an_unsure_finding_says_less(finding: Make) -> None:
    sure, unsure = finding(confidence=1.0), finding(confidence=0.3)
    assert mt_likelihood([unsure], 400) < mt_likelihood([sure], 400)
