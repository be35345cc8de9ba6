import json
import random

import pytest
from evaluation.alignment import LEAST_WORDS, may_share, passages
from evaluation.passages import evaluate, sheets_of, words_by_oracle, words_of
from tests.matches.twin import shared_words

import stemma

SHARED = "the harbour master closed both piers after a barge struck the outer wall at dawn on Thursday"


def rows(seed):
    """Give two rows of words of which one has parts of the other, some words exchanged."""
    chance = random.Random(seed)  # noqa: S311 made-up rows need no secure chance
    kinds = chance.choice([6, 15, 60, 300])
    left = [chance.randrange(kinds) for _ in range(chance.randint(5, 90))]
    cut = chance.randrange(len(left))
    right = [word if chance.random() > 0.2 else chance.randrange(kinds) for word in left[cut:]]
    return left, right + [chance.randrange(kinds) for _ in range(chance.randint(0, 40))] + left[:cut]


@pytest.mark.parametrize("seed", range(60))
def test_the_oracle_finds_what_the_slow_twin_finds(seed):
    left, right = rows(seed)

    assert passages(left, right) == shared_words(left, right)


@pytest.mark.parametrize("seed", range(200))
def test_rows_that_are_passed_over_share_nothing(seed):
    chance = random.Random(seed)  # noqa: S311 made-up rows need no secure chance
    left, right = ([chance.randrange(5) for _ in range(chance.randint(8, 14))] for _ in range(2))

    if not may_share(left, right):
        assert shared_words(left, right, min_words=LEAST_WORDS, min_score=2) == []


def gathered(*texts):
    return stemma.gather(
        [{"id": name, "text": text} for name, text in zip("abc", texts, strict=False)], settings=stemma.Settings()
    )


def test_words_that_differ_in_shape_alone_are_equal():
    gathering = gathered(f"News. It's said that {SHARED}.", f"Others say: it’s said that {SHARED.title()}, no less.")
    sheets = sheets_of(gathering.reports)
    found = frozenset().union(*(words_of(match, sheets) for match in gathering.matches))

    assert found >= words_by_oracle("a", "b", sheets)
    assert len(words_by_oracle("a", "b", sheets)) >= 2 * len(SHARED.split())


def test_an_edited_word_is_not_equal():
    gathering = gathered(f"{SHARED}.", f"{SHARED.replace('barge', 'tanker')}.")
    sheets = sheets_of(gathering.reports)
    (match,) = gathering.matches

    assert len(words_of(match, sheets)) == 2 * (len(SHARED.split()) - 1)


def test_the_task_gives_recall_and_precision_with_their_words(tmp_path):
    texts = [f"In short: {SHARED}. Nothing else was known.", f"{SHARED}. Ferries ran late all day.", "Rain fell again."]
    lines = [json.dumps({"id": str(place), "text": text}) for place, text in enumerate(texts)]
    (tmp_path / "port.jsonl").write_text("\n".join(lines), encoding="utf-8")

    outcome = evaluate(tmp_path)
    figures = {figure.name: figure for figure in outcome.figures}

    assert figures["passages.recall"].value == figures["passages.recall.port"].value == 1
    assert figures["passages.precision"].value == 1
    assert figures["passages.recall"].n == 2 * len(SHARED.split())
    assert set(outcome.baselines) == {"runs of eight words"}


def test_a_corpus_in_which_nobody_shares_anything_is_refused(tmp_path):
    (tmp_path / "one.jsonl").write_text(json.dumps({"id": "a", "text": "Rain fell."}), encoding="utf-8")

    with pytest.raises(ValueError, match="no two reports"):
        evaluate(tmp_path)
