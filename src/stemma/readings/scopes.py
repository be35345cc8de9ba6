"""Scopes: the words that say for how many, for whom alone or on what condition a claim is said to hold."""

import re
from collections.abc import Iterable, Iterator

from stemma.model import Scope, ScopeKind, Span
from stemma.readings.modality import conditions_in

_NOUNS = r"(?=(?: \w+)?(?: \w+)? (?:\w+s|people|men|women|children|police|staff)\b)"
_OWN = r"(?<!the )(?<!its )(?<!his )(?<!her )(?<!their )(?<!at )"  # "the most", "at most" count nothing
_WORDS: dict[ScopeKind, str] = {
    ScopeKind.MOST: (
        r"(?:the )?(?:vast |overwhelming |great )?majority|(?:almost|nearly|virtually|practically) (?:all|every\w*)|"
        rf"all but (?:one|two|three|a few|a handful)|{_OWN}most(?: of\b|{_NOUNS}(?! (?:recent|important|notabl|like)))"
    ),
    ScopeKind.ONLY: r"(?<!if )(?<!not )(?:only|solely|exclusively|nobody but|no one but|none but)",
    ScopeKind.ALL: (
        r"(?<!at )(?<!after )(?<!above )all(?! (?:over|along|the same|right|too)\b|-)|"
        r"every(?:one|body|thing)?(?! (?:now and|other))|each|both|the (?:whole|entire)|without exception"
    ),
    ScopeKind.NONE: r"none|nobody|no one|no-one|neither|not (?:one|a single)",
    ScopeKind.SOME: (
        rf"some(?: of\b|{_NOUNS})|several|a (?:small )?number of|a few|a handful|parts? of|certain{_NOUNS}|"
        r"at least (?:one|some|part)|one or more"
    ),
    ScopeKind.AMONG: (
        r"among(?:st)?(?= (?:the|those|them|these|its|his|her|their|our|us|others|\d|[a-z]+s)\b)|including|"
        r"one of (?:the|several|many)"
    ),
}
_EACH = "|".join(f"(?P<{kind.value}>(?:{words})\\b)" for kind, words in _WORDS.items())
_ANY = re.compile(rf"\b(?=[abceimnopgstvw])(?:{_EACH})", re.IGNORECASE)
_AS_NUMBER = re.compile(
    r"some (?:of )?(?:\d|\w*(?:teen|ty)\b|(?:two|three|four|five|six|seven|eight|nine|ten|hundred|thousand|million)\b)",
    re.IGNORECASE,
)


def scopes_of(spans: Iterable[Span], text: str) -> tuple[Scope, ...]:
    """Give the words of a claim that limit what it is said to hold for, in text order.

    >>> text = "only some of the shops will close if it rains"
    >>> [(scope.span.cut(text), scope.kind.value) for scope in scopes_of([Span("a", 0, len(text))], text)]
    [('only', 'only'), ('some of', 'some'), ('if', 'if')]
    """
    found = {scope for span in spans for scope in (*_counted(span, text), *_conditions(span, text))}
    return tuple(sorted(found, key=lambda scope: (scope.span, scope.kind)))


def _counted(span: Span, text: str) -> Iterator[Scope]:
    for match in _ANY.finditer(text, span.start, span.end):
        if not _AS_NUMBER.match(text, match.start(), span.end):
            yield Scope(span=Span(span.report_id, *match.span()), kind=ScopeKind(match.lastgroup or ""))


def _conditions(span: Span, text: str) -> Iterator[Scope]:
    for start, end, is_awaited in conditions_in(text[span.start : span.end]):
        place = Span(span.report_id, span.start + start, span.start + end)
        yield Scope(span=place, kind=ScopeKind.ONCE if is_awaited else ScopeKind.IF)
