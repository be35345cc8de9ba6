"""Who two accounts give as saying one assertion: another voice, or nobody where the other has a party's word alone."""

from collections.abc import Iterable, Iterator, Set

from stemma.model import Attribution, Conflict, Polarity, Span, Stance
from stemma.stories.accounts import Account
from stemma.stories.namesakes import are_one_person, is_slip, may_be_one_person
from stemma.stories.roles import BODIES, GENERIC, MEDIA, OFFICES, PARTIES, ROLES, SPEAKERS, are_exclusive
from stemma.stories.statements import jaccard
from stemma.stories.tellers import SAYING, Teller, attributed, told_by, words_of
from stemma.text.relations import are_related, term

# cues that leave open whether it is so: without them an accusation becomes a fact
_DOUBTS = frozenset(
    term(word)
    for word in "claim allege allegation accuse accusation suspect suspicion complain complaint contend "
    "assert insist rumor purport".split()
)
# what is asked, tried or charged at law is told as open
_AT_LAW = frozenset(map(term, "charge arrest trial try indict plead sue lawsuit convict guilty".split()))
_ACCUSED = frozenset("accuse accuses accused accusing".split())
_NONE: frozenset[int] = frozenset()
_OF_ONE_THING = 0.3  # of what is denied and what is said is shared: the one is about the other
_UNNAMED = frozenset(map(term, "president premier king queen pope chancellor emperor".split()))  # known to everybody


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
    ours, theirs = told_by(left), told_by(right)
    if ours and theirs and _are_exchanged(ours[0], left, theirs[0], right):
        return ours[0].span, theirs[0].span
    return None


def denials(left: Account, right: Account) -> Iterator[Conflict]:
    """Give where one voice perhaps denies in one account what it says in the other: of real ones most deny another thing."""
    for one, other in ((left, right), (right, left)):
        for teller, attribution in attributed(one):
            for again, beside in attributed(other):
                is_turned = (attribution.stance, beside.stance) == (Stance.DENIES, Stance.ASSERTS)
                is_one = teller.voice_id is not None and teller.voice_id == again.voice_id
                if (
                    is_turned
                    and (is_one or teller.named & again.named)
                    and _is_contrary(one, attribution, other, beside)
                ):
                    notes = [f'"{_whole(left)}"', f'"{_whole(right)}"']
                    note = " against ".join(notes)
                    yield Conflict(kind="polarity", left=left.spans, right=right.spans, note=note, is_sure=False)
                    return


def _is_contrary(one: Account, denial: Attribution, other: Account, word: Attribution) -> bool:
    """Say whether what is denied is what is affirmed: who denies a thing may well say that it is not so."""
    denied, told = (
        [statement for statement in account.statements if statement.attribution == attribution] or account.statements
        for account, attribution in ((one, denial), (other, word))
    )
    return any(
        again.claim.polarity is Polarity.AFFIRMS and jaccard(statement, again) >= _OF_ONE_THING
        for statement in denied
        for again in told
    )


def _is_doubted(account: Account) -> bool:
    """Say whether a cue of an account leaves open whether it is so, a party says it, or somebody is accused of it."""
    beside = [
        term(word.key.removesuffix("'s"))
        for statement in account.statements
        if statement.attribution is not None
        for word in words_of((*statement.attribution.cue, *statement.attribution.source), account)
    ]
    is_party = any(teller.named & PARTIES for teller in told_by(account))
    return is_party or bool(_DOUBTS & set(beside)) or not _ACCUSED.isdisjoint(account.keys)


def _is_told_flat(account: Account) -> bool:
    """Say whether an account is told on the newsroom's own word, in a sentence without a cue or a doubt."""
    is_attributed = any(statement.attribution is not None for statement in account.statements)
    return not is_attributed and account.sentence.isdisjoint(_DOUBTS | SAYING | _AT_LAW)


def _whole(account: Account) -> str:
    unit = account.statements[0].unit
    return account.cut(unit.span)


def _are_exchanged(one: Teller, left: Account, other: Teller, right: Account) -> bool:
    """Say whether two tellers cannot be one: nothing that names either has to do with what names the other.

    One of them at least must be strange to the other's report, or of another kind while each says it of the other.
    """
    is_one = one.voice_id is not None and one.voice_id == other.voice_id
    if is_one or any(not (teller.named | teller.called).isdisjoint(MEDIA) for teller in (one, other)):
        return False  # a medium passes on what others say
    are_named = one.is_named and other.is_named
    if one.named & other.named:
        return are_named and _are_namesakes(one, other)
    if _meet(one.named, other.named) or (are_named and any(map(is_slip, one.named, other.named))):
        return False
    strange = [teller.named.isdisjoint(account.background.terms) for teller, account in ((one, right), (other, left))]
    if left.is_word_for_word(right):  # two do not say it in the same words
        strange = [True, True]
    are_two_kinds = _are_of_two_kinds(one.named, other.named)
    is_one_kind = _meet(one.called, other.called) and not are_two_kinds
    if are_named:
        is_strange = all(strange) if is_one_kind else any(strange)
        return is_strange and all(strange[place] or not two.called & SPEAKERS for place, two in enumerate((other, one)))
    if one.is_named or other.is_named:
        (name, role), is_strange = ((one, other), strange[1]) if one.is_named else ((other, one), strange[0])
        return is_strange and not is_one_kind and _is_no_role_of(name, role)
    return not is_one_kind and _are_two_roles(one, left, other, right, any(strange))


def _are_two_roles(one: Teller, left: Account, other: Teller, right: Account, is_strange: bool) -> bool:
    """Say whether two roles or bodies are two: neither is vague, and one is strange, or each says it of the other."""
    if not (one.named - GENERIC and other.named - GENERIC):
        return False
    are_two_kinds = _are_of_two_kinds(one.named, other.named)
    if any(two.named & GENERIC and again.named <= BODIES for two, again in ((one, other), (other, one))):
        return are_two_kinds  # "the shipping giant" may be the company
    is_swapped = bool(one.named & right.terms) and bool(other.named & left.terms)
    return is_strange or (is_swapped and are_two_kinds)


def _is_no_role_of(name: Teller, role: Teller) -> bool:
    """Say whether a role is not that of a named voice, going by what else the name's bearer is called in his report.

    Who holds an office may be named without it, and a body's word may be that of a person who speaks for it.
    """
    told = role.named - GENERIC
    if not told or not name.called or _meet(told, name.called) or not told.isdisjoint(_UNNAMED):
        return False
    is_unsure = bool(role.named & GENERIC) or told <= BODIES or not told.isdisjoint(OFFICES)
    return not is_unsure or _are_of_two_kinds(told, name.called)


def _meet(ours: Set[str], theirs: Set[str]) -> bool:
    """Say whether a word for one voice may be a word for the other: the same, related, or of one class."""
    return any(
        name == again or are_related(name, again) or not ROLES.get(name, _NONE).isdisjoint(ROLES.get(again, _NONE))
        for name in ours - GENERIC
        for again in theirs - GENERIC
    )


def _are_namesakes(one: Teller, other: Teller) -> bool:
    """Say whether two of one surname have first names of two people: both told, and neither a form of the other."""
    is_told = bool(one.given and other.given) and one.given[-1] not in other.given and other.given[-1] not in one.given
    return is_told and not any(
        are_one_person(f"{name} x", f"{again} x") or may_be_one_person(f"{name} x", f"{again} x")
        for name in one.given
        for again in other.given
    )


def _are_of_two_kinds(ours: Iterable[str], theirs: Iterable[str]) -> bool:
    return any(are_exclusive(name, again, ROLES) for name in ours for again in theirs)
