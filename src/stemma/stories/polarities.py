"""Whether two accounts of one assertion affirm and deny the same thing, or tell opposites."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from stemma.model import Conflict, Span
from stemma.stories.accounts import Account
from stemma.text.relations import term
from stemma.text.words import words

_NOT = frozenset("not no never nobody nothing none neither nor without cannot".split())
_FAILS = frozenset(
    "fail fails failed failing failure refuse refuses refused refusing refusal deny denies denied denying unable lack lacks "
    "lacked lacking".split()
)
# words that turn what they stand with, in ways that no window of words shows
_TURNS = frozenset(
    term(word)
    for word in "against absence denial hardly barely instead prevent avoid ban forbid reject veto block halt "
    "unlikely cancel scrap abandon oppose exclude except unless withhold".split()
)
_FAILED = frozenset("fail fails failed failing".split())  # "the pumps failed in the storm" denies nothing of the storm
_STOP = re.compile(r"[,;:.\"“”]|\b(?:why|who|how|whether|what|when|where)\b")  # where what a negation turns ends
_PREFIXES = frozenset("un in im il ir dis non non- mis".split())
_SHORTEST = 3  # letters: of a word no longer, a prefix is chance ("on", "non")
_DECLINES = (("decline", "to"), ("declines", "to"), ("declined", "to"), ("declining", "to"))
_WAITING = frozenset("have has had is are was were".split())  # what has yet to be done is not done
_LEAVE = (term("allow"), frozenset("may can could".split()))  # what is not allowed may not be done
_REACH = 4  # words after a negation that it may turn
_SET = frozenset("but only just merely least more fewer less later sooner doubt matter".split())
_PAIRS = (
    "rise fall,increase decrease,increase fall,rise decrease,gain lose,win lose,win fail,open close,start stop,begin end,"
    "buy sell,accept reject,agree refuse,agree fail,agree reject,approve reject,admit deny,confirm deny,support oppose,"
    "allow ban,allow prevent,guilty innocent,convict acquit,legal illegal,safe dangerous,safe unsafe,arrive leave,"
    "enter leave,join leave,hire sack,appoint sack,strengthen weaken,improve worsen,raise lower,raise cut,rise cut,"
    "increase cut,succeed fail,pass fail,pass reject,uphold overturn,uphold reject,lift impose,release arrest,free jail,"
    "alive die,alive dead,survive die,survive kill,injure kill,wound kill,harm help,praise criticize,welcome criticize,"
    "welcome condemn,praise condemn,grant deny,grant refuse,grant reject,"
    "best worst,better worse,up down,higher lower,above below,before after,first last,inside outside,within outside,"
    "north south,east west,northern southern,eastern western,left right,upper lower,front back,top bottom,upstream downstream,"
    "for against,public private,public secret,male female,man woman,boy girl,son daughter,father mother,brother sister,"
    "husband wife,early late,earlier later,married divorced,married single,healthy ill,full empty,true false,"
    "correct wrong,import export,profit loss,surplus deficit,attack defend,advance retreat,hit miss,"
    "remember forget,find lose,present absent,include exclude,optional compulsory,voluntary compulsory,temporary permanent,"
    "same different,same other,same another,majority minority,maximum minimum,night day,morning evening,morning afternoon,"
    "a.m p.m,am pm,land sea,domestic foreign,old new,former current,first second,first third,second third,"
    "open shut,reopen shut,clear block,approve block,allow block,fit unfit,extend lift,extend end,"
    "deep shallow,wide narrow,attend miss,meet miss,hold fail,keep return,profit lose,profitable loss,profitable unprofitable,"
    "accept refuse,cooperate refuse,"
    "recommend oppose,recommend warn,approve oppose,favor oppose,favor against,ratify reject,adopt reject,back oppose,"
    "endorse reject,pass defeat,adopt defeat,approve veto,sign veto,accept decline,agree decline,renew end,renew cancel,"
    "stay leave,remain leave,keep abandon,resume suspend,reopen close,launch cancel,"
    "release detain,release jail,acquit jail,clear convict,clear charge,free detain,intact damage,intact break,"
    "solvent bankrupt,ready unwilling,willing unwilling,able unable,possible impossible,likely unlikely,certain uncertain,"
    "known unknown,armed unarmed,hurt unhurt,injured uninjured,harm unharmed,harmless dangerous,harmless harmful,"
    "have lack,contain lack,enough insufficient,sufficient insufficient,success failure,victory defeat,win defeat,"
    "shortage surplus,shortage glut,save destroy,build demolish,create cut,create axe,hire dismiss,recruit dismiss,"
    "promote demote,praise blame,ease tighten,relax tighten,cheap expensive,cheap dear,popular unpopular,common rare,"
    "often seldom,often rarely,always never,frequent rare,light heavy,visible invisible,ally enemy,believe doubt,"
    "extend shorten,expand reduce,slow fast,slow accelerate,quicken slow,cold hot,dry wet,rich poor,strong weak"
).split(",")
_OPPOSITES = frozenset(
    pair
    for text in _PAIRS
    for left, right in [tuple(map(term, text.split()))]
    for pair in ((left, right), (right, left))
)
_PLACES = frozenset(
    term(word)
    for word in "inside outside within north south east west northern southern eastern western left right upper lower front back "
    "top bottom upstream downstream".split()
)
_ORDERS = frozenset(
    term(word)
    for word in "before after earlier later night day morning evening afternoon a.m p.m am pm early late".split()
)


def polarities(left: Account, right: Account) -> Iterator[Conflict]:
    """Give what one account denies and the other tells, and where each has the opposite of the other's word."""
    is_turned = [bool(_negations(one)) or bool(one.terms & _TURNS) for one in (left, right)]
    for one, other in ((left, right), (right, left)):
        denied = _denied(one)
        if _negations(other) or (other.terms & _TURNS) - denied.keys():
            continue
        free = {name for place, name in other.told if place not in other.named and name in other.weights}
        free = {name for name in free if not other.background.has_before(_is_negation, [name], _REACH)}
        permits = _permits(other)
        found = next((name for name in denied if name in free or (name == _LEAVE[0] and permits)), None)
        if found is not None:
            places = [place for place, name in other.told if name == found] or permits
            spans = [(one.span_of(denied[found]),), (other.span_of(places[:1]),)]
            told = [f'"{one.cut(spans[0][0])}"', f'"{other.cut(spans[1][0])}"']
            order = slice(None, None, 1 if one is left else -1)
            yield Conflict(
                kind="polarity", left=spans[order][0], right=spans[order][1], note=" against ".join(told[order])
            )
            return
    yield from _opposed(left, right)
    if not any(is_turned):
        yield from _cued(left, right)
        yield from (replace(one, left=one.right, right=one.left) for one in _cued(right, left))


def _has_plain_cue(left: Account, right: Account) -> bool:
    """Say whether one account's voice does plainly what the other's does not: "knew", "did not know"."""
    plain, turned = ({term(key) for key in _cue_keys(account)} for account in (left, right))
    return not any(map(_is_negation, _cue_keys(left))) and bool(plain & turned)


def _cue_keys(account: Account) -> list[str]:
    spans = [span for one in account.statements if one.attribution is not None for span in one.attribution.cue]
    return [word.key for span in spans for word in words(account.background.report.text, span.start, span.end)]


def _are_opposite(left: str, right: str) -> bool:
    """Say whether two terms are opposites, or one is the other with a prefix that turns it ("unhurt", "illegal")."""
    if (left, right) in _OPPOSITES:
        return True
    longer, shorter = (left, right) if len(left) > len(right) else (right, left)
    return longer.endswith(shorter) and len(shorter) > _SHORTEST and longer[: -len(shorter)] in _PREFIXES


def _is_negation(key: str) -> bool:
    return key in _NOT or key in _FAILS or key.endswith("n't")


def _permits(account: Account) -> list[int]:
    return [place for place, key in enumerate(account.keys) if key in _LEAVE[1]]


def _is_awaited(place: int, keys: Sequence[str]) -> bool:
    return keys[place : place + 2] == ("yet", "to") and bool(_WAITING & {*keys[max(0, place - 1) : place]})


def _negations(account: Account) -> list[int]:
    keys = account.keys
    return [
        place
        for place, key in enumerate(keys)
        if (_is_negation(key) or keys[place : place + 2] in _DECLINES or _is_awaited(place, keys))
        and (key not in _FAILED or "to" in keys[place + 1 : place + _REACH])
        and not _SET & {*keys[place + 1 : place + 2]}
        and keys[max(0, place - 2) : place] != ("whether", "or")
    ]


def _denied(account: Account) -> dict[str, list[int]]:
    """Give the terms that stand within reach of a negation, each with the places of both."""
    return {
        name: [start, place]
        for start in _negations(account)
        for place, name in account.told
        if start < place <= start + _REACH and place not in account.named
        if name in account.weights or name == _LEAVE[0]
        if not _STOP.search(account.background.report.text, account.words[start].end, account.words[place].start)
    }


def _cued(left: Account, right: Account) -> Iterator[Conflict]:
    """Give where a claim's verb is the opposite of the one that the other hangs on ("passed", "rejected [the bill]")."""
    for statement in right.statements:
        for span in statement.attribution.cue if statement.attribution is not None else ():
            for word in words(right.background.report.text, span.start, span.end):
                name = term(word.key)
                if _is_negation(word.key) and _has_plain_cue(left, right):
                    spans = left.spans[0], span
                    note = f'"{left.cut(spans[0])}" against "{right.cut(spans[1])}"'
                    yield Conflict(kind="polarity", left=spans[:1], right=spans[1:], note=note)
                    return
                place = next((at for at, one in left.told if (one, name) in _OPPOSITES and at not in left.named), None)
                if place is not None and name not in left.terms:
                    spans = left.span_of([place]), Span(right.background.report.id, word.start, word.end)
                    note = f'"{left.cut(spans[0])}" against "{right.cut(spans[1])}"'
                    yield Conflict(kind="polarity", left=spans[:1], right=spans[1:], note=note)
                    return


def _has(account: Account, name: str) -> bool:
    """Say whether an account has a term, or that it was so again: what was shut and has reopened is open."""
    return name in account.terms or f"re{name}" in account.terms


def _is_turned(account: Account, but: str) -> bool:
    """Say whether an account turns what it tells, by another word than the given one."""
    negations = [place for place in _negations(account) if term(account.keys[place]) != but]
    return bool(negations) or bool((account.terms & _TURNS) - {but})


def _opposed(left: Account, right: Account) -> Iterator[Conflict]:
    for place, name in left.told:
        for other_place, other in right.told:
            if not _are_opposite(name, other) or _has(right, name) or _has(left, other):
                continue
            if {place} & left.named or {other_place} & right.named:
                continue
            kind = "place" if name in _PLACES else "date" if name in _ORDERS else "polarity"
            near = left.around(place, _REACH, _REACH) & right.around(other_place, _REACH, _REACH)
            if near and (kind != "polarity" or _is_turned(left, name) == _is_turned(right, other)):
                spans = left.span_of([place]), right.span_of([other_place])
                note = f'"{left.cut(spans[0])}" against "{right.cut(spans[1])}"'
                yield Conflict(kind=kind, left=spans[:1], right=spans[1:], note=note)
                return
