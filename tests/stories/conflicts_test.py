"""The same claim in other words is one assertion; what differs in it is told by its kind, and else nothing is."""

import pytest

import stemma
from stemma.model import Change, ChangeKind, Conflict, Span
from stemma.stories.conflicts import untold

LEFT = "Quarry news\n{}. The quarry lies above Tarn Mill and employs forty people."
RIGHT = "From the hills\nForty people have work in the quarry over Tarn Mill. {}."
DIFFERENT = [
    (
        "The inquiry will take 30 to 60 days, Ada Orr said.",
        "Ada Orr said the inquiry will take 60 to 90 days.",
        "number",
    ),
    (
        "Profit for the quarter fell 12% to $88 million.",
        "Profit for the quarter fell 21 percent to $88 million.",
        "number",
    ),
    (
        "Fire crews needed eleven hours to put the blaze out",
        "It took crews nineteen hours to douse the blaze",
        "number",
    ),
    ("The owner paid 92,000 pounds for the crane", "The owner bought the crane for 29,000 pounds", "number"),
    ("Foreman Ada Brock opened the gate", "Foreman Ida Brock opened the gate", "name"),
    ("The new crane was built at a yard in Norway", "The new crane was built at a yard in Portugal", "place"),
    (
        "The council will not renew the permit of the quarry",
        "The council will renew the permit of the quarry",
        "polarity",
    ),
    ("The owners failed to agree on a price", "The owners had agreed on a price", "polarity"),
    ("The treasurer was unaware of the contract", "The treasurer knew of the contract", "polarity"),
    (
        "The new road through the quarry is 12 miles long",
        "The new road through the quarry is 12 kilometres long",
        "number",
    ),
    ("The owners leased 2,000 acres of moor", "The owners leased 2,000 hectares of moor", "number"),
    (
        "Fifteen people were killed and dozens were missing after a fire on a ferry near Orrin on Monday",
        "Twelve people died when a ferry caught fire off Orrin on Monday",
        "number",
    ),
    ("The ledge could fall this winter", "The ledge is certain to fall this winter", "certainty"),
    ("Some of the sheds were saved", "All of the sheds were saved", "scope"),
    # another voice: by name, by what its bearer is, inside the claim; a party's word told as a fact; who says it of whom
    ("The gate is rotten, according to an engineer", "The gate is rotten, according to a shopkeeper", "voice"),
    ("The team doctor says the wrist needs rest", "The goalkeeper himself says his wrist needs rest", "voice"),
    ("Neighbours say that the man shot his dog", "The man shot his dog", "voice"),
    ("The army says rebels burned the village", "Rebels say the army burned the village", "voice"),
    # voices that no list knows, and two people whom both reports may know
    ("The sluice is rotten, baker Ada Orr said", "The sluice is rotten, a lifeguard said", "voice"),
    ("The sluice is rotten, baker Ada Orr said", "The sluice is rotten, baker Bo Lund said", "voice"),
    # what is told the other way round, where all else is told in the same words
    ("The crane is moving from Ghent to Malmo", "The crane is moving from Malmo to Ghent", "place"),
    ("The dog slept behind the bakery in Aluva", "The dog slept behind the cinema in Aluva", "place"),
    ("A quarter of the bicycles were sold", "15 percent of the bicycles were sold", "number"),
    ("The owner sold the ferry before the flood", "The owner sold the ferry during the flood", "date"),
    ("The auction of the cranes is on Tuesday", "The auction of the cranes is on Friday", "date"),
    ("The owners have never repaired the sluice", "The owners have mended the sluice", "polarity"),
    ("The mayor says the sluice could be shut", "The mayor says the sluice has been shut", "certainty"),
    ("A third of the cranes were damaged", "The cranes were damaged", "scope"),
    ("Ida Orr denied the pump had failed", "Ida Orr confirmed the pump had failed", "polarity"),
    # what turns a claim: opposites beside other turning words, a cue, a wait, a leave
    ("The board has approved the merger", "The board has turned down the merger", "polarity"),
    ("The clerk voted for the drainage bill", "The clerk voted against the drainage bill", "polarity"),
    (
        "Ada Orr knew that the lifeboats were rotten",
        "Ada Orr did not know that the lifeboats were rotten",
        "polarity",
    ),
    ("The wages for March have been paid", "The wages for March have yet to be paid", "polarity"),
    # numbers that count nothing that is read, places in an order, bounds that exclude each other
    ("The oldest of the miners was 58", "The oldest of the miners was 68", "number"),
    ("The swimmer won her third gold medal in Doha", "The swimmer won her fourth gold medal in Doha", "number"),
    ("Up to 300 soldiers will guard the summit", "More than 300 soldiers will guard the summit", "number"),
    ("Nineteen barges were waiting by noon", "Thirty-one barges were waiting by noon", "number"),
    ("The trial begins on 4 March 2024", "The trial begins on 14 March 2024", "date"),
    # a kind of place, a name that is left over
    ("The piper plays in the town hall", "The piper plays in the abbey", "place"),
    ("The statue was carved by Anna Reyling", "Clara Dunworth carved the statue", "name"),
    # who is sure of it, and what it hangs on
    ("The club wants to sell its stadium", "The club has sold its stadium", "certainty"),
    ("It is unclear whether the crew survived", "The crew survived", "certainty"),
    ("The ferry will sail on Friday if the wind drops", "The ferry will sail on Friday", "certainty"),
    ("Experts think that the coin is a forgery", "Experts have established that the coin is a forgery", "certainty"),
    # how far it reaches
    ("The drug protects only people over 60", "The drug protects people of every age", "scope"),
    ("None of the passengers was told of the delay", "Some of the passengers were not told of the delay", "scope"),
    ("One of the four tanks leaked", "All four tanks leaked", "scope"),
    ("The money is for the choir school alone", "The money is for the choir school or the building", "scope"),
]
SAME = [
    ("The harbour fund is empty, Ada Orr said.", "Ada Orr said there is nothing left in the fund for the harbour."),
    ("The inquiry will take 60 to 90 days, Ada Orr said.", "Ada Orr said the inquiry will take two to three months."),
    ("The gates sank by a foot within a year", "Within twelve months the gates sank twelve inches"),
    ("The council turned down the plan for a second pit", "The plan for a second pit was rejected by the council"),
    ("The owner refused to sign the lease", "The owner would not sign the lease"),
    (
        "The barge sank at about 5.10 a.m. on the bar, Ada Orr said.",
        "Ada Orr said the barge sank on the bar at 5.10am.",
    ),
    (
        "The barge sank on the bar shortly before four o'clock on Tuesday.",
        "The barge sank on the bar at 3.50pm on Tuesday.",
    ),
    (
        "Orr seeks those who saw it between 9.15pm and 10pm.",
        "Those who saw it between 9.15pm and 10pm are sought by Orr.",
    ),
    ("Blasting stopped for an hour and a half", "Blasting stopped for 90 minutes"),
    ("Two pumps failed during the storm", "Two pumps broke down in the storm"),
    ("The dealers sell only lamps", "The dealers sell nothing but lamps"),
    ("The union has called off all marches", "All of the union's marches have been cancelled"),
    ("The library has opened its doors again", "The library was shut and has reopened its doors"),
    ("The passport was not valid", "The passport was invalid"),
    ("The treasurer was not aware of the contract", "The treasurer did not know of the contract"),
    ("The treasurer was unaware of the contract", "The treasurer did not know of the contract"),
    ("The new road through the quarry is 12 miles long", "The new road through the quarry is 19 kilometres long"),
    ("The owners leased 2,000 acres of moor", "The owners leased 810 hectares of moor"),
    ("The suspect allegedly stole the van", "The suspect is alleged to have stolen the van"),
    ("There is a possibility that the strike will be called off", "The strike may be called off"),
    ("The mast is rotten, the company said", "The mast is rotten, the shipping giant said"),
    ("The mast is rotten, the post said", "The mast is rotten, the company said"),
    ("Nineteen barges were waiting by noon", "Thirty-one barges were waiting by nightfall"),
    ("The gate is safe, the engineer Ida Moll told reporters", "According to the engineer Ida Moll, the gate is safe"),
    # what is not done until a day is done then; who is charged denies; who denies says that it is not so
    ("Service will be restored by Friday", "Service will not be restored until Friday"),
    ("Ada Orr denied that she sold the boat", "Ada Orr said that she did not sell the boat"),
    (
        '"The link to the mast has not been proved by the laboratory," Ada Orr said',
        '"The link to the mast has not been proved by the laboratory. Until then we wait," Ada Orr said',
    ),
    (
        "The work on the mast is not good enough, Orr said",
        "Orr said he would not tell them that the work is good enough",
    ),
    # short first names, an age and a span of years, two currencies, one number told in two orders
    ("The weir was built by William Hale", "The weir was built by Bill Hale"),
    ("The ring is worth 85,000 euros", "The ring is worth $108,000"),
    ("She leaves two sons, aged 16 and 6", "She leaves two sons, aged 6 and 16"),
]
DOUBTED = [  # by the network, and by no rule
    ("A baker has been charged with arson after the fire", "A baker has denied arson after the fire"),
    ("The keeper, 51, was hurt at the gate", "The keeper, a 28-year veteran, was hurt at the gate"),
]
SURE = [
    ("Nine men were hurt at the weir", "Eleven men were hurt at the weir", True),
    (
        "Nine men were hurt at the weir in the night",
        "Ambulances took eleven hurt men from the weir to Hale after the old wall gave way in the storm",
        False,
    ),
    ("The weir was built by Ada Moll", "The weir was built by Ruth Brand", True),
    (
        "Ruth Brand scored nine goals in her third season at Hale",
        "The former Tern Rock player scored nine goals in her third season at Hale",
        False,
    ),
]


def assertions_of(left, right):
    reports = [{"id": "left", "text": LEFT.format(left)}, {"id": "right", "text": RIGHT.format(right)}]
    told = [one for collation in stemma.compare(reports).collations for one in collation.assertions]
    places = {"left": LEFT.index("{}"), "right": RIGHT.index("{}")}
    return [
        one
        for one in told
        if {claim.report_id for claim in one.claims} == {"left", "right"}
        and any(abs(claim.spans[0].start - places[claim.report_id]) < 20 for claim in one.claims)
    ]


@pytest.mark.parametrize(("left", "right", "kind"), DIFFERENT, ids=[f"{one[-1]}: {one[0]}" for one in DIFFERENT])
def test_what_differs_is_told_by_its_kind(left, right, kind):
    kinds = {conflict.kind for one in assertions_of(left, right) for conflict in one.conflicts}

    assert kind in kinds


@pytest.mark.parametrize(("left", "right"), SAME, ids=[one[0] for one in SAME])
def test_the_same_in_other_words_is_one_assertion_without_conflict(left, right):
    found = assertions_of(left, right)

    assert found
    assert not [conflict for one in found for conflict in one.conflicts]


@pytest.mark.parametrize(("left", "right"), DOUBTED, ids=[one[0] for one in DOUBTED])
def test_a_doubt_is_no_contradiction(left, right):
    assert {conflict.kind for one in assertions_of(left, right) for conflict in one.conflicts} <= {"doubt"}


@pytest.mark.parametrize(("left", "right", "is_sure"), SURE, ids=[one[1] for one in SURE])
def test_what_tells_much_besides_is_perhaps_of_another_thing(left, right, is_sure):
    conflicts = [conflict for one in assertions_of(left, right) for conflict in one.conflicts]
    told, kinds = {conflict.is_sure for conflict in conflicts}, {conflict.kind for conflict in conflicts}
    reports = [{"id": "left", "text": LEFT.format(left)}, {"id": "right", "text": RIGHT.format(right)}]
    told_first = [one for collation in stemma.compare(reports).collations for one in collation.story.findings]
    findings = [finding for finding in told_first if finding.kind == "conflict"]

    assert told == {is_sure}
    assert [finding.is_warning for finding in findings] == ([is_sure] if is_sure or "number" in kinds else [])
    assert all(("perhaps" in finding.text) is not is_sure for finding in findings)


def spans(report_id, start, end):
    return (Span(report_id, start, end),)


TOLD_ALREADY = [
    ("certainty", "left", "right", (10, 20), [], "a change along the edge tells it"),
    ("certainty", "right", "left", (10, 20), [], "whichever of the two is above"),
    ("certainty", "left", "right", (40, 50), ["certainty"], "a change of other words does not"),
    ("number", "left", "right", (10, 20), ["certainty"], "a change of another kind does not"),
    ("certainty", "left", "third", (10, 20), ["certainty"], "nor does one to another report"),
]


@pytest.mark.parametrize(
    ("kind", "above", "below", "place", "kinds", "why"), TOLD_ALREADY, ids=[one[-1] for one in TOLD_ALREADY]
)
def test_a_shade_is_told_once(kind, above, below, place, kinds, why):
    conflict = Conflict(
        kind="certainty", left=spans("left", 12, 15), right=spans("right", 12, 15), note="may against will"
    )
    change = Change(
        kind=ChangeKind(kind),
        report_id=below,
        against_report_id=above,
        before=spans(above, *place),
        after=spans(below, *place),
        note="",
    )

    assert [one.kind for one in untold([conflict], [change])] == kinds
