"""Which pieces of two reports word one remark, and how surely."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, pairwise, product

from stemma.model import Manner
from stemma.stories.pieces import Piece, goes_on
from stemma.stories.rules import StoryRules
from stemma.stories.runs import LEAST_CONTENT, LEAST_RUN, is_no_chance, longest_in, runs_in, stops_in
from stemma.stories.units import shared_weight
from stemma.text.align import aligned
from stemma.text.spelling import standard

NEARLY = 0.9
SURE_WORDS = 8
_QUOTED = 0.8  # of the words that two share: the others are in order by chance
_LONGEST_ROW = 5  # sentences of a word or two that one quotation holds


def is_mixed_whole(piece: Piece) -> bool:
    """Say whether a piece is the whole of a content that is told partly in marks."""
    return not piece.is_marked and piece.attribution is not None and piece.attribution.manner is Manner.MIXED


def _is_mixed_part(piece: Piece) -> bool:
    return piece.is_marked and piece.attribution is not None and piece.attribution.manner is Manner.MIXED


def part_links(
    pieces: Sequence[Piece], links: Sequence[tuple[float, Piece, Piece]]
) -> list[tuple[float, Piece, Piece]]:
    """Tie a marked part of a mixed content to the whole, where another report has the whole's gist but not the part's words."""
    linked = {piece.key for _, *pair in links for piece in pair}
    wholes = {
        (piece.report.id, piece.attribution.id): piece
        for piece in pieces
        if piece.attribution is not None and is_mixed_whole(piece) and piece.key in linked
    }
    return [
        (1.0, piece, wholes[piece.report.id, piece.attribution.id])
        for piece in pieces
        if piece.is_marked
        and piece.key not in linked
        and piece.attribution is not None
        and (piece.report.id, piece.attribution.id) in wholes
    ]


def links_between(pieces: Sequence[Piece], rules: StoryRules) -> list[tuple[float, Piece, Piece]]:
    """Tie pieces of different reports that may word one remark; from 1 on a link is sure to have the same words."""
    by_stem: dict[str, list[int]] = defaultdict(list)
    for number, piece in enumerate(pieces):
        for key in (*piece.content, *([" ".join(word.key for word in piece.words)] if len(piece.words) > 4 else [])):
            by_stem[key].append(number)
    scored = []
    for i, j in sorted(_met(by_stem.values(), pieces)):
        left, right = pieces[i], pieces[j]
        score = (
            _marked_score(left, right, rules) if left.is_marked and right.is_marked else _gist_score(left, right, rules)
        )
        if score > 0:
            scored.append((score, i, j))
    return [(score, pieces[i], pieces[j]) for score, i, j in _needed(_mutual(scored, pieces), pieces)]


def _needed(scored: Sequence[tuple[float, int, int]], pieces: Sequence[Piece]) -> list[tuple[float, int, int]]:
    """Keep, of the sentences of a transcript that have words of a quotation, those that have words no better one has."""
    kept: list[tuple[float, int, int]] = []
    by_quotation: dict[tuple[int, str], list[tuple[int, tuple[float, int, int]]]] = defaultdict(list)
    for score, i, j in scored:
        quoted, said = (j, i) if pieces[i].is_transcript else (i, j)
        if score >= 1 and pieces[said].is_transcript and pieces[quoted].is_marked:
            by_quotation[quoted, pieces[said].report.id].append((said, (score, i, j)))
        else:
            kept.append((score, i, j))
    for (quoted, _), links in by_quotation.items():
        needed = _found_in(pieces[quoted], {number: pieces[number] for number, _ in links})
        kept.extend(link for number, link in links if number in needed)
    return kept


def _found_in(quoted: Piece, said: Mapping[int, Piece]) -> set[int]:
    """Give the numbers of the sentences that have a quotation's words: the voice's own where they have as many as all."""
    own = {number: piece for number, piece in said.items() if piece.voice_id == quoted.voice_id}
    return max((_having(quoted, one) for one in (own, said) if one), key=lambda one: one[0])[1]


def _having(quoted: Piece, said: Mapping[int, Piece]) -> tuple[int, set[int]]:
    """Give how many of a quotation's words stand in runs, or in order, in some sentences, and the numbers of those needed."""
    numbers = sorted(said)
    if in_a_row := _in_a_row(quoted, said):
        return len(quoted.words), in_a_row
    runs = runs_in([said[number].words for number in numbers], quoted.words, quoted.report.text)
    shares = [len(aligned(quoted.words, said[number].words)) for number in numbers]
    fullest = max(shares)
    size = max(fullest, sum(len(run.pairs) for run in runs))
    return size, {numbers[shares.index(fullest)], *(numbers[run.sentence] for run in runs)}


def _in_a_row(quoted: Piece, said: Mapping[int, Piece]) -> set[int]:
    """Give the numbers of sentences in a row that hold a quotation word for word ("One form. One week."), if any do."""
    keys = [standard(word.key) for word in quoted.words]
    numbers = sorted(said)
    for first, size in product(range(len(numbers)), range(2, _LONGEST_ROW + 1)):
        row = [said[number] for number in numbers[first : first + size]]
        told = [standard(word.key) for piece in row for word in piece.words]
        is_row = len(row) == size and all(goes_on(one, other) for one, other in pairwise(row))
        starts = range(max(0, len(told) - len(row[-1].words) - len(keys) + 1), len(row[0].words))  # it needs both ends
        if is_row and any(told[n : n + len(keys)] == keys for n in starts):
            return set(numbers[first : first + size])
    return set()


def _met(groups: Iterable[Sequence[int]], pieces: Sequence[Piece]) -> set[tuple[int, int]]:
    """Give the pairs of pieces of different reports that share a content word; a transcript has many of its own."""
    found: set[tuple[int, int]] = set()
    for group in groups:
        by_report: dict[str, list[int]] = defaultdict(list)
        for number in group:
            by_report[pieces[number].report.id].append(number)
        for one, other in combinations(by_report.values(), 2):
            found.update((min(i, j), max(i, j)) for i in one for j in other)
    return found


def _mutual(scored: Sequence[tuple[float, int, int]], pieces: Sequence[Piece]) -> list[tuple[float, int, int]]:
    """Keep sure links (1 and more), and of the others those that are the best for both pieces between two reports."""
    best: dict[tuple[int, str], float] = defaultdict(float)
    for score, i, j in scored:
        for one, other in ((i, j), (j, i)):
            key = (one, pieces[other].report.id)
            best[key] = max(best[key], score)
    return [
        (score, i, j)
        for score, i, j in scored
        if score >= 1 or score == best[i, pieces[j].report.id] == best[j, pieces[i].report.id]
    ]


def _marked_score(left: Piece, right: Piece, rules: StoryRules) -> float:
    """Give 1 and more where two quotations have the same words, their common part below that, 0 where they differ."""
    size = min(len(left.words), len(right.words))
    equal = aligned(left.words, right.words)
    share = len(equal) / size
    is_recorded = left.is_transcript or right.is_transcript
    is_one_voice = left.voice_id == right.voice_id or (None in (left.voice_id, right.voice_id) and not is_recorded)
    # a name or a phrase that a transcript's speaker says too is no sign that he was quoted
    is_phrase = size < (LEAST_RUN if share == 1 else SURE_WORDS) if is_recorded else size < 4
    is_within = _is_quoted_in(left, [i for i, _ in equal]) != _is_quoted_in(right, [j for _, j in equal])
    is_name = share < 1 and not left.own & right.own  # a name that two remarks have makes them no wordings of one
    if is_within or is_name or (not is_one_voice and (share < 0.8 or is_phrase)):
        return 0.0
    if size < 4:
        return 1 + share if share == 1 and is_one_voice and _is_run(left, right) else 0.0
    if share >= NEARLY and size >= SURE_WORDS and _is_dense(equal):  # so many common words in order are no chance
        return 1 + share
    common = shared_weight(left.content, right.content)
    least = min(sum(left.content.values()), sum(right.content.values()))
    if is_recorded and is_one_voice and _has_run(left, right, common):
        return 1 + share  # a part of a quotation may be from one sentence of a speech, the rest from another
    if share < rules.utterance_share or common < max(LEAST_CONTENT, rules.utterance_share * least):
        return _gist_score(left, right, rules)
    return 1 + share if _is_dense(equal) or share >= 0.8 else share


def _is_quoted_in(piece: Piece, places: Sequence[int]) -> bool:
    """Say whether what a quotation shares with another is but what it quotes itself."""
    inside = [n for n in places if any(span.start <= piece.words[n].start < span.end for span in piece.nested)]
    return bool(inside) and len(inside) >= _QUOTED * len(places)


def _has_run(left: Piece, right: Piece, weight: int) -> bool:
    """Say whether a quotation and a sentence of a speech have so many words in a row that it is no chance."""
    quoted, said = (right, left) if left.is_transcript else (left, right)
    keys = [standard(word.key) for word in said.words]
    pairs = longest_in(keys, [standard(word.key) for word in quoted.words])
    return is_no_chance(pairs, keys, stops_in(quoted.words, quoted.report.text), weight)


def _is_dense(equal: Sequence[tuple[int, int]]) -> bool:
    span = max(equal[-1][0] - equal[0][0], equal[-1][1] - equal[0][1]) + 1
    return len(equal) >= 0.6 * span


def _is_run(left: Piece, right: Piece) -> bool:
    """Say whether the shorter of two stands in the other word for word."""
    short, long = sorted(([standard(word.key) for word in one.words] for one in (left, right)), key=len)
    return any(long[n : n + len(short)] == short for n in range(len(long) - len(short) + 1))


def _gist_score(left: Piece, right: Piece, rules: StoryRules) -> float:
    """Give the common weight of what one voice is told to have said in two reports, 0 where it is too little."""
    if left.voice_id is None or left.voice_id != right.voice_id or _is_mixed_part(left) or _is_mixed_part(right):
        return 0.0
    if left.is_transcript and right.is_transcript:
        return 0.0
    common = shared_weight(left.content, right.content)
    stems = sum(1 for key in left.content if key in right.content)
    least = min(sum(left.content.values()), sum(right.content.values()))
    whole = max(sum(left.content.values()), sum(right.content.values()))
    if stems < 2 or not least or common < rules.link_share * least or common < 0.2 * whole:
        return 0.0
    return min(0.99, common / whole)
