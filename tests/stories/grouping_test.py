import pytest

import stemma

FLOOD = "The river Orrin rose by three metres in a night and flooded two hundred cellars in Halverton. "
STRIKE = "Signal engineers at the Tarvik junction voted to walk out over unpaid night allowances from Friday. "
TEXTS = {
    "one": FLOOD
    + "Firefighters pumped water from the Halverton brewery until noon, and the gauge at Orrin kept climbing.",
    "two": "Cellars in Halverton stood under water after the Orrin burst its banks. The brewery lost a week's ale.",
    "three": STRIKE + "Commuters on the Tarvik line were told to take buses, the signal engineers' union said.",
    "four": "No trains will run through Tarvik from Friday: the signal engineers want their night allowances paid.",
}


def stories(order):
    found = stemma.compare([{"id": name, "text": TEXTS[name]} for name in order]).collations
    return sorted(sorted(collation.story.report_ids) for collation in found)


def test_reports_of_two_events_are_two_stories():
    assert stories(TEXTS) == [["four", "three"], ["one", "two"]]


def test_their_order_changes_nothing():
    assert stories(reversed(TEXTS)) == stories(TEXTS)


def test_a_report_alone_in_telling_its_event_is_a_story():
    assert stories(["one", "two", "three"]) == [["one", "two"], ["three"]]


QUAKES = {
    "n1": "A quake of 5.9 shook Velmora on Monday. Mayor Tilda Brask said forty houses fell in Velmora's harbour quarter.",
    "n2": "Forty houses lie in ruins after the Velmora quake of 5.9, said Tilda Brask, its mayor. Rescuers dug in the quarter.",
    "n3": "Rescuers in Velmora search the harbour quarter. The quake measured 5.9, and mayor Tilda Brask asked for tents.",
    "s1": "A quake of 6.4 shook Ostreny on Friday. Governor Pell Hadrik said the dam held and three bridges of Ostreny fell.",
    "s2": "Three bridges fell in the Ostreny quake of 6.4. The dam held, said governor Pell Hadrik, who toured Ostreny.",
    "s3": "Ostreny's dam held in the 6.4 quake, governor Pell Hadrik said. Three bridges are gone. Rescuers search Ostreny.",
}


def gathered(texts, order=None):
    return stemma.gather([{"id": name, "text": texts[name]} for name in order or texts], settings=stemma.Settings())


def test_look_alike_events_stay_apart_whatever_the_order():
    groups = gathered(QUAKES).groups

    assert [group.report_ids for group in groups] == [
        ("n1", "n2", "n3"),
        ("s1", "s2", "s3"),
    ]
    assert gathered(QUAKES, sorted(QUAKES, key=len)).groups == groups


def test_a_group_says_which_words_it_shares():
    north, south = gathered(QUAKES).groups

    assert {"Velmora", "Brask"} <= set(north.words)
    assert {"Ostreny", "Hadrik"} <= set(south.words)
    assert not set(north.words) & set(south.words) & {"Velmora", "Ostreny", "Brask", "Hadrik"}


def test_a_report_alone_shares_no_words():
    (group,) = gathered({"one": TEXTS["one"]}).groups

    assert group.words == ()


TERSE = {
    "canteen": (
        "Drivers and operator talk again over pay",
        "Talks on the pay of tram drivers will resume next week before an arbiter, a mediator said. Forty carriages stand "
        "parked across the depot gate since March. In the canteen of the depot men played dominoes and waited.",
    ),
    "avenue": (
        "Both camps return to the table",
        "The quarrel of the tram crews over wages goes to an arbiter on Monday, said a woman who sat in every round. Shops "
        "along the avenue have laid off clerks, and a florist gave away her tulips.",
    ),
    "orchard": (
        "Frost takes the blossom",
        "Growers in the lower orchards lit fires between the rows before dawn. A third of the pears may be lost, said the "
        "fruit exchange, which last counted such losses in a spring nine years ago.",
    ),
}
DAYS = [
    (("canteen", "avenue"), (None, None), 2, "so few words in common show no event"),
    (("canteen", "avenue"), ("2031-04-09", "2031-04-09"), 1, "but they do where both appeared on one day"),
    (("canteen", "avenue"), ("2031-04-09", "2031-04-10"), 1, "or on the next"),
    (("canteen", "avenue"), ("2031-04-09", "2031-05-20"), 2, "and not weeks later"),
    (("canteen", "avenue"), ("2031-04", "2031-04"), 2, "a month is no day"),
    (("canteen", "orchard"), ("2031-04-09", "2031-04-09"), 2, "a day in common is no event"),
]


@pytest.mark.parametrize(("names", "days", "events", "why"), DAYS, ids=[case[-1] for case in DAYS])
def test_the_day_of_publication_tells_events_apart(names, days, events, why):
    told = [(name, day, *TERSE[name]) for name, day in zip(names, days, strict=True)]
    records = [
        {"id": name, "headline": headline, "text": text} | ({"published": day} if day else {})
        for name, day, headline, text in told
    ]

    assert len(stemma.gather(records, settings=stemma.Settings()).groups) == events


def test_look_alike_events_of_one_day_stay_apart():
    records = [{"id": name, "text": text, "published": "2031-04-09"} for name, text in QUAKES.items()]

    assert [one.report_ids for one in stemma.gather(records, settings=stemma.Settings()).groups] == [
        ("n1", "n2", "n3"),
        ("s1", "s2", "s3"),
    ]
