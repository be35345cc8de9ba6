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
