"""Article to document: paragraphs with their languages, sentences, tokens."""

from __future__ import annotations

from collections.abc import Callable

from ..model import Article, Document, Paragraph, Profile, Sentence, Span
from .fold import word_folder
from .identify import UNDETERMINED, identify, identify_in, plainly
from .intervals import Interval
from .quotes import quotations
from .scripts import count_scripts, majority
from .sentences import is_heading, paragraphs, sentences
from .tokens import tokenize

_LONG_ENOUGH = 100  # letters from which a paragraph may speak for itself


def segment(article: Article, profile_for: Callable[[str], Profile]) -> Document:
    """The article as a document, every offset pointing into ``article.text``.

    ``profile_for`` gives the profile of a language code. A paragraph has the article's
    language unless its script, or a fair amount of text, says otherwise.
    """
    text = article.text
    profile = profile_for(identify(text, declared=article.lang))
    blocks = tuple(paragraphs(text))
    return Document(
        article,
        profile,
        tuple(_paragraph(text, block, profile, profile_for, len(blocks) > 1) for block in blocks),
    )


def _paragraph(
    text: str,
    block: Interval,
    article_profile: Profile,
    profile_for: Callable[[str], Profile],
    may_be_heading: bool,
) -> Paragraph:
    profile = _profile_of(text[slice(*block)], article_profile, profile_for)
    heading = may_be_heading and is_heading(text, *block, profile)
    quoted = quotations(text, *block)
    folded = word_folder(profile)
    parts = tuple(
        Sentence(
            Span(start, end),
            tokenize(text, start, end, folded=folded, quoted=quoted),
            heading,
        )
        for start, end in sentences(text, *block, profile)
    )
    return Paragraph(Span(*block), profile.code, parts)


def _profile_of(
    paragraph: str, article_profile: Profile, profile_for: Callable[[str], Profile]
) -> Profile:
    """The profile of a paragraph: the article's own unless the paragraph gainsays it."""
    if plainly(article_profile.code, article_profile.script, paragraph):
        return article_profile
    letters = count_scripts(paragraph)
    script = majority(letters)
    own_script = script == article_profile.script
    if not letters or (own_script and letters.total() < _LONG_ENOUGH):
        return article_profile
    code = identify_in(paragraph, script)
    if code == article_profile.code or (own_script and code == UNDETERMINED):
        return article_profile
    return profile_for(code)
