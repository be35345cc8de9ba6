"""Accounts: what one report tells of an assertion, its claims taken together."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cached_property

from stemma.model import Name, Quantity, Reading, Report, Span, Timex
from stemma.stories.namesakes import plain
from stemma.stories.statements import Statement
from stemma.stories.terms import shared_terms
from stemma.stories.units import DISPLAY
from stemma.text.relations import are_related, term, terms
from stemma.text.words import Word, words

_REST = 0.5  # of what two accounts tell besides two words is shared: the words stand for each other
_VERBATIM = 0.75  # of the terms of either of two accounts is in both: they have the same words
_ENOUGH = 2  # such terms at least
_CAPITAL = re.compile(r"\b[A-ZÀ-Þ][\w.'’-]*")


@dataclass(frozen=True, kw_only=True, eq=False)
class Background:
    """What a whole report has, so that it can be asked whether a detail is told elsewhere in it; `house` is its outlet's name."""

    report: Report
    reading: Reading
    house: str = ""

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The keys of all its words."""
        return tuple(word.key for word in words(self.report.text))

    @cached_property
    def places(self) -> Mapping[str, tuple[int, ...]]:
        """Where each term stands among its words."""
        found: dict[str, list[int]] = defaultdict(list)
        for place, key in enumerate(self.keys):
            found[term(key.removesuffix("'s"))].append(place)
        return {name: tuple(held) for name, held in found.items()}

    @property
    def terms(self) -> Set[str]:
        """The terms of all its words."""
        return self.places.keys()

    def has_before(self, is_sought: Callable[[str], bool], names: Iterable[str], reach: int) -> bool:
        """Say whether one of some words stands anywhere in the report, so many words before one of some terms at most."""
        return any(
            is_sought(key)
            for name in names
            for place in self.places.get(name, ())
            for key in self.keys[max(0, place - reach) : place]
        )

    @cached_property
    def capitals(self) -> frozenset[str]:
        """Its words with a capital, in plain letters."""
        return frozenset(
            part
            for found in _CAPITAL.findall(self.report.text)
            for part in plain(found.removesuffix("'s").removesuffix("’s")).split()
        )


@dataclass(frozen=True, kw_only=True, eq=False)
class Account:
    """The claims of one report that belong to one assertion; `background` is the whole report."""

    statements: tuple[Statement, ...]
    background: Background

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where its claims stand."""
        return tuple(span for statement in self.statements for span in statement.claim.spans)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words of its claims, in order."""
        return tuple(word for statement in self.statements for word in statement.words)

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The keys of its words."""
        return tuple(word.key for word in self.words)

    @cached_property
    def told(self) -> tuple[tuple[int, str], ...]:
        """The term of each word with its place."""
        return tuple(terms(self.keys))

    @cached_property
    def terms(self) -> frozenset[str]:
        """The terms of its words, common ones too."""
        return frozenset(name for _, name in self.told)

    @cached_property
    def sentence(self) -> frozenset[str]:
        """The terms of the sentences that its claims stand in."""
        return frozenset(term(key) for statement in self.statements for key in statement.unit.keys)

    @cached_property
    def weights(self) -> Mapping[str, int]:
        """What its claims are compared by."""
        return {name: weight for statement in self.statements for name, weight in statement.terms.items()}

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """The numbers of something that its claims tell."""
        return tuple(one for statement in self.statements for one in statement.quantities)

    @property
    def times(self) -> tuple[Timex, ...]:
        """The times that its claims tell."""
        return tuple(one for statement in self.statements for one in statement.times)

    @property
    def names(self) -> tuple[Name, ...]:
        """The names that its claims tell."""
        return tuple(one for statement in self.statements for one in statement.names)

    @cached_property
    def named(self) -> frozenset[int]:
        """The places of the words that are part of a name."""
        spans = [name.span for name in self.names]
        return frozenset(
            place for place, word in enumerate(self.words) if any(span.start <= word.start < span.end for span in spans)
        )

    def around(self, place: int, before: int, after: int) -> frozenset[str]:
        """Give the telling terms of the words beside one of its words, so many before it and after it."""
        near = range(place - before, place + after + 1)
        return frozenset(name for at, name in self.told if at in near and at != place and name in self.weights)

    def shares(self, found: frozenset[str]) -> bool:
        """Say whether it has one of some terms, or one related to it."""
        return any(name in self.weights or any(are_related(name, own) for own in self.weights) for name in found)

    def is_else_like(self, other: "Account", own: Callable[[str], bool]) -> bool:
        """Say whether at least half of what two accounts tell is shared, but for the terms that are told apart."""
        rests = [{name: weight for name, weight in one.weights.items() if not own(name)} for one in (self, other)]
        common, _ = shared_terms(rests[0], rests[1])
        return common >= _REST * (sum(rests[0].values()) + sum(rests[1].values()) - common) > 0

    def is_word_for_word(self, other: "Account", but: Callable[[str], bool] = lambda _: False) -> bool:
        """Say whether two accounts tell nearly all in the same terms, but for some, and enough of them that it is no chance."""
        ours, theirs = ({name for name in one.weights if not but(name)} for one in (self, other))
        return len(ours & theirs) >= max(_ENOUGH, _VERBATIM * len(ours | theirs))

    def body(self) -> "Account | None":
        """Give the account without what headlines tell, which leave out hedges, scopes and voices; None where nothing is left."""
        kept = tuple(statement for statement in self.statements if statement.unit.zone not in DISPLAY)
        return replace(self, statements=kept) if kept else None

    def agreed(self, other: "Account") -> list[Span]:
        """Give the places of the claims that another account tells in the same words, where one has more: there they agree."""
        if len(self.statements) == len(other.statements) == 1:
            return []  # what is the same is the claim alone, and not what stands around it
        theirs = [tuple(word.key for word in statement.words) for statement in other.statements]
        same = [one for one in self.statements if _stands_in(tuple(word.key for word in one.words), theirs)]
        return [span for one in same for span in one.claim.spans]

    def terms_in(self, spans: Iterable[Span]) -> frozenset[str]:
        """Give the terms of the words of its claims that lie in some spans."""
        inside = [place for place, word in enumerate(self.words) if any(s.start <= word.start < s.end for s in spans)]
        return frozenset(name for place, name in self.told if place in inside)

    def cut(self, span: Span) -> str:
        """Give the words of a span in one line."""
        return " ".join(span.cut(self.background.report.text).split())

    def span_of(self, places: Sequence[int]) -> Span:
        """Give the span from the first to the last of some of its words."""
        return Span(self.background.report.id, self.words[min(places)].start, self.words[max(places)].end)


def _stands_in(keys: tuple[str, ...], told: Sequence[tuple[str, ...]]) -> bool:
    """Say whether a claim's words are another claim, or stand in it or round it in their order: who quotes on tells no less."""
    return any(
        keys == other
        or any(
            len(short) >= _ENOUGH and short in {long[n : n + len(short)] for n in range(len(long) - len(short) + 1)}
            for short, long in ((keys, other), (other, keys))
        )
        for other in told
    )
