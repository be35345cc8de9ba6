"""Who two accounts give as saying one assertion: another voice, or nobody where the other has a party's word alone."""

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass

from stemma.model import Attribution, Conflict, Span, Stance, VoiceKind
from stemma.stories.accounts import Account
from stemma.stories.assertions import Statement
from stemma.stories.namesakes import plain
from stemma.stories.roles import GENERIC, PARTIES, ROLES, are_exclusive
from stemma.stories.speakers import has_full_name
from stemma.text.relations import are_related, term
from stemma.text.words import Word, words

# cues that leave open whether it is so: without them an accusation becomes a fact
_DOUBTS = frozenset(
    term(word)
    for word in "claim allege allegation accuse accusation suspect suspicion complain complaint contend "
    "assert insist rumor purport".split()
)
_SAYING = frozenset(
    term(word)
    for word in "say tell state add note announce report accord statement admit confess quote testify write".split()
)
# what is asked, tried or charged at law is told as open
_AT_LAW = frozenset(map(term, "charge arrest trial try indict plead sue lawsuit convict guilty".split()))
_ACCUSED = frozenset("accuse accuses accused accusing".split())
_TELLS = frozenset(
    "says said say warns warned warn believes believed believe suspects suspected suspect claims claimed claim argues argued "
    "argue insists insisted insist reports reported estimates estimated estimate fears feared fear complains complained complain "
    "alleges alleged allege recommends recommended recommend demands demanded demand states stated told thinks forecasts "
    "forecast predicts predicted predict blames blamed blame called calls accuses accused accuse".split()
)
# where somebody says it, or a firm by another word: "the post" may be the company's, and "the shipping giant" the company
_ANYBODYS = frozenset(
    map(
        term,
        "announcement post blog memo message tweet website site page note giant titan heavyweight platform".split(),
    )
)
_BEHIND_HEAD = frozenset(
    "of for from in at on who whom whose which that with near to by and himself herself itself themselves".split()
)
_BY = frozenset({"by", "of", "from"})
_BEING = frozenset("is are was were be been has have had will would may might could can did does do".split())
_PRONOUNS = frozenset("i we you he she it they this that there".split())
_LONGEST = 7  # words before a verb of saying that name who says it
_EMPTY = frozenset(
    "the his her its their our they she who one two three for former new he it we you this these".split()
)


@dataclass(frozen=True, kw_only=True)
class _Teller:
    """Who is given as saying something: the terms that name him, and where; of a named person also what he is."""

    named: Set[str]
    roles: Set[str] = frozenset()
    is_person: bool = False
    span: Span
    voice_id: str | None


def charges(left: Account, right: Account) -> Iterator[Conflict]:
    """Give where a party's word is told as a fact."""
    if any(_is_told_flat(other) and _is_doubted(one) for one, other in ((left, right), (right, left))):
        note = f'"{_whole(left)}" against "{_whole(right)}"'
        yield Conflict(kind="voice", left=left.spans, right=right.spans, note=note)


def exchanges(left: Account, right: Account) -> Iterator[Conflict]:
    """Give where two accounts name voices that cannot be one."""
    spans = exchanged(left, right)
    if spans is not None:
        note = f'"{left.cut(spans[0])}" against "{right.cut(spans[1])}"'
        yield Conflict(kind="voice", left=spans[:1], right=spans[1:], note=note)


def exchanged(left: Account, right: Account) -> tuple[Span, Span] | None:
    """Give where each account names who says it, if these cannot be one."""
    ours, theirs = _told_by(left), _told_by(right)
    if ours and theirs and _are_exchanged(ours[0], left, theirs[0], right):
        return ours[0].span, theirs[0].span
    return None


def denials(left: Account, right: Account) -> Iterator[Conflict]:
    """Give where one voice denies in one account what it says in the other."""
    for one, other in ((left, right), (right, left)):
        for teller, attribution in _attributed(one):
            for again, beside in _attributed(other):
                is_turned = (attribution.stance, beside.stance) == (Stance.DENIES, Stance.ASSERTS)
                is_one = teller.voice_id is not None and teller.voice_id == again.voice_id
                if is_turned and (is_one or teller.named & again.named):
                    notes = [f'"{_whole(left)}"', f'"{_whole(right)}"']
                    yield Conflict(kind="polarity", left=left.spans, right=right.spans, note=" against ".join(notes))
                    return


def _is_doubted(account: Account) -> bool:
    """Say whether a cue of an account leaves open whether it is so, a party says it, or somebody is accused of it."""
    beside = [
        term(word.key.removesuffix("'s"))
        for statement in account.statements
        if statement.attribution is not None
        for word in _words((*statement.attribution.cue, *statement.attribution.source), account)
    ]
    is_party = any(teller.named & PARTIES for teller in _told_by(account))
    return is_party or bool(_DOUBTS & set(beside)) or not _ACCUSED.isdisjoint(account.keys)


def _is_told_flat(account: Account) -> bool:
    """Say whether an account is told on the newsroom's own word, in a sentence without a cue or a doubt."""
    is_attributed = any(statement.attribution is not None for statement in account.statements)
    return not is_attributed and account.sentence.isdisjoint(_DOUBTS | _SAYING | _AT_LAW)


def _whole(account: Account) -> str:
    unit = account.statements[0].unit
    return account.cut(unit.span)


def _are_exchanged(one: _Teller, left: Account, other: _Teller, right: Account) -> bool:
    """Say whether two tellers cannot be one: each is strange to the other's report, or one is and of another kind."""
    if one.named & other.named or any(are_related(name, again) for name in one.named for again in other.named):
        return False
    if one.voice_id is not None and one.voice_id == other.voice_id:
        return False
    strange = [teller.named.isdisjoint(account.background.terms) for teller, account in ((one, right), (other, left))]
    if one.is_person != other.is_person:  # a role may be the name's, unless he is called something else beside it
        role, person, elsewhere = (other, one, strange[1]) if one.is_person else (one, other, strange[0])
        return elsewhere and _are_of_two_kinds(role.named, person.roles)
    is_vague = any(not teller.named - GENERIC - _ANYBODYS for teller in (one, other))
    is_swapped = bool(one.named & right.terms) and bool(other.named & left.terms)  # each says it of the other
    is_strange = any(strange) or is_swapped
    return (all(strange) and not is_vague) or (is_strange and _are_of_two_kinds(one.named, other.named))


def _are_of_two_kinds(ours: Iterable[str], theirs: Iterable[str]) -> bool:
    return any(are_exclusive(name, again, ROLES) for name in ours for again in theirs)


def _told_by(account: Account) -> list[_Teller]:
    """Give who says what an account tells, the nearest to the claim first: "the club said [the doctor says [...]]"."""
    inner = [teller for statement in account.statements for teller in _inside(statement, account)]
    return inner + [teller for teller, attribution in _attributed(account) if attribution.stance is Stance.ASSERTS]


def _attributed(account: Account) -> list[tuple[_Teller, Attribution]]:
    found = []
    for statement in account.statements:
        attribution = statement.attribution
        if attribution is not None and attribution.source:
            teller = _teller(attribution, account)
            if teller.named:
                found.append((teller, attribution))
    return found


def _inside(statement: Statement, account: Account) -> Iterator[_Teller]:
    """Give who says it where the claim itself opens with him ("the team doctor says the finger is broken")."""
    if len({span.end for span in statement.claim.spans}) > 1:
        return
    for place, word in enumerate(statement.words[: _LONGEST + 1]):
        told = statement.words[:place]
        if word.key in _BEING or (not place and word.key in _PRONOUNS):
            return
        if place and word.key in _TELLS and place + 2 < len(statement.words):
            proper = [name for name in statement.names if name.span.start < word.start and " " in name.canonical]
            named = {term(plain(proper[-1].canonical).split()[-1])} if proper else _heads(told)
            if named:
                span = Span(account.background.report.id, told[0].start, told[-1].end)
                roles = {term(one.key) for one in told} & ROLES.keys() if proper else frozenset()
                yield _Teller(named=named, roles=roles, is_person=bool(proper), span=span, voice_id=None)
            return


def _teller(attribution: Attribution, account: Account) -> _Teller:
    """Give who is given as saying something: a person by his surname, else by the heads of his mention."""
    voice = next((one for one in account.background.reading.voices if one.id == attribution.voice_id), None)
    told = _words(attribution.source, account)
    if voice is None or voice.kind is not VoiceKind.PERSON or not has_full_name(voice):
        return _Teller(named=_heads(told), span=attribution.source[0], voice_id=attribution.voice_id)
    here = [span for span in voice.named_in if span.report_id == account.background.report.id]
    called = {term(word.key.removesuffix("'s")) for word in (*told, *_words(here, account))}
    return _Teller(
        named={term(plain(voice.name).split()[-1])},
        roles=called & ROLES.keys(),
        is_person=True,
        span=attribution.source[0],
        voice_id=attribution.voice_id,
    )


def _heads(told: Sequence[Word]) -> Set[str]:
    """Give the term of the last word of a mention before "of", "by" or "who"; all its terms where that word is vague."""
    keys = [word.key.removesuffix("'s") for word in told]
    end = next((place for place, key in enumerate(keys) if place and _is_behind_head(key, place)), len(keys))
    named = [term(key) for key in keys[:end] if key not in _EMPTY and len(key) > 2]
    if not named or named[-1] not in GENERIC:
        return set(named[-1:])
    return {*named, *(_heads(told[end + 1 :]) if end < len(keys) and keys[end] in _BY else ())}


def _is_behind_head(key: str, place: int) -> bool:
    return key in _BEHIND_HEAD or (place > 1 and key.endswith("ed"))


def _words(spans: Sequence[Span], account: Account) -> list[Word]:
    return [word for span in spans for word in words(account.background.report.text, span.start, span.end)]
