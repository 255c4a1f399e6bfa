"""A name in another spelling than the one it was introduced in."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from ....detect import Context, Rule
from ....model import Category, Document, Finding, Message, Severity
from ..names.mentions import variants
from ..names.spelling import may_be_one, near, onset
from ..names.standing import introduced, speakers, strangers


class NotAsIntroduced(Rule):
    """«التقى بيت هيغسيث نظيره … وقال هيغست إن»: nobody else of that name was introduced."""

    code, kind, category = "N103", "name", Category.INCONSISTENT
    severity, confidence = Severity.MINOR, 0.8
    title = Message("name not spelt as introduced", "اسم برسم غير الذي قُدّم به")
    reason = Message(
        "The article introduces «{form}», and nobody and nothing as «{other}».",
        "قدّم المقال «{form}»، ولم يقدم أحدا ولا شيئا بالرسم «{other}».",
    )
    flags = (
        "التقى مايك فانس نظيره في فيينا. وقال ⟦فانز⟧ إن المحادثات كانت مثمرة.",
        "وصل ماركو روبيو إلى روما صباح أمس. وأضاف ⟦روبيه⟧ أن واشنطن لن تتراجع.",
    )
    passes = (
        "التقى بوريس جونسون مايك جونستون في لندن. وقال جونستون إن اللقاء مثمر.",
        "وصل ماركو روبيو إلى روما. وقال روبيو إن واشنطن لن تتراجع.",
        "زار محمد سالم المصنع. وقال سليم إن العمل مستمر.",
        "التقى جون مارين نظيره. وقال مسؤول إن المحادثات كانت مثمرة.",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        known = introduced(doc)
        if not known:
            return
        told: set[str] = set()  # once is enough: it is one slip or one habit
        for word, span in sorted({*speakers(doc), *strangers(doc)}, key=lambda found: found[1]):
            right = _introduced_as(word, known)
            if right is not None and word not in told:
                told.add(word)
                message = self.reason.fill(form=right, other=word)
                yield self.finding(doc, span, message=message, suggest=(right,))


def _introduced_as(word: str, known: AbstractSet[str]) -> str | None:
    """The one introduced surname of which ``word`` may be another spelling."""
    if word in known or _is_accepted(word, known):
        return None
    likely = [one for one in known if onset(one) == onset(word) and _alike(one, word)]
    return likely[0] if len(likely) == 1 else None


def _alike(one: str, other: str) -> bool:
    return may_be_one(one, other) or near(one, other)


def _is_accepted(word: str, known: AbstractSet[str]) -> bool:
    """Whether another accepted spelling was introduced: a finding of its own (N101)."""
    group = variants().groups.get(word, ())
    return any(form in known for form in group)
