"""Tellers: who an account gives as saying what it tells, by what he is named and called."""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from stemma.model import Attribution, Span, Stance, VoiceKind
from stemma.stories.accounts import Account
from stemma.stories.namesakes import plain
from stemma.stories.roles import BODIES, GENERIC, OFFICES, ROLES, SPEAKERS
from stemma.stories.speakers import has_full_name
from stemma.stories.statements import Statement
from stemma.text.narration import SMALL
from stemma.text.relations import term
from stemma.text.words import Word, words

SAYING = frozenset(
    term(word)
    for word in "say tell state add note announce report accord statement admit confess quote testify write estimate account "
    "view opinion explain warn describe learn hear word".split()
)
_TELLS = frozenset(
    "says said say warns warned warn believes believed believe suspects suspected suspect claims claimed claim argues argued "
    "argue insists insisted insist reports reported estimates estimated estimate fears feared fear complains complained complain "
    "alleges alleged allege recommends recommended recommend demands demanded demand states stated told thinks forecasts "
    "forecast predicts predicted predict blames blamed blame called calls accuses accused accuse".split()
)
_TOLD = frozenset("announced reported confirmed disclosed revealed stated told published described".split())
_BEHIND_HEAD = frozenset(
    "of for from in at on when while as after before who whom whose which that with near to by and himself herself itself "
    "themselves".split()
)
_BY = frozenset({"by", "of", "from"})
_BEING = frozenset("is are was were be been has have had will would may might could can did does do".split())
_PRONOUNS = frozenset(
    "i we you he she it they this that there who which his her their its him them himself herself".split()
)
_LONGEST = 7  # words before a verb of saying that name who says it
_EMPTY = frozenset(
    "the his her its their our they she who one two three for former new he it we you this these him them us me i my your those "
    "that himself herself itself themselves whom whose which what another other others some many several few such".split()
)
_STYLED = frozenset("mr mrs ms miss sir lord lady dame madam mx st".split())
_SPAN = 60  # characters in which those words stand
_CALLED = 4  # words before a name, or behind a comma after it, that say what its bearer is
_AGENT = re.compile(
    r"(?<=\w{3})(?:[eo]rs?|eers?|ists?|ians?|m[ae]n|wom[ae]n|ees?|[ae]nts?|ess(?:es)?|people|folk|clerks?|crews?|guards?|cooks?|chefs?|smiths?|hands?|maids?|guides?|pilots?|vets?|poets?|mates?)$"
)
_SPEAKING = ROLES.keys() | GENERIC | BODIES | SPEAKERS | OFFICES
_PARTICLES = frozenset("off for on up in out back".split())
_STOPS = re.compile(r"[.!?][\s\"”’']|[\"“”]")
_CUT = re.compile(r"[,;:\u2013\u2014]|\s-\s")
_BOUNDARY = re.compile(r"[.;:!?\"“”()\n]|,(?=\s)")
_TITLES = {
    "dr": "doctor",
    "prof": "professor",
    "rev": "priest",
    "fr": "priest",
    "gov": "governor",
    "sen": "senator",
    "rep": "lawmaker",
    "cllr": "councillor",
    "gen": "general",
    "col": "colonel",
    "capt": "captain",
    "sgt": "police",
    "insp": "police",
    "supt": "police",
    "det": "police",
    "inspector": "police",
    "sergeant": "police",
    "lieutenant": "police",
}


@dataclass(frozen=True, kw_only=True)
class Teller:
    """Who is given as saying something, and where: the terms that name him, and all that he is called.

    `given` is what stands before a person's surname.
    """

    named: Set[str]
    called: Set[str] = frozenset()
    given: tuple[str, ...] = ()
    is_named: bool = False
    span: Span
    voice_id: str | None


def told_by(account: Account) -> list[Teller]:
    """Give who says what an account tells, the nearest to the claim first: "the club said [the doctor says [...]]"."""
    inner = [
        teller
        for statement in account.statements
        for teller in (*_inside(statement, account), *_by_whom(statement, account))
    ]
    return inner + [teller for teller, attribution in attributed(account) if attribution.stance is Stance.ASSERTS]


def attributed(account: Account) -> list[tuple[Teller, Attribution]]:
    """Give who is given as saying or denying what an account tells, each with the attribution that names him."""
    found = []
    for statement in account.statements:
        attribution = statement.attribution or _contained(statement, account)
        if attribution is not None and attribution.source:
            teller = _teller(attribution, account)
            if teller.named:
                found.append((teller, attribution))
    return found


def _contained(statement: Statement, account: Account) -> Attribution | None:
    """Give the attribution inside a claim that nothing else was read to be the content of: "it holds six, its owner said"."""
    return next(
        (
            one
            for one in account.background.reading.attributions
            if all(any(span.overlap(own) for own in statement.claim.spans) for span in (*one.source, *one.content))
            and any(term(word.key) in SAYING for word in words_of(one.cue[-1:], account))
        ),
        None,
    )


def _by_whom(statement: Statement, account: Account) -> Iterator[Teller]:
    """Give who says it where a claim closes with him ("the closure was announced by the mayor")."""
    keys = [word.key for word in statement.words]
    for place, pair in enumerate(pairwise(keys)):
        told = statement.words[place + 2 : place + 2 + _LONGEST]
        if pair[0] in _TOLD and pair[1] == "by" and told and _heads(told):
            span = Span(account.background.report.id, told[0].start, told[-1].end)
            name = next((one for one in statement.names if one.span.overlap(span) and " " in one.canonical), None)
            if name is None:
                yield Teller(named=_heads(told), span=span, voice_id=None)
            else:
                yield _bearer(name.canonical, [name.span], told, account, span)
            return


def _inside(statement: Statement, account: Account) -> Iterator[Teller]:
    """Give who says it where the claim itself opens with him ("the team doctor says the finger is broken")."""
    if len({span.end for span in statement.claim.spans}) > 1:
        return
    for place, word in enumerate(statement.words[: _LONGEST + 1]):
        told = statement.words[:place]
        text = account.background.report.text[statement.words[0].start : word.start]
        if word.key in _BEING or (not place and word.key in _PRONOUNS) or _STOPS.search(text):
            return
        is_telling = word.key in _TELLS and not _PARTICLES & {
            word.key for word in statement.words[place + 1 : place + 2]
        }
        if place and is_telling and place + 2 < len(statement.words):
            proper = [name for name in statement.names if name.span.start < word.start and " " in name.canonical]
            span = Span(account.background.report.id, told[0].start, told[-1].end)
            if proper:
                yield _bearer(proper[-1].canonical, [proper[-1].span], told, account, span)
            elif not _heads(told).isdisjoint(_SPEAKING):
                yield Teller(named=_heads(told), span=span, voice_id=None)
            return


def _teller(attribution: Attribution, account: Account) -> Teller:
    """Give who is given as saying something: a name by its last part, else by the heads of his mention."""
    voice = next((one for one in account.background.reading.voices if one.id == attribution.voice_id), None)
    told = words_of(attribution.source, account)
    told = [word for word in told if ";" not in account.background.report.text[told[0].start : word.start]]
    if all(word.key in _PRONOUNS for word in told):  # whom it stands for is a guess
        return Teller(named=frozenset(), span=attribution.source[0], voice_id=attribution.voice_id)
    if voice is None or voice.kind is not VoiceKind.PERSON or not has_full_name(voice):
        called = {term(word.key.removesuffix("'s")) for word in told if word.key not in _EMPTY | SMALL}
        mention = _first(told, account)
        named = _heads(mention) if any(_may_speak(word, account) for word in mention) else frozenset()
        return Teller(named=named, called=called, span=attribution.source[0], voice_id=attribution.voice_id)
    here = [span for span in voice.named_in if span.report_id == account.background.report.id]
    return _bearer(voice.name, here, told, account, attribution.source[0], attribution.voice_id)


def _bearer(
    name: str,
    mentions: Sequence[Span],
    told: Sequence[Word],
    account: Account,
    span: Span,
    voice_id: str | None = None,
) -> Teller:
    """Give a person by his surname, with what he is called beside his name wherever his report has it."""
    parts = plain(name).split()
    near = {key for mention in mentions for key in _beside(mention, account)}
    keys = {*near, *(word.key.removesuffix("'s") for word in told), *parts[:-1]} - _EMPTY - _STYLED - SMALL
    told_here = {plain(word.key) for word in told}
    given = tuple(
        part
        for part in parts[:-1]
        if part in told_here and part not in _STYLED | _TITLES.keys() and term(part) not in ROLES
    )
    names = {term(part) for part in (*given, parts[-1])}
    return Teller(
        named={term(parts[-1])},
        called={term(_TITLES.get(key, key)) for key in keys} - names - SAYING,
        given=given,
        is_named=True,
        span=span,
        voice_id=voice_id,
    )


def _beside(mention: Span, account: Account) -> Iterator[str]:
    """Give the words before a name, and those behind a comma after it, up to the next mark."""
    text = account.background.report.text
    before = _BOUNDARY.split(text[max(0, mention.start - _SPAN) : mention.start])[-1]
    behind = text[mention.end : mention.end + _SPAN]
    apposed = _BOUNDARY.split(behind[1:])[0] if behind.startswith(",") else ""
    for told in (words(before)[-_CALLED:], words(mention.cut(text)), words(apposed)):
        yield from (word.key.removesuffix("'s") for word in told if word.key not in _EMPTY and len(word.key) > 1)


def _may_speak(word: Word, account: Account) -> bool:
    """Say whether a word may be of somebody who speaks: of a role, a body or a name, and not "a refund"."""
    is_name = account.background.report.text[word.start].isupper() and word.key not in SMALL
    return is_name or term(word.key.removesuffix("'s")) in _SPEAKING or _AGENT.search(word.key) is not None


def _first(told: Sequence[Word], account: Account) -> Sequence[Word]:
    """Give the words of a mention before its first comma: "relatives, including a brother"."""
    text = account.background.report.text
    end = next(
        (place for place in range(1, len(told)) if _CUT.search(text[told[place - 1].end : told[place].start])), None
    )
    return told[:end]


def _heads(told: Sequence[Word]) -> Set[str]:
    """Give the term of the last word of a mention before "of", "by" or "who"; all its terms where that word is vague."""
    keys = [word.key.removesuffix("'s") for word in told]
    end = next((place for place, key in enumerate(keys) if place and _is_behind_head(key, place)), len(keys))
    named = [term(key) for key in keys[:end] if key not in _EMPTY | SMALL and len(key) > 2]
    if not named or named[-1] not in GENERIC:
        return set(named[-1:])
    return {*named, *(_heads(told[end + 1 :]) if end < len(keys) and keys[end] in _BY else ())}


def _is_behind_head(key: str, place: int) -> bool:
    return key in _BEHIND_HEAD or (place > 1 and key.endswith("ed"))


def words_of(spans: Sequence[Span], account: Account) -> list[Word]:
    """Give the words of some spans of an account's report."""
    return [word for span in spans for word in words(account.background.report.text, span.start, span.end)]
