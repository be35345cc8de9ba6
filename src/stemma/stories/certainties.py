"""How sure two accounts tell one assertion."""

from collections.abc import Iterator

from stemma.model import Certainty, Conflict, ScopeKind, Span
from stemma.stories.accounts import Account
from stemma.stories.statements import Statement
from stemma.stories.terms import shared_terms
from stemma.text.relations import term
from stemma.text.words import Word, words

_POSSIBLE = frozenset(
    "may might could possible possibly perhaps maybe potentially potential chance possibility mulling mulls weighing "
    "thinking risk weighs considering considers feared fears rumored rumoured unconfirmed unverified tentative tentatively "
    "conceivably conceivable imaginable imagine imagines envisages envisaged pondering ponders contemplating contemplates mooted "
    "speculation speculated rumor rumors rumour rumours doubtful inconclusive chances possibilities".split()
)
_PROBABLE = frozenset(
    "likely unlikely probably believe believes believed belief thought suspect suspects suspected appear appears appeared "
    "seem seems seemed apparently expected expecting presumably alleged allegedly reportedly suggest suggests suggested "
    "indicate indicates indicated hope hopes hoped hoping hint hints hinted presumed presumable presumes assumed assumes "
    "supposedly supposed seemingly ostensibly suspicion purportedly purported putative provisional provisionally "
    "preliminary likelihood probability probable reckons reckoned".split()
)
_SURE = frozenset(
    "certain certainly definitely guaranteed known undoubtedly inevitable inevitably proven proved surely "
    "conclusive conclusively undeniably unquestionably indisputably irrefutable assured".split()
)
_OF = (("of",), ("about",))
_BEING = frozenset("is are was were be been now also still".split())
_ARTICLES = frozenset("the a an his her their its this that two three four".split())
_ALLOWING = frozenset({"can", "right", "entitle"} | {term(word) for word in ("allow", "allowed", "free")})
_BELIEF = frozenset("believe believes believed belief suspect suspects suspected".split())
_HEDGES = _POSSIBLE | _PROBABLE
_SHOULD, _PLAIN, _CERTAIN = 2, 3, 4
_WORDS = ((_CERTAIN, _SURE), (0, _POSSIBLE), (1, _PROBABLE), (_SHOULD, frozenset({"should"})))
_NO_DOUBT = (
    ("no", "way"),
    ("no", "doubt"),
    ("no", "question"),
    ("beyond", "doubt"),
    ("bound", "to"),
    ("sure", "to"),
    ("ruled", "out"),
)
_INTENDS = frozenset(
    "intend intends intended plan plans planned want wants wanted aim aims hope hopes hoped propose proposes proposed threaten "
    "threatens threatened promise promises promised vow vows vowed pledge pledges pledged seek seeks sought agree agrees agreed "
    "resolve resolves resolved prepare prepares preparing prepared considering ready poised due about".split()
)
_AHEAD = frozenset("will would may might could can should shall to going if unless".split())
_ASKED = frozenset("not no what whether why how who unclear unknown".split())  # tells too that it is not known
_IF = frozenset({"if", "unless", "provided", "case", "should", "event"})
_NEARLY = 0.8  # of what an account tells is told by another too, which adds a condition
_LOOKS = frozenset("appear appears appeared seem seems seemed hint hints hinted suggest suggests suggested".split())
_THINKS = frozenset("think thinks thought".split())
_KNOWS = frozenset(
    "establish established prove proved proven confirm confirmed know knows determined concluded".split()
)
_OF_NOUNS = frozenset(
    "alleged suspected presumed supposed purported putative possible potential probable presumable".split()
)
_NEXT = 3  # words behind a hedge of a noun
_REACH = 7  # words behind a hedge in which what it hedges begins


def certainties(left: Account, right: Account) -> Iterator[Conflict]:
    """Give where one account tells as a fact what the other tells as possible or probable, and "if" where the other waits."""
    (one, ours), (other, theirs) = _grade(left, right), _grade(right, left)
    low, high = sorted((one, other))
    plain = right if one < other else left
    unsure, word = (left, ours) if plain is right else (right, theirs)
    hedges = _hedges_beside(plain) - (set(unsure.keys) - {unsure.cut(span).casefold() for span in word})
    is_hedged = high == _PLAIN and bool(hedges)  # elsewhere in its sentence
    if not is_hedged and ((low < _SHOULD and high >= _PLAIN) or (low == _SHOULD and high == _CERTAIN)):
        note = f"{_shown(left, ours)} against {_shown(right, theirs)}"
        yield Conflict(kind="certainty", left=ours or left.spans, right=theirs or right.spans, note=note)
        return
    meant = _meant(left, right), _meant(right, left)
    if any(meant):
        note = f"{_shown(left, meant[0])} against {_shown(right, meant[1])}"
        yield Conflict(kind="certainty", left=meant[0] or left.spans, right=meant[1] or right.spans, note=note)
        return
    conditions = [_conditions(account) for account in (left, right)]
    is_other = conditions[0].keys() != conditions[1].keys() and all(conditions)
    if is_other or _is_dropped(left, right) or _is_dropped(right, left):
        ours, theirs = (tuple(one.values())[:1] for one in conditions)
        note = f"{_shown(left, ours)} against {_shown(right, theirs)}"
        yield Conflict(kind="certainty", left=ours or left.spans, right=theirs or right.spans, note=note)


def _hedges_beside(account: Account) -> set[str]:
    """Give the hedges in the sentences of an account, up to where each of its claims ends."""
    return {
        word.key
        for statement in account.statements
        for word in statement.unit.words
        if word.key in _HEDGES and word.start < statement.claim.spans[-1].end and _is_hedge(word, account)
    }


def _is_hedge(word: Word, account: Account) -> bool:
    return account.background.report.text[word.start : word.end] != "May"


def _grade(account: Account, other: Account) -> tuple[int, tuple[Span, ...]]:
    """Give how sure an account tells what the other tells too, and the word that says so.

    What is told as certain is; else the weakest word decides. A word counts where it stands before what both tell, or is a cue.
    """
    sure = next((place for place in range(len(account.keys)) if account.keys[place : place + 2] in _NO_DOUBT), None)
    if sure is not None:
        return _CERTAIN, (account.span_of([sure, sure + 1]),)
    for grade, kept in _WORDS:
        for place, word in enumerate(account.words):
            is_own = (
                word.key in kept
                and account.cut(account.span_of([place])) != "May"
                and not _is_other(word.key, place, account, other)
            )
            behind = account.around(place, 0, _NEXT if word.key in _OF_NOUNS else _REACH)
            if is_own and other.shares(behind or account.around(place, _NEXT, 0)):
                return grade, (account.span_of([place]),)
    if all(statement.is_question for statement in account.statements) and _ASKED.isdisjoint(other.keys):
        return 0, ()
    return _grade_of_cue(account)


def _grade_of_cue(account: Account) -> tuple[int, tuple[Span, ...]]:
    """Give how sure the cue of an account makes it, and the word that says so: "seems to", "suspects", "has proved"."""
    for statement in account.statements:
        for word in _cue(statement):
            is_belief = word.key in _BELIEF and not _is_own_view(account.background.report.text, word.start)
            grades = (
                (_SHOULD, word.key in _THINKS),
                (_CERTAIN, word.key in _KNOWS),
                (1, is_belief or word.key in _LOOKS),
            )
            grade = next((one for one, is_so in grades if is_so), None)
            if grade is not None:
                return grade, (Span(account.background.report.id, word.start, word.end),)
    return _PLAIN, ()


def _is_dropped(account: Account, other: Account) -> bool:
    """Say whether an account tells nearly all that another tells, and makes it hang on a condition that the other lacks."""
    if not _is_open(account) or _is_open(other) or _IF & {*other.background.keys}:
        return False
    common, _ = shared_terms(account.weights, other.weights)
    return common >= _NEARLY * sum(other.weights.values()) > 0


def _is_open(account: Account) -> bool:
    """Say whether a claim of an account hangs on a condition."""
    is_open = any(one.claim.certainty is Certainty.CONDITIONAL for one in account.statements)
    return is_open or ScopeKind.IF in _conditions(account)


def _meant(account: Account, other: Account) -> tuple[Span, ...]:
    """Give the word by which an account only means to do ("plans to sell") what the other tells as done ("has sold")."""
    is_ahead = not _AHEAD.isdisjoint(other.keys) or any(key.endswith(("'ll", "'d")) for key in other.keys)
    if is_ahead or not other.sentence.isdisjoint(map(term, _INTENDS)):
        return ()
    cues = [word for statement in account.statements if statement.is_bare for word in _cue(statement)]
    for word in cues:
        if word.key in _INTENDS and other.weights.keys() & {name for at, name in account.told if at == 1}:
            return (Span(account.background.report.id, word.start, word.end),)
    for place, key in enumerate(account.keys):
        is_meant = key in _INTENDS and account.keys[place + 1 : place + 2] == ("to",)
        if is_meant and other.weights.keys() & {name for at, name in account.told if at == place + 2}:
            return (account.span_of([place]),)
    return ()


def _is_other(key: str, place: int, account: Account, other: Account) -> bool:
    """Say whether a word hedges nothing here: a "could" that is another's "can", a "may" that allows, who "appeared in court"."""
    following = account.keys[place + 1 : place + 2]
    if key in _BELIEF and _is_own_view(account.background.report.text, account.words[place].start):
        return True
    if key in ("may", "could"):
        return not other.terms.isdisjoint(_ALLOWING)
    if key in ("appear", "appears", "appeared", "expected", "thought", "believed"):
        return following not in (("to",), ("that",)) and account.keys[max(0, place - 1) : place] != ("it",)
    if key in ("considering", "fears", "hopes", "hope", "suspect", "suspects"):
        before = account.keys[max(0, place - 1) : place]
        is_named = key != "considering" and bool(_ARTICLES & {*before})
        return before == () or is_named or (key == "considering" and before[0] not in _BEING)
    if key in ("risk", "thinking", "suspicion"):  # not "arrested on suspicion of murder"
        is_so = account.keys[max(0, place - 1) : place] != ("on",) if key == "suspicion" else following in _OF
        return not is_so
    return key == "potential" and following not in (("to",), ("for",))


def _is_own_view(text: str, start: int) -> bool:
    """Say whether "believe" is but a way of speaking: "I believe that ..."."""
    return text[:start].casefold().endswith((" i ", " we ", '"i ', "“i ", '"we ', "“we "))


def _cue(statement: Statement) -> list[Word]:
    cues = statement.attribution.cue if statement.attribution is not None else ()
    return [word for span in cues for word in words(statement.report.text, span.start, span.end)]


def _conditions(account: Account) -> dict[ScopeKind, Span]:
    """Give the words on which the claims of an account hang, by what they say: that it may never come, or only when."""
    kinds = (ScopeKind.IF, ScopeKind.ONCE)
    return {
        scope.kind: scope.span
        for one in account.statements
        for scope in one.claim.scopes
        if scope.kind in kinds and not account.background.report.text[: scope.span.start].casefold().endswith("even ")
    }


def _shown(account: Account, spans: tuple[Span, ...]) -> str:
    """Show a word with its sentence, for a hedge alone tells nothing."""
    whole = account.cut(account.statements[0].claim.spans[0])
    return f'"{account.cut(spans[0])}" ("{whole}")' if spans else f'"{whole}"'
