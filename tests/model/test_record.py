"""A record does whatever a frozen dataclass with slots does."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, asdict, dataclass, field, fields, replace
from typing import Any

import pytest

from tadqiq.model import record


def declared(make: Callable[..., Any]) -> type[Any]:
    """One class, declared in either way."""

    class Headline:
        """A headline."""

        text: str
        words: list[str] = field(default_factory=list)
        place: int = field(default=0, compare=False)
        length: int = field(init=False)
        outlet: str = field(default="", repr=False, kw_only=True)
        seen: bool = field(default=False, init=False)

        def __post_init__(self) -> None:
            object.__setattr__(self, "length", len(self.text))

        def __len__(self) -> int:
            return self.length

    return make(Headline)


@record
class Point:
    """Pickled by name, so that it stands here."""

    x: int
    y: tuple[str, ...] = ()


@record(order=True)
class Ordered:
    first: int
    second: str


@record(eq=False)
class Alone:
    name: str


@record(kw_only=True)
class Named(Point):
    name: str


Headline = declared(record)
Plain = declared(dataclass(frozen=True, slots=True))
GIVEN = [
    (("كتاب",), {}),
    (("كتاب", ["a"], 3), {}),
    (("كتاب",), {"place": 2, "outlet": "وكالة"}),
]


@pytest.mark.parametrize(("values", "named"), GIVEN)
def test_it_holds_and_shows_the_same(values: tuple[Any, ...], named: dict[str, Any]) -> None:
    ours, theirs = Headline(*values, **named), Plain(*values, **named)
    assert repr(ours) == repr(theirs)
    assert asdict(ours) == asdict(theirs)
    assert [one.name for one in fields(ours)] == [one.name for one in fields(theirs)]
    assert asdict(replace(ours, text="باب")) == asdict(replace(theirs, text="باب"))
    assert Headline.__match_args__ == Plain.__match_args__
    assert len(ours) == len(theirs)


@pytest.mark.parametrize("values", [(), ("a", [], 0, "b"), ("a",)])
def test_it_takes_the_same_arguments(values: tuple[Any, ...]) -> None:
    named = {} if len(values) != 1 else {"length": 2}
    for made in (Headline, Plain):
        with pytest.raises(TypeError):
            made(*values, **named)


def test_what_is_equal_is_equal() -> None:
    for made in (Headline, Plain):
        assert made("a", ["b"], 1) == made("a", ["b"], 2)
        assert made("a", ["b"]) != made("a", ["c"])
    assert Headline("a") != Plain("a")
    assert Point(1, ("a",)) == Point(1, ("a",))
    assert hash(Point(1, ("a",))) == hash(Point(1, ("a",)))
    assert len({Point(1), Point(1), Point(2)}) == 2
    assert Alone("a") != Alone("a")


def test_it_is_ordered_where_it_is_asked_for() -> None:
    assert sorted([Ordered(2, "a"), Ordered(1, "b"), Ordered(1, "a")])[0] == Ordered(1, "a")
    assert Ordered(1, "a") <= Ordered(1, "a") < Ordered(1, "b")
    assert Ordered(2, "a") >= Ordered(1, "z")
    assert Ordered(2, "a") > Ordered(1, "z")
    for one, other in ((Ordered(1, "a"), Point(1)), (Point(1), Point(2))):
        with pytest.raises(TypeError):
            sorted([one, other])  # type: ignore[type-var]


def test_nobody_changes_it() -> None:
    point = Point(1)
    with pytest.raises(FrozenInstanceError, match="x"):
        point.x = 2  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del point.x
    with pytest.raises(FrozenInstanceError):
        point.z = 1  # type: ignore[attr-defined]
    assert not hasattr(point, "__dict__")


def test_it_is_copied_and_sent_to_other_processes() -> None:
    for one in (Point(1, ("a",)), Ordered(1, "b")):
        assert copy.copy(one) == copy.deepcopy(one) == pickle.loads(pickle.dumps(one)) == one
    named = Named(x=1, y=("b",), name="a")
    assert (
        repr(pickle.loads(pickle.dumps(named)))
        == repr(named)
        == (f"{Named.__qualname__}(x=1, y=('b',), name='a')")
    )


def test_one_inherits_from_another_and_from_nothing_else() -> None:
    assert [one.name for one in fields(Named)] == ["x", "y", "name"]
    assert not hasattr(Named(x=1, name="a"), "__dict__")
    with pytest.raises(TypeError, match="frozen"):
        dataclass(frozen=True)(type("Other", (Point,), {"__annotations__": {"z": int}}))


def test_every_one_has_a_list_of_its_own() -> None:
    one, other = Headline("a"), Headline("b")
    one.words.append("c")
    assert other.words == []


def test_its_own_methods_are_kept() -> None:
    @record
    class Loud:
        text: str

        def __repr__(self) -> str:
            return self.text.upper()

        def __eq__(self, other: object) -> bool:
            return True

        def __hash__(self) -> int:
            return 7

    assert repr(Loud("a")) == "A"
    assert Loud("a") == Loud("b")
    assert hash(Loud("a")) == 7
