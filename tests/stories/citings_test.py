"""Who names whose newsroom, and claims that are told in a circle: each on the word of the next."""

import pytest

import stemma


def record(outlet, text, published="2031-03-04"):
    return {"id": outlet, "outlet": outlet, "headline": f"From the {outlet} desk", "published": published, "text": text}


def compared(*records):
    (collation,) = stemma.compare(list(records)).collations
    return collation


def circles(collation):
    return [circle for assertion in collation.assertions for circle in assertion.circles]


LEDGER = record(
    "Halden Ledger",
    "Transport minister Orla Finch will leave the government by Friday, the Northern Courier reported on Tuesday.\n\n"
    "Finch, 51, has been under pressure since a tunnel contract went to a company that her brother advises.",
)
COURIER = record(
    "Northern Courier",
    "Orla Finch, the minister for transport, will leave the government by Friday, according to the Halden Ledger.\n\n"
    "The minister was seen at her desk on Tuesday morning, and a spokesman for the prime minister knew of no letter.",
)
HERALD = record(
    "Valley Herald",
    "The transport minister, Orla Finch, will leave the government by Friday, the Halden Ledger and the Northern Courier "
    "reported.\n\nNeither newspaper says who told it, and the ferry workers have put off their march.",
    "2031-03-05",
)


def test_two_that_tell_a_claim_on_each_others_word_tell_it_in_a_circle():
    (circle,) = circles(compared(LEDGER, COURIER))
    text = {"Halden Ledger": LEDGER["text"], "Northern Courier": COURIER["text"]}
    named = [span.cut(text[span.report_id]) for span in circle.spans]

    assert circle.report_ids == ("Halden Ledger", "Northern Courier")
    assert ["Northern Courier" in named[0], "Halden Ledger" in named[1]] == [True, True]


def test_a_circle_is_one_line_and_stands_among_the_findings_with_its_words():
    collation = compared(LEDGER, COURIER, HERALD)
    (told,) = (one for one in collation.story.findings if one.kind == "circle")

    assert (collation.story.count.lines_min, collation.story.count.lines_max) == (1, 1)
    assert "A names Northern Courier and B names Halden Ledger" in told.text
    assert told.is_warning
    assert len(told.spans) == 2


def test_a_circle_may_run_through_three():
    third = {**COURIER, "text": COURIER["text"].replace("Halden Ledger", "Valley Herald")}
    back = {**HERALD, "text": HERALD["text"].replace("the Halden Ledger and the Northern Courier", "the Halden Ledger")}
    (circle,) = circles(compared(LEDGER, third, back))

    assert circle.report_ids == ("Halden Ledger", "Northern Courier", "Valley Herald")


def test_a_chain_that_ends_is_no_circle():
    source = {**COURIER, "text": COURIER["text"].replace(", according to the Halden Ledger", ", two officials said")}
    collation = compared(LEDGER, source, HERALD)

    assert not circles(collation)
    assert collation.story.count.lines_max == 1  # the Ledger and the Herald tell it on the Courier's word


def test_who_cites_each_other_on_two_matters_tells_neither_in_a_circle():
    other = {
        **COURIER,
        "text": "Orla Finch, the minister for transport, will leave the government by Friday, two officials said.\n\n"
        "The port of Selby stays shut until engineers have looked at the wall, according to the Halden Ledger.",
    }

    assert not circles(compared(LEDGER, other))


def test_a_newsroom_that_told_it_first_on_its_own_word_closes_a_circle_all_the_same():
    first = {
        **LEDGER,
        "id": "first",
        "published": "2031-03-03",
        "text": "Transport minister Orla Finch will leave the government by Friday, two people in her office said.\n\n"
        "She has been in office for four years, and her car was seen at the ferry on Sunday night.",
    }

    collation = compared(first, LEDGER, COURIER)
    (finding,) = (one.text for one in collation.story.findings if one.kind == "circle")

    assert circles(collation)
    assert finding.endswith("tells it too")


def test_each_newsroom_that_is_named_is_a_relation_with_its_reports():
    collation = compared(LEDGER, COURIER, HERALD)
    named = {(one.report_id, one.name): one.cited_ids for one in collation.citings}

    assert named == {
        ("Halden Ledger", "Northern Courier"): ("Northern Courier",),
        ("Northern Courier", "Halden Ledger"): ("Halden Ledger",),
        ("Valley Herald", "Halden Ledger"): ("Halden Ledger",),
        ("Valley Herald", "Northern Courier"): ("Northern Courier",),
    }


def test_a_newsroom_without_a_report_here_is_named_all_the_same():
    away = {**HERALD, "text": HERALD["text"].replace("the Halden Ledger and the Northern Courier", "the Orrin Tribune")}
    named = {one.name: one.cited_ids for one in compared(away, LEDGER).citings}

    assert named == {"Northern Courier": (), "Orrin Tribune": ()}


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_the_order_of_the_reports_changes_no_circle(order):
    records = (LEDGER, COURIER, HERALD)

    assert circles(compared(*(records[one] for one in order))) == circles(compared(*records))
