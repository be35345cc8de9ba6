"""Which lines stand level."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.views import example

from stemma.model import Span
from stemma.views.index import index_of
from stemma.views.passages import Passages, fellows_of, passages_of
from stemma.views.rows import row_spans, rows_of


def passages_between(lengths, links):
    """Give passages of reports with so many lines of ten characters, and links of equal weight between some."""
    lines = {
        f"r{number}": tuple(Span(f"r{number}", 11 * line, 11 * line + 10) for line in range(length))
        for number, length in enumerate(lengths)
    }
    pairs = {(lines[f"r{a}"][i], lines[f"r{b}"][j]): 10 for a, i, b, j in links}
    return Passages(lines=lines, sentences=lines, links=pairs, utterances={}, claims={})


def test_fellows_stand_level_and_strangers_between_them():
    passages = passages_between([2, 3], [(0, 0, 1, 0), (0, 1, 1, 2)])
    rows = rows_of(passages)

    assert [rows[line] for line in passages.lines["r0"]] == [0, 2]
    assert [rows[line] for line in passages.lines["r1"]] == [0, 1, 2]


def test_a_line_that_another_report_splits_reaches_beside_both_parts():
    passages = passages_between([2, 3], [(0, 0, 1, 0), (0, 0, 1, 1), (0, 1, 1, 2)])
    rows, reach = rows_of(passages), row_spans(passages, rows_of(passages))

    assert reach[passages.lines["r0"][0]] == 2
    assert rows[passages.lines["r0"][1]] == rows[passages.lines["r1"][2]]


def test_of_two_crossing_links_the_heavier_stands_level():
    passages = passages_between([2, 2], [(0, 0, 1, 1), (0, 1, 1, 0)])
    links = dict(passages.links)
    links[next(iter(links))] = 50
    rows = rows_of(replace(passages, links=links))

    assert rows[passages.lines["r0"][0]] == rows[passages.lines["r1"][1]]


@given(
    st.lists(st.integers(1, 5), min_size=1, max_size=4),
    st.lists(st.tuples(st.integers(0, 3), st.integers(0, 4), st.integers(0, 3), st.integers(0, 4)), max_size=10),
)
@settings(deadline=None, max_examples=60)
def test_rows_rise_within_each_report_and_reach_over_no_own_line(lengths, links):
    fit = [
        one for one in links if one[0] < one[2] < len(lengths) and one[1] < lengths[one[0]] and one[3] < lengths[one[2]]
    ]
    passages = passages_between(lengths, fit)
    rows = rows_of(passages)
    reach = row_spans(passages, rows)

    for lines in passages.lines.values():
        for line, after in pairwise(lines):
            assert rows[line] + reach[line] <= rows[after]


def test_sentences_that_share_words_are_fellows(collation):
    passages = passages_of(index_of(collation), collation.reports)
    first = next(one for one in passages.sentences["a"] if "sell the island" in one.cut(example.TEXTS["a"]))
    fellows = fellows_of(passages)[first]

    assert [one.report_id for one in fellows] == ["b", "c"]
    assert all("sell the island" in one.cut(example.TEXTS[one.report_id]) for one in fellows)


def test_a_few_shared_words_make_no_fellows(collation):
    match = example.match(example.at("a", "the council"), example.at("c", "the town hall"), 1.0)
    passages = passages_of(index_of(replace(collation, matches=(match,))), collation.reports)

    assert passages.links == {}


def test_the_sentences_of_a_report_cover_its_lines(collation):
    passages = passages_of(index_of(collation), collation.reports)

    for report in collation.reports:
        told = "".join(one.cut(report.text) for one in passages.sentences[report.id])
        assert "".join(told.split()) == "".join(report.text.split())


def test_lines_of_the_same_part_stand_level_unless_words_speak_against_it():
    passages = passages_between([2, 3], [(0, 1, 1, 2)])
    lines = passages.lines
    rows = rows_of(passages, [[lines["r0"][0], lines["r1"][1]], [lines["r0"][1], lines["r1"][0]]])

    assert rows[lines["r0"][0]] == rows[lines["r1"][1]]
    assert rows[lines["r0"][1]] == rows[lines["r1"][2]]
