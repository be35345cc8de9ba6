"""Tellings: who says what as a reader marks it, made whole where quotation marks and rules know better.

What stands in marks does not depend on the reader: content that reaches into a quotation takes all of it, and a quotation that
the reader passes over goes to whom the rules give it to. What is told inside a content ("Orr said the mayor had told him ...")
the corpus of the network does not mark; that too comes from the rules.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from stemma.model import Span, Telling, ZoneKind
from stemma.readings.cues import CueKind
from stemma.readings.drafts import Draft, Place
from stemma.readings.finiteness import first_finite, tokenize
from stemma.readings.lexicon import Frame
from stemma.readings.quotations import is_label
from stemma.readings.sentence import Sentence
from stemma.text.marks import Marked
from stemma.text.words import words

_LEAST_WORDS = 3  # marked words that a reader passes over, and words of nobody's, are no speech if fewer
_PARTICLES = frozenset("to of for as in on at by with from about that".split())
_NOBODY = frozenset({"the", "a", "an"})
_RELATIVE = re.compile(r", (?:who|which|whose)\Z")
_APPOSITION = re.compile(r" [^,.;:\n]{3,120},\s")
_HEADINGS = frozenset({ZoneKind.HEADLINE, ZoneKind.STANDFIRST, ZoneKind.SUBHEAD})
_TOLD = frozenset({Frame.SAY, Frame.TELL, Frame.ASK})
# Where rules and network differ on the kept-out tenth, the rules are right about words in marks 7 times in 10 (the network 1),
# about what "according to" and "saying" bring in 7 times (1). About sources beside their cue the reader is right more often.
_PLAIN = frozenset({CueKind.ACCORDING, CueKind.PARTICIPLE})
# "The bank was warned that it may fail": who stands before it hears what nobody is named to say.
_AUXILIARIES = 12  # characters before a cue that may be of its verb: "has been "
_HEARD = re.compile(
    r"\b(?:be|been|being|is|are|was|were|(?:is|are|was|were)n[’']t) (?:(?:not|never|also|since|then|again|first|only|\w+ly) )*"
    r"(?:told|warned|urged|informed|advised|instructed|ordered|asked|promised|reassured|reminded|notified|assured(?! of))\b",
    re.IGNORECASE,
)


def drafts_of(
    tellings: Sequence[Telling], sentences: Sequence[Sentence], stretches: Sequence[Marked], by_rules: Sequence[Draft]
) -> list[Draft]:
    """Give the drafts that tellings make, in the order of their contents; `by_rules` are those that the rules alone make."""
    if not sentences:
        return []
    text = sentences[0].text
    outer = [stretch for stretch in stretches if stretch.depth == 0 and not is_label(text, stretch)]
    sure = _sure(by_rules, tellings, outer)
    made = [_draft(one, sentences, by_rules, sure) for one in tellings if _says_something(one, text)]
    made = _without_doubles(
        _made_whole(_with_apposition(_without_hearer(_without_particle(one, text), text), text), outer)
        for one in made
        if one.content
    )
    made += [
        replace(rule, parent=None, content=list(rule.content))
        for rule in sure
        if not any(_has_same_cue(rule, one.cue) for one in made)
    ]
    _take_marked(made, text, outer, by_rules)
    return sorted([*made, *_told_inside(made, by_rules)], key=lambda one: one.content[0])


def _without_doubles(drafts: Iterable[Draft]) -> list[Draft]:
    """Give drafts without those that have another's cue and content: a reader may mark twice what the rules see as one."""
    return list({(one.cue, tuple(one.content)): one for one in drafts}.values())


def _says_something(one: Telling, text: str) -> bool:
    """Say that a telling has content of more than particles, and where it names nobody, of some words."""
    found = [word.key for span in one.content for word in words(text, span.start, span.end)]
    return not _PARTICLES.issuperset(found) and len(found) >= (1 if one.source else _LEAST_WORDS)


def _sure(by_rules: Sequence[Draft], tellings: Sequence[Telling], outer: Sequence[Marked]) -> list[Draft]:
    """Give the drafts of the rules that hold whatever a reader marks: words in marks, headlines, what stands before its cue."""
    seen = [place for one in tellings for place in _places(one.content)]
    found = []
    for rule in by_rules:
        if rule.is_post:
            found.append(rule)
            continue
        if not rule.source or not _is_spoken(rule) or any(_is_inside(rule.cue, place) for place in seen):
            continue
        is_quoting = any(_is_marked(place, outer) for place in rule.content)
        is_heading = rule.sentence.zone is not ZoneKind.BODY
        is_plain = rule.bond is not None and (rule.bond.is_after or rule.bond.cue.kind in _PLAIN)
        if is_quoting or is_heading or is_plain:
            found.append(rule)
    return found


def _draft(one: Telling, sentences: Sequence[Sentence], by_rules: Sequence[Draft], sure: Sequence[Draft]) -> Draft:
    """Give a draft of a telling; where the rules see a bond at its cue, they give what they are better at."""
    cue = _places(one.cue)
    start = (one.cue or one.content)[0].start
    sentence = _sentence_at(start, sentences)
    same = next((rule for rule in by_rules if _has_same_cue(rule, cue)), None)
    taken = [place for rule in sure for place in rule.content]
    free = [place for place in _near(one, sentences) if not _touches(place, taken)]
    if same is not None and any(same is rule for rule in sure):
        free = list(same.content)
    elif same is not None and (not free or _knows_better(same, one)):
        free = [place for place in same.content if not _touches(place, taken)]
    is_headed = sentence.zone is ZoneKind.BODY and any(
        _sentence_at(span.start, sentences).zone in _HEADINGS for span in one.source
    )
    made = Draft(
        source=() if is_headed else _places(one.source),
        cue=cue,
        content=[] if is_headed and same is None else free,
        bond=None if same is None else same.bond,
        sentence=sentence,
        paragraph=sentence.paragraph,
        goes_on=same is not None and same.goes_on,
    )
    if same is None:
        return made
    if _is_two_verbs(same) or any(_touches(place, _places(one.content)) for place in same.cue):
        made = replace(made, cue=same.cue)
    own = _without_anothers(made, same, by_rules)
    return replace(made, source=own or same.source) if own or not _prefers_reader(made, same) else made


def _near(one: Telling, sentences: Sequence[Sentence]) -> list[Place]:
    """Give the contents of a telling in the paragraph of its cue; all of them where there is none, or marks in front of it."""
    if not one.cue:
        return list(_places(one.content))
    cued = _sentence_at(one.cue[0].start, sentences)
    paragraph = cued.paragraph
    told = [place for place in _places(one.content) if not _is_apart(place, cued, sentences)]
    found = [
        place
        for place in told
        if not _is_scrap(place, cued, sentences)
        if _sentence_at(place[0], sentences).paragraph == paragraph or _sentence_at(place[0], sentences).marks[0] >= 0
    ]
    return found or told


def _is_apart(place: Place, cued: Sentence, sentences: Sequence[Sentence]) -> bool:
    """Say that no verb of the text brings in a content: in a heading, or part of a sentence of an earlier paragraph, unmarked."""
    sentence = _sentence_at(place[0], sentences)
    is_before = sentence.paragraph < cued.paragraph and sentence.marks[0] < 0
    is_part = place[0] > sentence.start or place[1] < sentence.ends[max(0, sentence.stop() - 1)]
    return cued.zone is ZoneKind.BODY and (sentence.zone in _HEADINGS or (is_before and is_part))


def _is_scrap(place: Place, cued: Sentence, sentences: Sequence[Sentence]) -> bool:
    """Say that a content is a few words out of a later sentence than that of its cue, in no marks."""
    sentence = _sentence_at(place[0], sentences)
    return place[0] >= cued.end and sentence.marks[0] < 0 and place[1] < sentence.ends[max(0, sentence.stop() - 1)]


def _sentence_at(place: int, sentences: Sequence[Sentence]) -> Sentence:
    return sentences[max(0, bisect_right(sentences, place, key=lambda sentence: sentence.start) - 1)]


def _knows_better(rule: Draft, one: Telling) -> bool:
    """Say that the content is the rules': where they read two verbs as one cue, and what somebody is urged to do."""
    is_one_cue = any(_touches(place, _places(one.content)) for place in rule.cue)
    is_urged = rule.bond is not None and rule.bond.frame is Frame.URGE
    return is_one_cue or is_urged or _is_two_verbs(rule)


def _touches(place: Place, others: Sequence[Place]) -> bool:
    return any(_overlap(place, other) for other in others)


def _prefers_reader(made: Draft, rule: Draft) -> bool:
    """Say that the source is the reader's: where the rules see none, and where it stands beside its cue, not in content."""
    sentence = rule.sentence
    is_near = any(sentence.start <= start < sentence.end for start, _ in made.source)
    is_apart = not any(_touches(place, made.content) for place in made.source)
    return not rule.source or (is_near and is_apart and not _is_two_verbs(rule))


def _without_anothers(made: Draft, rule: Draft, by_rules: Sequence[Draft]) -> tuple[Place, ...]:
    """Give the rules' source where the reader takes him whose words hold the cue, as far as he is not in it; else nothing.

    "Orr said, according to Vlast", "said Orr, who was there, Vlast reported": a reader without nesting takes Vlast for both.
    """
    behind = [place for place in made.source if rule.cue and place[0] >= rule.cue[-1][1]]
    for other in by_rules:
        is_around = any(_is_inside(rule.cue, place) for place in other.content)
        if not is_around or not any(_touches(place, other.source) for place in behind):
            continue
        first = min(place[0] for place in (*other.source, *other.cue))
        kept = [(start, min(end, first)) for start, end in rule.source if start < first]
        text = rule.sentence.text
        own = tuple((start, start + len(text[start:end].rstrip(" ,—–-"))) for start, end in kept)
        if own and not any(_touches(place, own) for place in made.source):
            return own
    return ()


def _has_same_cue(rule: Draft, cue: Sequence[Place]) -> bool:
    return any(_touches(place, rule.cue) for place in cue)


def _is_inside(places: Sequence[Place], around: Place) -> bool:
    return any(around[0] <= start and end <= around[1] for start, end in places)


def _share(places: Sequence[Place], others: Sequence[Place]) -> float:
    """Give the share of places that others cover; the others do not overlap each other."""
    shared = sum(max(0, min(end, last) - max(start, first)) for start, end in places for first, last in others)
    return shared / max(1, sum(end - start for start, end in places))


def _is_marked(place: Place, outer: Sequence[Marked]) -> bool:
    """Say that most of a place stands in quotation marks."""
    return _share([place], [(stretch.start, stretch.end) for stretch in outer]) > 0.5


def _is_spoken(rule: Draft) -> bool:
    """Say that a draft is of saying."""
    return _is_two_verbs(rule) or (rule.bond is not None and rule.bond.frame in _TOLD)


def _is_two_verbs(rule: Draft) -> bool:
    """Say that a draft's cue is a verb of saying and one of thinking: "said that he believes"."""
    return rule.bond is not None and rule.bond.frame is Frame.HOLD and Frame.SAY in rule.bond.cue.frames


def _places(spans: Sequence[Span]) -> tuple[Place, ...]:
    return tuple((span.start, span.end) for span in spans)


def _overlap(left: Place, right: Place) -> bool:
    return left[0] < right[1] and right[0] < left[1]


def _with_apposition(one: Draft, text: str) -> Draft:
    """Give a draft whose source reaches over the apposition behind a name, its closing comma included, as the corpus has it."""
    if not one.source or not one.cue or one.source[-1][1] >= one.cue[0][0]:
        return one
    start, end = one.source[-1]
    between = text[end : one.cue[0][0]]
    if _RELATIVE.search(text, start, end) and _APPOSITION.fullmatch(between):
        end = one.cue[0][0] - len(between) + len(between.rstrip())
    elif ", " in text[start:end] and between.startswith(","):
        end += 1
    return replace(one, source=(*one.source[:-1], (start, end)))


def _without_particle(one: Draft, text: str) -> Draft:
    """Give a draft whose source ends in no particle: "the court on" (Tuesday ruled) is the court; "the" alone is nobody."""
    told = [word.key for start, end in one.source for word in words(text, start, end)]
    if _NOBODY.issuperset(told):
        return replace(one, source=())
    start, end = one.source[-1]
    found = words(text, start, end)
    while len(found) > 1 and found[-1].key in _PARTICLES:
        found.pop()
        end = found[-1].end
    return replace(one, source=(*one.source[:-1], (start, end)))


def _without_hearer(one: Draft, text: str) -> Draft:
    """Give a draft without who stands before a passive and hears what is said: no source, nor what is said about him."""
    if not one.cue:
        return one
    first, last = one.cue[0][0], one.cue[-1][1]
    ahead = [place for place in (*one.source, *one.content) if place[1] <= first]
    heard = _HEARD.search(text, max(0, first - _AUXILIARIES, *(end for _, end in ahead)), last)
    if heard is None or heard.end() <= first:
        return one
    after = [place for place in one.content if place not in ahead]
    content = after if after and _is_clause(text, after[0]) else one.content
    return replace(one, source=tuple(place for place in one.source if place not in ahead), content=content)


def _is_clause(text: str, place: Place) -> bool:
    """Say that words have a subject and a verb: "schools would open", not "to leave the town" nor "was safe"."""
    tokens = tokenize(text, *place)
    verb = first_finite(tokens)
    return tokens[0].key != "to" and verb is not None and verb > 0


def _made_whole(one: Draft, outer: Sequence[Marked]) -> Draft:
    """Give a draft whose contents take whole every quotation that they reach into, but one in which its source or cue stands."""
    around = [(stretch.start, stretch.end) for stretch in outer]
    free = [place for place in around if not any(_overlap(place, other) for other in (*one.source, *one.cue))]
    contents: list[Place] = []
    for place in one.content:
        reached = [place, *(other for other in free if _overlap(place, other))]
        start, end = min(first for first, _ in reached), max(last for _, last in reached)
        if contents and start < contents[-1][1]:
            contents[-1] = (contents[-1][0], max(end, contents[-1][1]))
        else:
            contents.append((start, end))
    return replace(one, content=contents)


def _take_marked(made: list[Draft], text: str, outer: Sequence[Marked], by_rules: Sequence[Draft]) -> None:
    """Give the quotations that no content holds to those whom the rules give them to."""
    held = [place for one in made for place in one.content]
    for stretch in outer:
        place = (stretch.start, stretch.end)
        if any(_overlap(place, other) for other in held):
            continue
        if len(words(text, stretch.inner_start, stretch.inner_end)) < _LEAST_WORDS:
            continue
        rule = next((one for one in by_rules if any(_overlap(place, other) for other in one.content)), None)
        if rule is None or any(_overlap(place, other) for one in made for other in (*one.source, *one.cue)):
            continue
        same = next((one for one in made if any(_overlap(left, right) for left in one.cue for right in rule.cue)), None)
        if same is None:
            same = replace(rule, content=[], parent=None)
            made.append(same)
        same.content.append(place)
        same.content.sort()


def _told_inside(made: Sequence[Draft], by_rules: Sequence[Draft]) -> list[Draft]:
    """Give what the rules find told inside a content that a reader marks."""
    return [
        replace(rule, content=inside, parent=one)
        for rule in by_rules
        if rule.bond is not None and rule.bond.frame in _TOLD and rule.source and rule.cue
        if not any(_has_same_cue(rule, one.cue) for one in made)
        for one, around in _holding(rule, made)
        if (inside := _clipped(rule, one, around))
    ]


def _clipped(rule: Draft, one: Draft, around: Place) -> list[Place]:
    """Give the contents of a rule's draft that lie in another's; one that runs on over the other's cue ends before it."""
    is_before = bool(one.cue) and around[1] <= one.cue[0][0]
    within = [(start, min(end, around[1]) if is_before else end) for start, end in rule.content]
    return [place for place in within if around[0] <= place[0] < place[1] <= around[1]]


def _holding(rule: Draft, made: Sequence[Draft]) -> list[tuple[Draft, Place]]:
    """Give the draft, and the place of it, in which a rule's source and cue stand; none or one."""
    first = min(rule.source[0][0], rule.cue[0][0])
    last = max(rule.source[-1][1], rule.cue[-1][1])
    found = [(one, place) for one in made for place in one.content if place[0] <= first and last <= place[1]]
    return found[:1]
