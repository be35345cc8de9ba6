"""Reports that share no sentence with anybody and credit agencies: from whom their text may be, on how many lines they are."""

import pytest

import stemma

DISPATCH = (
    "HALDEN, March 5 (Lindel Wire) - Eleven barges broke loose on the Orrin on Tuesday and sank a ferry landing, the harbour "
    'master, Ada Orr, said. "Nobody had tied them for the flood," she told Lindel Wire.\n\n'
    "The landing was built in 1931 and carried four thousand people a day."
)
RETOLD = (
    "A ferry landing used by four thousand people a day lies under water since eleven barges tore free on the Orrin. Harbour "
    "master Ada Orr blamed bad ropes on Tuesday: 'Nobody had tied them for the flood.'\n\n(Source: Lindel Wire)"
)
OWN = RETOLD.removesuffix("\n\n(Source: Lindel Wire)")


def collated(*texts):
    records = [
        {"id": name, "headline": f"Barges, {name}", "published": f"2031-03-05T{hour:02d}:00", "text": text}
        for name, hour, text in texts
    ]
    (collation,) = stemma.compare(records).collations
    return collation


def above(collation, report_id):
    exemplars = {one.id: one for one in collation.stemma.exemplars}
    own = [one for one in collation.stemma.derivations if one.report_id == report_id and one.probability]
    return {(exemplars[one.exemplar_id].report_id, exemplars[one.exemplar_id].name): one.probability for one in own}


def test_who_credits_an_agency_has_its_text_seen_or_unseen():
    found = collated(("wire", 8, DISPATCH), ("paper", 12, RETOLD))

    assert above(found, "paper") == {(None, "Lindel Wire"): 0.45, ("wire", "Lindel Wire"): 0.45}
    assert above(found, "wire") == {}


def test_what_the_agency_published_later_is_no_source():
    found = collated(("wire", 16, DISPATCH), ("paper", 12, RETOLD))

    assert above(found, "paper") == {(None, "Lindel Wire"): 0.9}


def test_two_agencies_share_what_their_credits_bear_and_files_bear_half():
    both = collated(("paper", 12, f"{OWN}\n\nLindel Wire, Norvik News Agency"), ("other", 13, DISPATCH))
    part = collated(("paper", 12, f"{OWN}\n\nWith files from Lindel Wire"), ("other", 13, DISPATCH))
    assert above(both, "paper") == {(None, "Lindel Wire"): 0.25, (None, "Norvik News Agency"): 0.25}
    assert above(part, "paper") == {(None, "Lindel Wire"): 0.5}


LINES = [
    (RETOLD, 1, "the agency's word is one line"),
    (OWN, 2, "without the credit nothing joins them"),
]


@pytest.mark.parametrize(("text", "most", "why"), LINES, ids=[case[-1] for case in LINES])
def test_what_is_told_on_the_word_of_an_agency_is_its_line(text, most, why):
    found = collated(("wire", 8, DISPATCH), ("paper", 12, text))
    counts = [one.count for one in found.assertions if one.count.reports == 2]

    assert counts
    assert {count.lines_max for count in counts} == {most}


def test_the_finding_claims_no_sentence():
    found = collated(("wire", 8, DISPATCH), ("paper", 12, RETOLD))
    (told,) = (one.text for one in found.story.findings if one.kind == "descent")

    assert told == (
        "B credits Lindel Wire and shares no sentence with A (Lindel Wire): whether it has theirs in other words or another "
        "text is undecided"
    )


COAST = (
    "Nine dead as barge burns off Lunde\n\n"
    "LUNDE, March 4, 2031 (Northwire) - Nine people were confirmed dead on Tuesday evening after a fire aboard the "
    "barge Orrin, the coastguard said.\n\n"
    "Cutters with searchlights would work through the night, commander Karl Voss told a briefing at Lunde "
    "harbour.\n\n"
    "A board of inquiry would open on Friday, he said, and the master of the barge would be its first witness.\n\n"
    "-- Northwire"
)
WARD = (
    "Survivors tell of smoke\n\n"
    "TARN MILL, March 4, 2031 (Eastpress) - At the district hospital in Tarn Mill, where thirty of the injured "
    "were being treated, mechanic Ole Brandt sat on the floor of a corridor with both hands bandaged.\n\n"
    "He said he had held on to a plastic crate for more than an hour before a fishing boat found him.\n\n"
    "The owner of the barge said it would pay for hospital care and funerals of all on board.\n\n"
    "-- Eastpress"
)


def test_who_joins_two_agencies_has_of_each_what_it_sent(tmp_path):
    bodies = [text.split(") - ", 1)[1].rsplit("\n\n--", 1)[0] for text in (COAST, WARD)]
    head, credit = (
        "Nine die in barge inferno\n\nThe Torsvik Herald, 5 March 2031",
        "(With reports from Northwire and Eastpress)",
    )
    joined = "\n\n".join([head, *bodies, credit])
    for name, text in (("coast", COAST), ("ward", WARD), ("joined", joined)):
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    story = stemma.compare([tmp_path]).story
    ids = {report.path.rsplit("/", 1)[-1]: report.id for report in story.reports}
    seen = {one.id: one.report_id for one in story.stemma.exemplars}
    parents = {
        seen[one.exemplar_id]: one.probability for one in story.stemma.derivations if one.report_id == ids["joined.txt"]
    }

    assert parents.get(ids["coast.txt"], 0) >= 0.8
    assert parents.get(ids["ward.txt"], 0) >= 0.8
