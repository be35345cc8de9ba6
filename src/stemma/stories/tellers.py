"""Who two accounts give as saying one assertion: another voice, or nobody where the other has an accuser."""

from collections.abc import Iterator

from stemma.model import Attribution, Conflict, Stance, VoiceKind
from stemma.stories.accounts import Account
from stemma.stories.namesakes import plain
from stemma.stories.speakers import has_full_name
from stemma.text.relations import are_related, term
from stemma.text.words import words

# cues that leave open whether it is so: without them an accusation becomes a fact
_DOUBTS = frozenset(
    term(word)
    for word in "claim allege allegation accuse accusation suspect suspicion complain complaint contend "
    "assert insist rumor purport".split()
)
_CHARGED = frozenset("accused alleged allegedly suspected".split())
_SAYING = frozenset(
    term(word)
    for word in "say tell state add note announce report accord statement admit confess quote testify write".split()
)


def tellers(left: Account, right: Account) -> Iterator[Conflict]:
    """Give where a doubted charge is told as a fact, and where the reports give it to voices that neither has of the other."""
    pairs = ((left, right), (right, left))
    if any(_is_told_flat(other) and _is_doubted(one) for one, other in pairs):
        note = f'"{_whole(left)}" against "{_whole(right)}"'
        yield Conflict(kind="voice", left=left.spans, right=right.spans, note=note)
    elif _are_exchanged(left, right):
        sources = [tuple(span for one in _attributions(account) for span in one.source) for account in (left, right)]
        note = f'"{left.cut(sources[0][0])}" against "{right.cut(sources[1][0])}"'
        yield Conflict(kind="voice", left=sources[0], right=sources[1], note=note)


def _is_doubted(account: Account) -> bool:
    """Say whether a cue of an account, or a verb in its claims, leaves open whether it is so."""
    cues = [
        term(word.key)
        for statement in account.statements
        if statement.attribution is not None
        for span in statement.attribution.cue
        for word in words(account.background.report.text, span.start, span.end)
    ]
    return bool(_DOUBTS & set(cues)) or bool(_CHARGED & set(account.keys))


def _is_told_flat(account: Account) -> bool:
    """Say whether an account is told on the newsroom's own word, in a sentence without a cue or a doubt."""
    is_attributed = any(statement.attribution is not None for statement in account.statements)
    return not is_attributed and account.sentence.isdisjoint(_DOUBTS | _SAYING)


def _whole(account: Account) -> str:
    unit = account.statements[0].unit
    return account.cut(unit.span)


def _are_exchanged(left: Account, right: Account) -> bool:
    """Say whether each account names a voice of whom the other report has no word."""
    ours, theirs = (_attributions(account) for account in (left, right))
    if not ours or not theirs or {one.voice_id for one in ours} & {one.voice_id for one in theirs}:
        return False
    return _is_strange(ours[0], left, right) and _is_strange(theirs[0], right, left)


def _attributions(account: Account) -> list[Attribution]:
    return [
        statement.attribution
        for statement in account.statements
        if statement.attribution is not None
        and statement.attribution.source
        and statement.attribution.stance is Stance.ASSERTS
    ]


def _is_strange(attribution: Attribution, account: Account, other: Account) -> bool:
    """Say whether the words that name a voice are not in the other report, nor related to those that name the other's voice."""
    telling = _naming(attribution, account)
    again = {name for one in _attributions(other) for name in _naming(one, other)}
    return (
        bool(telling)
        and telling.isdisjoint(other.background.terms)
        and not any(are_related(name, one) for name in telling for one in again)
    )


def _naming(attribution: Attribution, account: Account) -> set[str]:
    """Give the terms that name a voice: a person's surname, else all telling words of its mention."""
    voice = next((one for one in account.background.reading.voices if one.id == attribution.voice_id), None)
    if voice is not None and has_full_name(voice) and voice.kind is VoiceKind.PERSON:
        return {term(plain(voice.name).split()[-1])}
    text = account.background.report.text
    named = {term(w.key.removesuffix("'s")) for span in attribution.source for w in words(text, span.start, span.end)}
    return {name for name in named if len(name) > 2 and name not in _EMPTY}


_EMPTY = frozenset("the his her its their our they she who one two three of for from and former new".split())
