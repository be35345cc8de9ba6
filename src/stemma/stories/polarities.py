"""Whether two accounts of one assertion affirm and deny the same thing, or tell opposites."""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace

from stemma.model import Conflict, Span
from stemma.stories.accounts import Account
from stemma.text.relations import are_related, term
from stemma.text.words import words

_NOT = frozenset(
    "not no never nobody nothing none neither nor without cannot nowhere hardly scarcely rarely seldom".split()
)
_FAILS = frozenset(
    "fail fails failed failing failure refuse refuses refused refusing refusal deny denies denied denying unable lack lacks "
    "lacked lacking neglect neglects neglected neglecting omit omits omitted omitting refrain refrains refrained refraining "
    "abstain abstains abstained abstaining disprove disproves disproved refute refutes refuted".split()
)
# words that turn what they stand with, in ways that no window of words shows
_TURNS = frozenset(
    term(word)
    for word in "against absence denial hardly barely instead prevent avoid ban forbid reject veto block halt "
    "unlikely cancel scrap abandon oppose exclude except unless withhold refrain abstain forgo expire lapse cease stop "
    "shelve suspend postpone dispute doubt dispel debunk overturn quash annul revoke rescind repeal escape elude evade "
    "lack lose hinder impede obstruct thwart foil deter dissuade discourage resist defy ignore disregard overlook absent missing "
    "impossible unable unwilling unaware ignorant oblivious reluctant empty void devoid prohibit outlaw deprive forget omit "
    "neglect exhaust deplete".split()
)
_SINCE = re.compile(r"\s+since\b")
_FAILED = frozenset("fail fails failed failing".split())  # "the pumps failed in the storm" denies nothing of the storm
_STOP = re.compile(
    r"[,;:.\"“”]|\b(?:and|but|why|who|how|whether|what|when|where)\b"
)  # where what a negation turns ends
_PREFIXES = frozenset("un in im il ir dis non non- mis".split())
_LONG_PREFIXES = ("un", "dis", "non", "im", "in")
_SHORTEST = 3  # letters: of a word no longer, a prefix is chance ("on", "non")
_DECLINES = (
    *(
        (verb, "to")
        for verb in "decline declines declined declining forget forgets forgot forgotten omit omits omitted".split()
    ),
    ("far", "from"),
    ("anything", "but"),
    ("free", "of"),
    ("devoid", "of"),
    ("short", "of"),
)
_RULES = frozenset("rule rules ruled ruling".split())
_WAITING = frozenset("have has had is are was were".split())  # what has yet to be done is not done
_LEAVE = (term("allow"), frozenset("may can could".split()))  # what is not allowed may not be done
_DENY, _ACCUSES = term("deny"), frozenset(map(term, "charge accuse allege allegation suspect suspicion".split()))
_UNTIL = re.compile(r"(?i)\b(?:until|till)\b")
_UNSAID = re.compile(
    r"(?i)\b(?:not|never|nobody|no one|cannot|\w+n['’]t)\b[^.!?;\"“”]{0,60}?"
    r"\b(?:say|tell|claim|pretend|believe|think|mean|suggest|assume|imagine)\w*\b(?:\s+\w+){0,3}\s*$"
)
_FULL_STOP = re.compile(r"[.!?](?:[\"”’')\]]|\s|$)|\n")
_REACH = 4  # words after a negation that it may turn
_BETWEEN = frozenset("be been being yet ever".split())  # between a verb and what denies it plainly: "not been found"
_OF_VERBS = frozenset("not never cannot hardly scarcely".split())
_SET = frozenset("but only just merely least more fewer less later sooner doubt matter".split())
_PAIRS = (
    "rise fall,increase decrease,increase fall,rise decrease,gain lose,win lose,win fail,open close,start stop,begin end,"
    "buy sell,accept reject,agree refuse,agree fail,agree reject,approve reject,admit deny,confirm deny,support oppose,"
    "allow ban,allow prevent,guilty innocent,convict acquit,legal illegal,safe dangerous,safe unsafe,arrive leave,"
    "enter leave,join leave,hire sack,appoint sack,strengthen weaken,improve worsen,raise lower,raise cut,rise cut,"
    "increase cut,succeed fail,pass fail,pass reject,uphold overturn,uphold reject,lift impose,release arrest,free jail,"
    "alive die,alive dead,survive die,survive kill,injure kill,wound kill,harm help,praise criticize,welcome criticize,"
    "welcome condemn,praise condemn,grant deny,grant refuse,grant reject,best worst,better worse,up down,higher lower,"
    "above below,before after,first last,inside outside,within outside,north south,east west,northern southern,"
    "eastern western,left right,upper lower,front back,top bottom,upstream downstream,for against,public private,"
    "public secret,male female,man woman,boy girl,son daughter,father mother,brother sister,husband wife,early late,"
    "earlier later,married divorced,married single,healthy ill,full empty,true false,correct wrong,import export,"
    "profit loss,surplus deficit,attack defend,advance retreat,hit miss,remember forget,find lose,present absent,"
    "include exclude,optional compulsory,voluntary compulsory,temporary permanent,same different,same other,same another,"
    "majority minority,maximum minimum,night day,morning evening,morning afternoon,a.m p.m,am pm,land sea,"
    "domestic foreign,old new,former current,first second,first third,second third,open shut,reopen shut,clear block,"
    "approve block,allow block,fit unfit,extend lift,extend end,deep shallow,wide narrow,attend miss,meet miss,hold fail,"
    "keep return,profit lose,profitable loss,profitable unprofitable,accept refuse,cooperate refuse,recommend oppose,"
    "recommend warn,approve oppose,favor oppose,favor against,ratify reject,adopt reject,back oppose,endorse reject,"
    "pass defeat,adopt defeat,approve veto,sign veto,accept decline,agree decline,renew end,renew cancel,stay leave,"
    "remain leave,keep abandon,resume suspend,reopen close,launch cancel,release detain,release jail,acquit jail,"
    "clear convict,clear charge,free detain,intact damage,intact break,solvent bankrupt,ready unwilling,"
    "willing unwilling,able unable,"
    "aware unaware,know unaware,aware ignorant,know ignorant,aware oblivious,"
    "possible impossible,likely unlikely,certain uncertain,known unknown,armed unarmed,"
    "hurt unhurt,injured uninjured,harm unharmed,harmless dangerous,harmless harmful,have lack,contain lack,"
    "enough insufficient,sufficient insufficient,success failure,victory defeat,win defeat,shortage surplus,"
    "shortage glut,save destroy,build demolish,create cut,create axe,hire dismiss,recruit dismiss,promote demote,"
    "praise blame,ease tighten,relax tighten,cheap expensive,cheap dear,popular unpopular,common rare,often seldom,"
    "often rarely,always never,frequent rare,light heavy,visible invisible,ally enemy,believe doubt,extend shorten,"
    "expand reduce,slow fast,slow accelerate,quicken slow,cold hot,dry wet,rich poor,strong weak,cool heat,warm cool,"
    "melt freeze,thaw freeze,dim brighten,clean dirty,clean polluted,sober drunk,awake asleep,calm rough,calm stormy,"
    "loud quiet,noisy quiet,thick thin,rural urban,urgent routine,guilty blameless,innocent liable,ally rival,"
    "praise fault,blame exonerate,convict exonerate,accuse clear,accuse exonerate,hire fire,appoint dismiss,appoint fire,"
    "elect defeat,crown depose,enlist discharge,enroll expel,admit expel,admit exclude,invite exclude,welcome shun,"
    "embrace shun,love hate,trust distrust,respect despise,obey disobey,obey defy,comply defy,comply violate,"
    "honor breach,respect violate,ratify repeal,enact repeal,pass repeal,introduce abolish,introduce scrap,"
    "establish abolish,create abolish,impose waive,levy waive,claim renounce,confiscate return,deposit withdraw,"
    "invest withdraw,advance withdraw,deploy withdraw,occupy vacate,occupy leave,besiege relieve,capture lose,"
    "capture release,trap free,tie untie,chain free,seal unseal,cover uncover,hide reveal,conceal reveal,"
    "conceal disclose,withhold disclose,withhold release,withhold publish,suppress publish,leak protect,expose protect,"
    "endanger protect,threaten protect,damage repair,damage spare,destroy spare,destroy rebuild,destroy preserve,"
    "demolish preserve,raze preserve,fell plant,flood drain,fill drain,fill empty,load unload,mount dismount,"
    "embark disembark,depart arrive,ascend descend,climb descend,float sink,surface sink,dive surface,push pull,"
    "greet ignore,notice overlook,score concede,qualify fail,promote relegate,outperform underperform,"
    "exceed miss,meet exceed,overestimate underestimate,overpay underpay,inflate deflate,swell shrink,grow shrink,"
    "expand contract,widen narrow,lengthen shorten,deepen ease,worsen ease,escalate calm,provoke calm,incite calm,"
    "encourage discourage,urge discourage,persuade dissuade,recommend discourage,favor disfavor,prefer avoid,seek avoid,"
    "seek shun,cause prevent,cause avert,trigger prevent,enable prevent,help prevent,help hinder,hasten delay,rush delay,"
    "resume cancel,schedule cancel,confirm cancel,confirm refute,prove refute,prove disprove,support contradict,"
    "corroborate contradict,agree contradict,coincide differ,unite divide,unite split,join split,merge split,"
    "attach detach,connect disconnect,link separate,marry divorce,include omit,mention omit,add subtract,install remove,"
    "insert remove,appear vanish,appear disappear,emerge vanish,remain vanish,survive perish,live die,live perish,"
    "recover die,recover deteriorate,heal worsen,wake sleep,breathe suffocate,sane mad,literate illiterate,"
    "pregnant barren,edible poisonous,harmless poisonous,tame wild,domestic wild,genuine fake,authentic fake,"
    "original copy,real fake,valid void,valid expired,binding void,sincere false,honest corrupt,loyal disloyal,"
    "brave cowardly,patient impatient,polite rude,modest arrogant,serious trivial,vital trivial,essential needless,"
    "useful useless,fertile barren,sharp blunt,smooth rough,straight crooked,steep gentle,solid hollow,"
    "transparent opaque,flexible rigid,stable unstable,steady erratic,permanent interim,lasting brief,eternal brief,"
    "ancient modern,vacant occupied,deserted crowded,abundant scarce,plentiful scarce,ample scant,ceasefire war,"
    "order chaos,freedom captivity,truth lie,success flop,boom bust,boom slump,recovery recession,growth recession,"
    "growth decline,sunrise sunset,dawn dusk,noon midnight,coast inland,offshore onshore,overground underground,"
    "indoors outdoors,indoor outdoor,upstairs downstairs,ahead behind,forward backward,clockwise anticlockwise,"
    "inbound outbound,incoming outgoing,entrance exit"
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
        if len(_negations(other)) >= len(_negations(one)) or _own_turns(other, one, denied) - denied.keys():
            continue
        free = {name for place, name in other.told if place not in other.named and name in other.weights}
        free = {name for name in free if not other.background.has_before(_is_negation, [name], _REACH)}
        permits = _permits(other)
        if any(map(_is_negation, _cue_keys(other))) or (_DENY in one.terms and not other.sentence.isdisjoint(_ACCUSES)):
            continue  # "some do not believe that he had a gun"; who is charged with a thing denies it
        if _is_unsaid(other):
            continue
        if _is_since(one, denied) and ("last" in other.keys or "since" not in other.keys):
            continue  # "it last ran in 1991", "it has not run since 1991"; what was not seen since then may be seen now
        if any(_turns(name, again) for name in denied for again in other.terms):
            continue
        found = next((name for name in denied if name in free or (name == _LEAVE[0] and permits)), None)
        meant = found
        if found is None:
            of_verb = [name for name, (start, _) in denied.items() if _is_of_verb(start, one.keys)]
            kin = ((name, again) for name in of_verb for again in sorted(free) if are_related(name, again))
            found, meant = next(kin, (None, None))
        if found is not None:
            places = [place for place, name in other.told if name == meant] or permits
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


def plain_denials(left: Account, right: Account) -> Iterator[Conflict]:
    """Give where one account says of a verb of the other's that it is not so: "was found", "has not been found"."""
    for conflict in polarities(left, right):
        told = [(account, span) for account, span in ((left, conflict.left[0]), (right, conflict.right[0]))]
        keys = [
            [word.key for word in words(account.background.report.text, span.start, span.end)] for account, span in told
        ]
        short, long = sorted(keys, key=len)
        is_plain = len(short) == 1 and _is_of_verb(0, tuple(long)) and _BETWEEN.issuperset(long[1:-1])
        if is_plain and term(short[0]) == term(long[-1]):
            yield conflict


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


def _own_turns(account: Account, other: Account, denied: Container[str]) -> frozenset[str]:
    """Give the words by which an account turns what it tells, but for those that have a counterpart in the other.

    What the other denies by is none, nor what it denies unless that turns too: "nothing is left" does not say "not empty".
    """
    turns = account.terms & _TURNS
    told = [again for again in other.terms if again in _TURNS or not (again in denied or _is_negation(again))]
    return frozenset(one for one in turns if not any(one == again or are_related(one, again) for again in told))


def _turns(left: str, right: str) -> bool:
    """Say whether a term is another's opposite, or a word of another's family turned by a prefix ("unhurt" for "injured")."""
    stripped = next((right.removeprefix(one) for one in _LONG_PREFIXES if right.startswith(one)), right)
    is_kin = stripped != right and len(stripped) > _SHORTEST and (stripped == left or are_related(left, stripped))
    return is_kin or _are_opposite(left, right)


def _is_negation(key: str) -> bool:
    return key in _NOT or key in _FAILS or key.endswith("n't")


def _permits(account: Account) -> list[int]:
    return [place for place, key in enumerate(account.keys) if key in _LEAVE[1]]


def _is_awaited(place: int, keys: Sequence[str]) -> bool:
    return keys[place : place + 2] == ("yet", "to") and bool(_WAITING & {*keys[max(0, place - 1) : place]})


def _rules_out(place: int, keys: Sequence[str]) -> bool:
    return keys[place] in _RULES and "out" in keys[place + 1 : place + 4]


def _negations(account: Account) -> list[int]:
    """Give where an account negates; what is not done until a day is done on that day."""
    keys = account.keys
    return [
        place
        for place, key in enumerate(keys)
        if (
            _is_negation(key)
            or keys[place : place + 2] in _DECLINES
            or _is_awaited(place, keys)
            or _rules_out(place, keys)
        )
        and (key not in _FAILED or "to" in keys[place + 1 : place + _REACH])
        and not _SET & {*keys[place + 1 : place + 2]}
        and keys[max(0, place - 2) : place] != ("whether", "or")
        and not _is_until(account, place)
    ]


def _is_unsaid(account: Account) -> bool:
    """Say whether the sentence says of a claim that nobody says it: "I will not tell you that it is good enough"."""
    starts = [(statement.unit.start, statement.claim.spans[0].start) for statement in account.statements]
    return any(_UNSAID.search(account.background.report.text, *span) is not None for span in starts)


def _is_until(account: Account, place: int) -> bool:
    """Say whether what is negated is so until a time, by the rest of the sentence, or by what stands before it."""
    text, start = account.background.report.text, account.words[place].start
    stop = _FULL_STOP.search(text, start)
    before = max(text.rfind(mark, 0, start) for mark in ".!?\n")
    return _UNTIL.search(text, before + 1, stop.start() if stop is not None else len(text)) is not None


def _denied(account: Account) -> dict[str, list[int]]:
    """Give the terms that stand within reach of a negation, each with the places of both."""
    return {
        name: [start, place]
        for start in _negations(account)
        for place, name in account.told
        if start < place <= start + _reach(start, account.keys) and place not in account.named
        if name in account.weights or name == _LEAVE[0]
        if not _STOP.search(account.background.report.text, account.words[start].end, account.words[place].start)
    }


def _is_since(account: Account, denied: Mapping[str, Sequence[int]]) -> bool:
    """Say whether an account denies that something has been since a time."""
    text, first = account.background.report.text, min((start for start, _ in denied.values()), default=0)
    is_behind = any(_SINCE.match(text, account.words[place].end) for _, place in denied.values())
    return is_behind or "since" in account.keys[first:]


def _reach(place: int, keys: Sequence[str]) -> int:
    return _REACH + (keys[place : place + 2] == ("no", "longer"))


def _is_of_verb(place: int, keys: Sequence[str]) -> bool:
    """Say whether a negation turns a verb, and not what stands behind it alone ("no tread")."""
    return keys[place] in _OF_VERBS or keys[place].endswith("n't") or keys[place : place + 2] == ("no", "longer")


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
