import stemma

TEXT = (
    "The ferry Aune ran aground on a sandbank off the eastern mole in thick fog and stayed there until the tide turned. "
    "Two tugs pulled it free towards evening while the passengers were taken ashore in small boats. "
    "Nobody came to harm, but the company has stopped all crossings until divers have looked at the hull. "
)
MORE = (
    "Meanwhile the fishing fleet stayed in port for a second day because the price of diesel had risen sharply again. "
    "Skippers want the council to lower its fees and say that they will block the lock if nothing is done about it. "
)


def near(**texts):
    found = stemma.gather(
        [{"id": name, "outlet": name, "text": text} for name, text in texts.items()], settings=stemma.Settings()
    )
    return [(copy.left_id, copy.right_id, copy.left_share, copy.right_share) for copy in found.near_copies]


def test_a_copy_with_another_last_line_is_a_near_copy():
    ((left, right, left_share, right_share),) = near(one=TEXT, two=TEXT + "More follows soon.")

    assert (left, right) == ("one", "two")
    assert left_share == 1
    assert 0.8 <= right_share < 1


def test_a_trim_is_none():
    assert near(one=TEXT + MORE, two=TEXT) == []


def test_two_reports_without_a_common_passage_are_none():
    assert near(one=TEXT, two=MORE) == []
