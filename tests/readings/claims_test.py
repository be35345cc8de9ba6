"""Claims: clauses, owners, certainty and polarity."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.readings.made import made_report

from stemma.model import Attribution, Certainty, Manner, Polarity, Span, Stance
from stemma.readings.claims import find_claims


def said(text, content, cue=(), source=(), one_id="attribution-1", stance=Stance.ASSERTS):
    def spans(pieces):
        return tuple(Span("report-made", text.index(piece), text.index(piece) + len(piece)) for piece in pieces)

    return Attribution(
        id=one_id,
        voice_id=None,
        via=None,
        source=spans(source),
        cue=spans(cue),
        content=spans(content),
        manner=Manner.INDIRECT,
        stance=stance,
    )


def told(text, *attributions):
    report = made_report(text)
    return [" … ".join(span.cut(report.text) for span in claim.spans) for claim in find_claims(report, attributions)]


CASES = [
    ("The mayor opened the bridge.", ["The mayor opened the bridge"], "one clause"),
    (
        "The council closed the bridge, and drivers blocked the road.",
        ["The council closed the bridge", "drivers blocked the road"],
        "coordinated with a comma",
    ),
    (
        "The council closed the bridge but the mayor opened it again.",
        ["The council closed the bridge", "the mayor opened it again"],
        "coordinated without a comma",
    ),
    (
        "The mayor and the council opened the bridge.",
        ["The mayor and the council opened the bridge"],
        "two subjects are one clause",
    ),
    (
        "It seems that the mayor and the council have the means.",
        ["It seems that the mayor and the council have the means"],
        "two subjects behind that",
    ),
    ("They sold apples, pears and old plums.", ["They sold apples, pears and old plums"], "a list is one clause"),
    (
        "It is unclear why the town asked for help when it has the means.",
        ["It is unclear why the town asked for help", "it has the means"],
        "a finite when-clause",
    ),
    (
        "They wrote a bill on serious legal and border issues that he raised.",
        ["They wrote a bill on serious legal and border issues that he raised"],
        "a plural noun is no verb",
    ),
    ("It rained after the fall of the bridge.", ["It rained after the fall of the bridge"], "after without a verb"),
    ("It closed amid unrest in the town.", ["It closed amid unrest in the town"], "amid never has a verb"),
    (
        "When the law passed, thousands marched.",
        ["the law passed", "thousands marched"],
        "a clause that opens the sentence",
    ),
    (
        "The mayor, who took office in May, was unwell.",
        ["The mayor … was unwell", "who took office in May"],
        "a relative clause in the middle",
    ),
    (
        "They met the mayor, who was unwell.",
        ["They met the mayor", "who was unwell"],
        "a relative clause at the end",
    ),
    ("The man who left was unwell.", ["The man who left was unwell"], "a restrictive relative clause stays"),
    (
        "If the mayor leaves, the council will choose another.",
        ["If the mayor leaves, the council will choose another"],
        "a condition stays with its clause",
    ),
    (
        "The council closed the bridge and opened a new road.",
        ["The council closed the bridge", "opened a new road"],
        "a second past of the same subject",
    ),
    (
        "He was arrested and charged with theft.",
        ["He was arrested and charged with theft"],
        "two participles are one clause",
    ),
    (
        "Bram employs about 3,100 people and has not turned a profit since 2016.",
        ["Bram employs about 3,100 people", "has not turned a profit since 2016"],
        "a second predicate with its own auxiliary",
    ),
    (
        "They met people who work there and have children.",
        ["They met people who work there and have children"],
        "a second predicate inside a relative clause stays",
    ),
    (
        "Families who had fled to roofs and hay lofts were picked up.",
        ["Families who had fled to roofs and hay lofts were picked up"],
        "a relative clause alone is no clause before and",
    ),
    (
        "Its order book is full until May, after which only two cars have been agreed.",
        ["Its order book is full until May", "after which only two cars have been agreed"],
        "after which",
    ),
    (
        "They hired ten guards, most of whom left in May.",
        ["They hired ten guards", "most of whom left in May"],
        "most of whom",
    ),
    (
        "The alarm came late, and in those ten minutes nobody slept.",
        ["The alarm came late", "in those ten minutes nobody slept"],
        "a preposition before the subject, behind a comma",
    ),
    (
        "The river rose as high as the church, and a dead cow hung in the trees.",
        ["The river rose as high as the church", "a dead cow hung in the trees"],
        "as without a verb opens nothing",
    ),
    (
        "The mayor left two days after the council closed the bridge.",
        ["The mayor left two days after the council closed the bridge"],
        "a measured after stays",
    ),
    (
        "They cut low- and middle-priced seats are gone.",
        ["They cut low- and middle-priced seats are gone"],
        "a hanging hyphen is no dash",
    ),
    ("Most of them live within sight of the cranes.", ["Most of them live within sight of the cranes"], "most of them"),
    (
        "Local fishermen land about two thirds of their catch here.",
        ["Local fishermen land about two thirds of their catch here"],
        "a plural before a verb that is a noun too",
    ),
    (
        "The lines of supply remain open.",
        ["The lines of supply remain open"],
        "a plural with its of before a verb",
    ),
    ("She was the last to do so.", ["She was the last to do so"], "so is a good last word"),
    ("We never wanted that.", ["We never wanted that"], "that is a good last word"),
    ("Please do not park there.", [], "a command with please is no claim"),
    ("Did the mayor leave?", [], "a question is no claim"),
    ("Read more about it here.", [], "a command is no claim"),
    ("Let's leave the town.", [], "an invitation is no claim"),
    ("A sunny day.", [], "no verb, no claim"),
]


@pytest.mark.parametrize(("text", "expected", "why"), CASES, ids=[case[-1] for case in CASES])
def test_clauses(text, expected, why):
    assert told(text) == expected


def test_the_cue_clause_is_no_claim():
    text = "Roe said on Friday that it is unclear why they left."

    assert told(text, said(text, ["it is unclear why they left"], ["said"], ["Roe"])) == ["it is unclear why they left"]


def test_content_on_both_sides_of_its_cue_goes_together():
    text = '"The bridge," Roe said, "is open."'

    assert told(text, said(text, ['"The bridge,"', '"is open."'], ["said"], ["Roe"])) == ["The bridge … is open"]


def test_each_sentence_of_a_quotation_gives_its_own_claims():
    text = 'Roe said: "We had no choice. They broke the door."'

    assert told(text, said(text, ['"We had no choice. They broke the door."'], ["said"], ["Roe"])) == [
        "We had no choice",
        "They broke the door",
    ]


def test_content_without_a_verb_of_its_own_is_one_claim():
    text = "Roe urged the guards to leave the bridge."

    assert told(text, said(text, ["the guards to leave the bridge"], ["urged"], ["Roe"])) == [
        "the guards to leave the bridge"
    ]


def test_a_claim_belongs_to_the_innermost_attribution():
    text = "Roe said that Doe claimed that the bridge fell."
    outer = said(text, ["Doe claimed that the bridge fell"], ["said"], ["Roe"], "attribution-outer")
    inner = said(text, ["the bridge fell"], ["claimed"], ["Doe"], "attribution-inner")
    (claim,) = find_claims(made_report(text), [inner, outer])

    assert claim.attribution_id == "attribution-inner"


def test_the_reporter_s_own_words_beside_a_cue_keep_their_subject():
    text = "Roe, the chairman, tried to leave, saying that the bridge fell."
    claims = told(text, said(text, ["the bridge fell"], ["saying"], ["Roe, the chairman,"]))

    assert claims == ["Roe, the chairman, tried to leave", "the bridge fell"]


ACTS = [
    (
        "Roe declined to say how it came out.",
        ["how it came out"],
        ["declined to say"],
        ["Roe declined to say how it came out"],
        "a question that hangs on its cue",
    ),
    (
        "Roe wanted to leave the town.",
        ["to leave the town"],
        ["wanted"],
        ["Roe wanted to leave the town"],
        "an infinitive that tells the act",
    ),
    (
        "Roe vowed to leave the town.",
        ["to leave the town"],
        ["vowed"],
        ["to leave the town"],
        "an infinitive that is promised",
    ),
    (
        "More than 9,000 people were ordered to leave their homes.",
        ["to leave their homes"],
        ["were ordered"],
        ["More than 9,000 people were ordered to leave their homes"],
        "an order that nobody is named to give",
    ),
    (
        "Roe had ordered 9,000 people to leave their homes.",
        ["9,000 people to leave their homes"],
        ["had ordered"],
        ["9,000 people to leave their homes"],
        "an order that somebody gives",
    ),
    (
        "Roe called the sale a “dark day” for all.",
        ["a ", "“dark day”", " for all"],
        ["called"],
        ["Roe called the sale a “dark day” for all"],
        "marked words without a verb",
    ),
    (
        "“A dark day for all,” Roe said.",
        ["“A dark day for all,”"],
        ["said"],
        ["A dark day for all"],
        "a sentence in marks",
    ),
    (
        "The mayor tried on Friday to calm fears that the site is closing.",
        ["the site is closing"],
        ["fears"],
        ["The mayor tried on Friday to calm fears that the site is closing", "the site is closing"],
        "a cue that the reporter's own verb governs",
    ),
]


@pytest.mark.parametrize(("text", "content", "cue", "expected", "why"), ACTS, ids=[case[-1] for case in ACTS])
def test_content_that_only_its_cue_completes(text, content, cue, expected, why):
    source = ["Roe"] if "Roe" in text else []

    assert told(text, said(text, content, cue, source)) == expected


def test_the_subject_behind_its_cue_and_an_inner_cue_are_no_part_of_a_claim():
    text = "“We danced,” said Roe, as somebody handed her a bottle."
    inner = "Doe said Roe made mistakes when she wrote that it fell."

    assert told(text, said(text, ["“We danced,”"], ["said"], ["Roe"])) == [
        "We danced",
        "somebody handed her a bottle",
    ]
    assert (
        told(
            inner,
            said(inner, ["Roe made mistakes when she wrote that it fell"], ["said"], ["Doe"], "attribution-outer"),
            said(inner, ["it fell"], ["wrote"], ["she"], "attribution-inner"),
        )[0]
        == "Roe made mistakes"
    )


CERTAINTIES = [
    ("The bridge fell.", Certainty.STATED, "plain"),
    ("The bridge may fall.", Certainty.POSSIBLE, "may"),
    ("Perhaps the bridge fell.", Certainty.POSSIBLE, "perhaps"),
    ("It is unclear whether the bridge fell.", Certainty.POSSIBLE, "whether"),
    ("It is unclear why the bridge fell.", Certainty.STATED, "why takes it for granted"),
    ("They left as soon as possible.", Certainty.STATED, "as soon as possible"),
    ("The bridge fell in May 2015.", Certainty.STATED, "the month of May"),
    ("The bridge most likely fell.", Certainty.PROBABLE, "likely"),
    ("The bridge seems to be open.", Certainty.PROBABLE, "seems"),
    ("The bridge will fall if it rains.", Certainty.CONDITIONAL, "if"),
    ("Once it rains, the bridge will fall.", Certainty.CONDITIONAL, "once, of what is to come"),
    ("It may be hard to leave once order is restored.", Certainty.POSSIBLE, "may goes before once"),
    ("The bridge will stay closed until the spring.", Certainty.STATED, "until is no condition"),
    ("The bridge will open after the vote.", Certainty.STATED, "after is no condition"),
    ("They will sell the boat that they built when it was cold.", Certainty.STATED, "when, of what was"),
    ("The bridge will open as soon as the ice melts and it is safe.", Certainty.CONDITIONAL, "as soon as"),
    ("The bridge should not be opened.", Certainty.STATED, "should is no condition"),
    ("The council decided unanimously, if narrowly, to leave.", Certainty.STATED, "if with an adverb"),
    ("They met to decide whether to sell it.", Certainty.STATED, "whether to"),
    ("Once upon a time the bridge was open.", Certainty.STATED, "once upon a time"),
]


@pytest.mark.parametrize(("text", "expected", "why"), CERTAINTIES, ids=[case[-1] for case in CERTAINTIES])
def test_certainty(text, expected, why):
    assert [claim.certainty for claim in find_claims(made_report(text), [])] == [expected]


def test_a_plain_clause_inside_an_attribution_is_claimed():
    text = "Roe said the bridge fell."
    (claim,) = find_claims(made_report(text), [said(text, ["the bridge fell"], ["said"], ["Roe"])])

    assert claim.certainty is Certainty.CLAIMED


POLARITIES = [
    ("They left the town.", Polarity.AFFIRMS, "plain"),
    ("They did not leave the town.", Polarity.NEGATES, "not"),
    ("They didn’t leave the town.", Polarity.NEGATES, "n't with a curly mark"),
    ("They never left the town.", Polarity.NEGATES, "never"),
    ("No guard left the town.", Polarity.NEGATES, "no"),
    ("They failed to leave the town.", Polarity.NEGATES, "failed to"),
    ("They denied the theft.", Polarity.NEGATES, "denied"),
    ("They did not deny the theft.", Polarity.AFFIRMS, "two negations"),
    ("It is not clear why they left.", Polarity.AFFIRMS, "not clear"),
    ("It is unclear why they left.", Polarity.AFFIRMS, "unclear"),
    ("They not only left the town.", Polarity.AFFIRMS, "not only"),
    ("It was not immediately clear why they left.", Polarity.AFFIRMS, "not immediately clear"),
    ("We don't aim to play the judge.", Polarity.NEGATES, "don't aim"),
    ("There is no question that it works.", Polarity.AFFIRMS, "no question"),
    ("Roe knows that they did not leave.", Polarity.AFFIRMS, "a negation in an object clause"),
    ("Roe said they did not leave.", Polarity.AFFIRMS, "a negation in what is said"),
    ("If they do not pay, the town will sell it.", Polarity.AFFIRMS, "a negation in a condition"),
    ("Nobody who was there has left.", Polarity.NEGATES, "a subject that denies"),
    ("They asked him not to leave.", Polarity.AFFIRMS, "asked not to"),
    ("Those who did not vote were fined.", Polarity.AFFIRMS, "a negation that only says who"),
]


@pytest.mark.parametrize(("text", "expected", "why"), POLARITIES, ids=[case[-1] for case in POLARITIES])
def test_polarity(text, expected, why):
    assert [claim.polarity for claim in find_claims(made_report(text), [])] == [expected]


WORDS = st.sampled_from(
    'the mayor , who when and but because said is was left closed bridge “ ” " . ? that if 😀 é it they '
    "not ; — ( ) to So Read".split()
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=22).map(" ".join)), st.data())
def test_spans_are_words_of_the_text_and_ids_differ(text, data):
    report = made_report(text)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=4, max_size=4)))
    attribution = Attribution(
        id="attribution-1",
        voice_id=None,
        via=None,
        source=(Span(report.id, cuts[0], cuts[1]),),
        cue=(Span(report.id, cuts[1], cuts[2]),),
        content=(Span(report.id, cuts[2], cuts[3]),),
        manner=Manner.INDIRECT,
    )
    claims = find_claims(report, [attribution])

    assert all(span.cut(report.text).strip() == span.cut(report.text) != "" for claim in claims for span in claim.spans)
    assert len({claim.id for claim in claims}) == len(claims)
    assert find_claims(report, [attribution]) == claims


@pytest.mark.parametrize(
    "text", ["It was, who is here, and " * 2000, "When it was so, " * 2000, '"' * 5000, "( it is " * 3000]
)
def test_endless_sentences_are_read(text):
    assert len(told(text)) <= 3


def test_offsets_count_characters_behind_emoji_and_combining_marks():
    assert told("👩‍👩‍👧 e\u0301: the mayor opened it.")[0].endswith("the mayor opened it")
