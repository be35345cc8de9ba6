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
