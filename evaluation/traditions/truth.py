"""The truth of a bred story: what each file of a tradition says, taken from the breeding alone."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from evaluation.traditions.breeding import Node, Parent, Story
from evaluation.traditions.draft import Claim, Draft, Layout, Place, Quote, Sentence, Word, lay_out
from evaluation.traditions.integrity import Said, agree, classify, rank, touches
from evaluation.traditions.operators.quotes import core
from evaluation.traditions.roots import LEAD

Record = dict[str, Any]
GRAVITY = ("polarity", "number", "name", "certainty", "scope", "attribution", "marks", "wording")


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """A node of a story with its visible draft laid out."""

    node: Node
    draft: Draft
    layout: Layout


def laid_out(story: Story) -> dict[str, Laid]:
    """Give the visible state of every seen node, laid out; transcripts too."""
    return {node.id: Laid(node=node, draft=node.states[-1], layout=lay_out(node.states[-1])) for node in story.seen()}


def report_records(story: Story) -> list[Record]:
    """Give `reports.jsonl`, in the order of the ids, which says nothing."""
    return [
        {
            "id": report_id,
            "headline": one.draft.headline,
            "outlet": one.node.house.name,
            "published_at": one.node.told_at,
            "text": one.layout.text,
        }
        for report_id, one in sorted(laid_out(story).items())
    ]


# ---- descent


def _text_at(story: Story, place: Place) -> str:
    return story.nodes[place.node_id].states[place.state].sentences[place.index].text


def _folded(text: str) -> str:
    return text.translate(str.maketrans("“”’‘", "\"\"''"))


def kind_of(story: Story, draft: Draft, parent: Parent) -> str:
    """Give how a text follows one that it was made from, by the share of its sentences from there that are the same."""
    taken = [
        one
        for one in draft.sentences
        if one.kind == "body" and any(place.node_id == parent.node_id for place in one.prior)
    ]
    same = sum(len(one.prior) == 1 and _folded(one.text) == _folded(_text_at(story, one.prior[0])) for one in taken)
    return "copied" if same == len(taken) else "edited" if 2 * same >= len(taken) else "rewritten"


def parent_records(story: Story, node: Node) -> list[Record]:
    """Give the parents of a node, as rows of the truth."""
    records = []
    for parent in node.parents:
        is_seen = story.nodes[parent.node_id].is_seen
        records.append(
            {
                "id": parent.node_id if is_seen else None,
                "exemplar": None if is_seen else f"x-{parent.node_id}",
                "kind": kind_of(story, node.states[-1], parent),
                "state": parent.state,
            }
        )
    return records


def _name(story: Story, node_id: str) -> str:
    return node_id if story.nodes[node_id].is_seen else f"x-{node_id}"


def _occasions(story: Story, node: Node) -> list[str]:
    spoken = [
        one for one in story.nodes.values() if one.kind == "transcript" and one.hears & node.hears and one.id != node.id
    ]
    return sorted(_name(story, one.id) for one in spoken) if not node.parents and node.kind != "transcript" else []


def _cited(story: Story, one: Laid) -> list[str]:
    named = {sentence.cites for sentence in one.draft.sentences if sentence.cites} - {one.node.id}
    return sorted(node_id for node_id in named if node_id in story.nodes and story.nodes[node_id].is_seen)


def stemma_records(story: Story) -> list[Record]:
    """Give `stemma.jsonl`."""
    return [
        {
            "id": report_id,
            "parents": parent_records(story, one.node),
            "occasions": _occasions(story, one.node),
            "cites": _cited(story, one),
        }
        for report_id, one in sorted(laid_out(story).items())
    ]


def exemplar_records(story: Story) -> list[Record]:
    """Give `exemplars.jsonl`: what was left out."""
    return [
        {
            "id": f"x-{node.id}",
            "kind": node.kind,
            "outlet": node.house.name,
            "parents": parent_records(story, node),
            "states": [lay_out(state).text for state in node.states],
        }
        for _, node in sorted(story.nodes.items())
        if not node.is_seen
    ]


# ---- edits


def edit_records(story: Story) -> list[Record]:
    """Give `edits.jsonl`: of every report with parents, each of its sentences and each that it left out."""
    rows = []
    for _, one in sorted(laid_out(story).items()):
        if one.node.parents:
            rows += _edits(story, one)
    return rows


def _edits(story: Story, one: Laid) -> list[Record]:
    rows, taken = [], set()
    layouts = {parent: lay_out(story.nodes[parent.node_id].states[parent.state]) for parent in one.node.parents}
    for sentence, after in zip(one.draft.sentences, one.layout.sentences, strict=True):
        text = one.layout.text[after[0] : after[1]]
        place = sentence.prior[0] if sentence.prior else None
        parent = Parent(node_id=place.node_id, state=place.state) if place else None
        same = place is not None and len(sentence.prior) == 1 and text == _text_at(story, place)
        operator = sentence.operator or ("kept" if same else "circle")
        is_kept = same and operator == "kept"
        before = _before(layouts, sentence, parent)
        taken |= {(at.node_id, at.state, at.index) for at in sentence.prior}
        rows.append(_edit(story, one, parent, operator, before, after, None if is_kept else text))
    for parent, layout in layouts.items():
        whole = parent == one.node.parents[0]  # of a text that was joined on, the rest was never taken
        sentences = story.nodes[parent.node_id].states[parent.state].sentences
        for index, before in enumerate(layout.sentences):
            if whole and (parent.node_id, parent.state, index) not in taken:
                is_below = index > max((at[2] for at in taken if at[:2] == (parent.node_id, parent.state)), default=-1)
                operator = "furniture" if sentences[index].kind != "body" else "trim" if is_below else "cut"
                rows.append(_edit(story, one, parent, operator, before, None, None))
    return rows


def _before(layouts: Mapping[Parent, Layout], sentence: Sentence, parent: Parent | None) -> tuple[int, int] | None:
    if parent is None:
        return None
    spans = [layouts[parent].sentences[place.index] for place in sentence.prior]
    is_run = [place.index for place in sentence.prior] == list(
        range(sentence.prior[0].index, sentence.prior[0].index + len(spans))
    )
    return (spans[0][0], spans[-1][1]) if is_run else spans[0]


def _edit(
    story: Story, one: Laid, parent: Parent | None, operator: str, before: object, after: object, text: str | None
) -> Record:
    return {
        "report_id": one.node.id,
        "parent": _name(story, parent.node_id) if parent else None,
        "state": parent.state if parent else 0,
        "operator": operator,
        "before": before,
        "after": after,
        "text": text,
    }


# ---- quotations


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One report's wording of an utterance."""

    report_id: str
    span: tuple[int, int]
    quote: Quote
    sentence: Sentence  # in which it stands


def wordings(story: Story, said: Said) -> dict[str, list[Wording]]:
    """Give the wordings of every utterance in the reports, in the order of the ids."""
    found: dict[str, list[Wording]] = {}
    own: dict[Claim, dict[str, set[str]]] = {}  # of a sentence: what was put in marks of it somewhere
    for report_id, one in sorted(laid_out(story).items()):
        for sentence, spans in zip(one.draft.sentences, one.layout.quotes, strict=True):
            for quote, span in zip(sentence.quotes, spans, strict=True):
                if not quote.is_known:
                    continue
                wording = Wording(report_id=report_id, span=span, quote=quote, sentence=sentence)
                found.setdefault(said.name(quote), []).append(wording)
                if quote.is_own:
                    own.setdefault(sentence.claims[0], {}).setdefault(said.name(quote), set()).add(_bare(quote))
    for report_id, one in sorted(laid_out(story).items()):
        for sentence, span in zip(one.draft.sentences, one.layout.sentences, strict=True):
            for utterance, variants in (pair for claim in sentence.claims for pair in own.get(claim, {}).items()):
                told = [
                    words
                    for words in sorted(variants, key=lambda words: (-len(words), words))
                    if words in sentence.text.casefold()
                ]
                if told and not sentence.quotes:
                    start = sentence.text.casefold().index(told[0])
                    found[utterance].append(_told(report_id, sentence, span[0], start, told[0], utterance))
    return found


def _bare(quote: Quote) -> str:
    return quote.inner.rstrip(",.").casefold()


def _told(report_id: str, sentence: Sentence, begin: int, start: int, words: str, utterance: str) -> Wording:
    """Give the reporter's own telling, without marks, of what another report has in marks."""
    first = len(sentence.text[:start].split())
    told = tuple(Word(text=word, origin=(utterance, first + place)) for place, word in enumerate(words.split()))
    quote = Quote(words=told, is_marked=False, is_own=True)
    span = (begin + start, begin + start + len(words))
    return Wording(report_id=report_id, span=span, quote=quote, sentence=sentence)


def quotation_records(story: Story) -> list[Record]:
    """Give `quotations.jsonl`."""
    said, truths = spoken_by(story)
    recorded = {speech_id: one.id for one in story.seen() if one.kind == "transcript" for speech_id in one.hears}
    speakers = {
        speech.speaker.rsplit(maxsplit=1)[-1]: recorded[speech.id]
        for speech in story.event.speeches
        if speech.id in recorded
    }
    rows = []
    every = wordings(story, said)
    for utterance, found in sorted(every.items()):
        speech_id = utterance.split(".")[0]
        if speakers and any(one.quote.is_own for one in found):
            rows += _beside_transcript(utterance, found, speakers)
        else:
            having = _having(utterance, every, said)
            rows += _judged(utterance, found, having, said, truths.get(speech_id, ()), recorded.get(speech_id))
    return sorted(rows, key=lambda row: (row["report_id"], row["start"], row["end"]))


def _beside_transcript(utterance: str, found: Sequence[Wording], speakers: Mapping[str, str]) -> list[Record]:
    """Give a reporter's own words of somebody whose transcript is among the reports; of others it is not known who "he" is."""
    rows = []
    for one in found:
        transcript_id = next((speakers[name] for name in speakers if name in one.sentence.text), None)
        rows += [_row(one, utterance, "not-in-transcript", transcript_id, [])] if transcript_id else []
    return rows


def spoken_by(story: Story) -> tuple[Said, dict[str, Sequence[Word]]]:
    """Give where the sentences of the speeches begin, and the words of each speech and of each newsroom's quotation."""
    truths: dict[str, Sequence[Word]] = {speech.id: speech.words for speech in story.event.speeches}
    for quote in (quote for root in story.event.roots for one in root.draft.sentences for quote in one.quotes):
        if quote.words[0].origin:
            truths.setdefault(quote.words[0].origin[0], quote.words)
    return Said(starts={speech.id: speech.starts for speech in story.event.speeches}), truths


def _having(utterance: str, every: Mapping[str, Sequence[Wording]], said: Said) -> list[Wording]:
    """Give all wordings that have words of an utterance, those too that have more words of another one."""
    return [
        one
        for found in every.values()
        for one in found
        if any(word.origin and said.name_of(word.origin) == utterance for word in one.quote.words)
    ]


def _judged(
    utterance: str,
    found: Sequence[Wording],
    having: Sequence[Wording],
    said: Said,
    truth: Sequence[Word],
    transcript_id: str | None,
) -> list[Record]:
    """Give the rows of an utterance's wordings, each judged by all wordings that have words of it."""
    if transcript_id is not None:
        return [
            _row(one, utterance, classify(one.quote, truth, said), transcript_id, touches(one.quote, truth))
            for one in found
        ]
    if len({one.report_id for one in having}) == 1:
        return [_row(one, utterance, "sole-witness", None, []) for one in found]
    best = best_attested(having, said, truth)
    if best is None:
        return [_row(one, utterance, "undecided", None, []) for one in found]
    words, is_own = attested_words(best, having), best.quote.is_own and not best.quote.is_marked
    rows = []
    for one in found:
        integrity = classify(one.quote, words, said, is_own=is_own, voice=best.quote.voice)
        rows.append(_row(one, utterance, integrity, best.report_id, touches(one.quote, words)))
    return rows


def _nearest(found: Sequence[Wording], said: Said, truth: Sequence[Word]) -> Wording:
    carriers = Counter(one.quote.inner for one in found)
    return min(
        found,
        key=lambda one: (
            -rank(one.quote, truth, said),
            -len(one.quote.words),
            -carriers[one.quote.inner],
            one.report_id,
        ),
    )


def best_attested(found: Sequence[Wording], said: Said, truth: Sequence[Word]) -> Wording | None:
    """Give the wording that is nearest to what was said; of lines that differ, that on which two agree, else None."""
    lines = sorted({line for one in found for line in one.sentence.newsrooms if len(one.sentence.newsrooms) == 1})
    best = [_nearest([one for one in found if one.sentence.newsrooms == {line}], said, truth) for line in lines]
    contenders = [one for one in best if one.quote.is_marked] or best
    if len(contenders) < 2:
        return _nearest(found, said, truth)
    for one in sorted(
        contenders, key=lambda one: (-rank(one.quote, truth, said), -len(one.quote.words), one.report_id)
    ):
        agreeing = [other for other in contenders if agree(one.quote, other.quote)]
        if len(agreeing) >= 2:
            return one
    return None


def attested_words(best: Wording, found: Sequence[Wording]) -> tuple[Word, ...]:
    """Give the text of an utterance as far as the reports attest it: the best wording and what agrees with it and goes on."""
    words = {word.origin: word for word in best.quote.words}
    for one in found if best.quote.is_marked else ():
        if one.quote.is_marked and len(one.quote.words) > 1 and agree(one.quote, best.quote):
            words |= {word.origin: word for word in one.quote.words if word.origin and word.origin not in words}
    if len({origin[0] for origin in words if origin}) > 1 or None in words:
        return best.quote.words
    return tuple(word for _, word in sorted((word.origin, word) for word in words.values() if word.origin))


def _row(one: Wording, utterance: str, integrity: str, against: str | None, touched: list[str]) -> Record:
    return {
        "report_id": one.report_id,
        "start": one.span[0],
        "end": one.span[1],
        "utterance_id": utterance,
        "integrity": integrity,
        "is_marked": one.quote.is_marked,
        "attribution_dropped": one.quote.is_unattributed,
        "against_report_id": against,
        "touches": touched,
    }


# ---- assertions


def _content(text: str) -> frozenset[str]:
    return frozenset(word for word in map(core, text.split()) if len(word) >= 5 or word.isdigit())


def single_line_claims(story: Story) -> frozenset[str]:
    """Give the assertions whose number of lines is known: of several newsrooms' texts, those that no other one may state too.

    Where every shared fact is marked, all; else the lead, and sentences that share fewer than three words of five and more
    letters with every sentence of the other newsrooms.
    """
    roots = [root for root in story.event.roots if any(node.newsroom == root.id for node in story.nodes.values())]
    told = {
        root.id: [(one.claims[0][0], _content(one.text)) for one in root.draft.sentences if one.claims]
        for root in roots
    }
    known = set()
    for root_id, sentences in told.items():
        others = [words for other, theirs in told.items() if other != root_id for _, words in theirs]
        for claim, words in sentences:
            if story.event.has_every_fact or claim == LEAD or not any(len(words & theirs) >= 3 for theirs in others):
                known.add(claim)
    return frozenset(known)


def carried(story: Story) -> dict[str, list[tuple[str, tuple[int, int], Sentence]]]:
    """Give, for each assertion, the sentences of the reports that carry it, each once a report."""
    known = single_line_claims(story)
    places: dict[str, list[tuple[str, tuple[int, int], Sentence]]] = {}
    for node_id, one in sorted(laid_out(story).items()):
        for sentence, span in zip(one.draft.sentences, one.layout.sentences, strict=True):
            for claim in dict.fromkeys(assertion for assertion, _ in sentence.claims):
                told = places.setdefault(claim, [])
                if claim in known and all(report_id != node_id for report_id, _, _ in told):
                    told.append((node_id, span, sentence))
    return {claim: told for claim, told in places.items() if told}


def lines_of(told: Sequence[tuple[str, tuple[int, int], Sentence]], claim: str) -> int:
    """Give the number of newsrooms whose own sentence of an assertion stands in a report."""
    return len({newsroom for _, _, sentence in told for assertion, newsroom in sentence.claims if assertion == claim})


def claim_records(story: Story) -> list[Record]:
    """Give `claims.jsonl`."""
    rows = []
    for claim, told in sorted(carried(story).items()):
        if len(told) < 2:
            continue
        lines = lines_of(told, claim)
        speech_ids = {speech.id for speech in story.event.speeches}
        voices = (1, 1) if claim.split(".")[0] in speech_ids else _voices(told, lines)
        for report_id, (start, end), sentence in told:
            change = next((kind for kind in GRAVITY if kind in sentence.changes), None)
            rows.append(
                {
                    "assertion_id": claim,
                    "report_id": report_id,
                    "start": start,
                    "end": end,
                    "change": change,
                    "lines_min": lines,
                    "lines_max": lines,
                    "voices_min": voices[0],
                    "voices_max": voices[1],
                }
            )
    return rows


_TELLING = (
    " said",
    " told",
    "according to",
    " says",
    " wrote",
    " tweeted",
    " added",
    " argued",
    " announced",
    " reported",
    " claimed",
)


def _voices(told: Sequence[tuple[str, tuple[int, int], Sentence]], lines: int) -> tuple[int, int]:
    """Give the fewest and the most voices: one where all attribute it, a newsroom each where none does."""
    attributed = [bool(sentence.quotes) or any(cue in sentence.text for cue in _TELLING) for _, _, sentence in told]
    if all(attributed):
        return 1, 1 if lines == 1 else lines
    return (1, lines) if any(attributed) else (lines, lines)


def line_records(story: Story) -> list[Record]:
    """Give `lines.jsonl`: the lead assertion and its number of lines."""
    told = carried(story)
    if not told:
        return []

    def key(claim: str) -> tuple[int, int, float]:
        starts = [span[0] for _, span, _ in told[claim]]
        return -len(told[claim]), -lines_of(told[claim], claim), sum(starts) / len(starts)

    lead = min(sorted(told), key=key)
    return [{"assertion_id": lead, "lines": lines_of(told[lead], lead)}]
