"""Datelines of many agencies' styles are told from other beginnings."""

import pytest

from stemma.reports.datelines import find_dateline

CASES = [
    (
        "WASHINGTON (Echo News / AFP - 08th March, 2022) The town",
        "WASHINGTON (Echo News / AFP - 08th March, 2022)",
        "WASHINGTON",
        [("Echo News", "outlet"), ("Agence France-Presse", "agency")],
        "a bracket of outlet, agency and day",
    ),
    (
        "LONDON, March 3 (Reuters) - The town",
        "LONDON, March 3 (Reuters) -",
        "LONDON",
        [("Reuters", "agency")],
        "day and agency",
    ),
    ("PARIS (AP) — The town", "PARIS (AP) —", "PARIS", [("Associated Press", "agency")], "agency and dash"),
    ("PARIS — The town", "PARIS —", "PARIS", [], "a dash alone"),
    ("NEW YORK --\xa0The town", "NEW YORK --", "NEW YORK", [], "two hyphens and a hard space"),
    ("HOUSTON –- The town", "HOUSTON –-", "HOUSTON", [], "a dash and a hyphen"),
    (
        "MOSCOW. March 3. INTERFAX.COM - The town",
        "MOSCOW. March 3. INTERFAX.COM -",
        "MOSCOW",
        [("Interfax", "agency")],
        "full stops between",
    ),
    (
        "MOSCOW, March 3. /TASS/. The town",
        "MOSCOW, March 3. /TASS/.",
        "MOSCOW",
        [("TASS", "agency")],
        "strokes round the agency",
    ),
    (
        "BERLIN, 3 March (dpa) - The town",
        "BERLIN, 3 March (dpa) -",
        "BERLIN",
        [("Deutsche Presse-Agentur", "agency")],
        "the day first",
    ),
    (
        "NAIROBI, Kenya (AP) _ The town",
        "NAIROBI, Kenya (AP) _",
        "NAIROBI",
        [("Associated Press", "agency")],
        "an underscore",
    ),
    (
        "ST. PAUL, Minn. (AP) -- The town",
        "ST. PAUL, Minn. (AP) --",
        "ST. PAUL",
        [("Associated Press", "agency")],
        "a state cut short",
    ),
    (
        "New Delhi [India], March 3 (ANI): The town",
        "New Delhi [India], March 3 (ANI):",
        "New Delhi",
        [("Asian News International", "agency")],
        "the country in brackets and a colon",
    ),
    (
        "New Delhi, Mar 3 (PTI) The town",
        "New Delhi, Mar 3 (PTI)",
        "New Delhi",
        [("Press Trust of India", "agency")],
        "no dash",
    ),
    ("March 3 (UPI) -- The town", "March 3 (UPI) --", None, [("United Press International", "agency")], "no place"),
    ("(Reuters) - The town", "(Reuters) -", None, [("Reuters", "agency")], "the agency alone"),
    ("(CNN) The town", "(CNN)", None, [("CNN", "outlet")], "an unlisted name is an outlet"),
    (
        "CHICAGO (CBS News) — The town",
        "CHICAGO (CBS News) —",
        "CHICAGO",
        [("CBS News", "agency")],
        "a name alone before a dash signs as an agency does",
    ),
    ("NEW DELHI: The town", "NEW DELHI:", "NEW DELHI", [], "a colon after capitals"),
    (
        "KYIV/MOSCOW, March 3 (Reuters) - The town",
        "KYIV/MOSCOW, March 3 (Reuters) -",
        "KYIV/MOSCOW",
        [("Reuters", "agency")],
        "two places",
    ),
    ("AP — The town", "AP —", None, [("Associated Press", "agency")], "an agency where the place stands"),
    ("LONDON, March 3", "LONDON, March 3", "LONDON", [], "alone on its line"),
    ("SÃO PAULO, Brazil — The town", "SÃO PAULO, Brazil —", "SÃO PAULO", [], "letters with marks"),
    ("Oslo — The town", "Oslo —", "Oslo", [], "a city of the list in small letters"),
    ("New Delhi: The town", "New Delhi:", "New Delhi", [], "a city of the list and a colon"),
    ("OSLO, Norway", "OSLO, Norway", "OSLO", [], "a city alone on its line"),
    ("Roe: The town", None, None, [], "a name and a colon"),
    ("SPRINGFIELD —", "SPRINGFIELD —", "SPRINGFIELD", [], "place and dash alone on a line"),
    ("SPORTS", None, None, [], "capitals alone on a line"),
    (
        "(Orvin, dpa) 03.11.2021 - The town",
        "(Orvin, dpa) 03.11.2021 -",
        "Orvin",
        [("Deutsche Presse-Agentur", "agency")],
        "place and agency in one bracket, the day after it",
    ),
    (
        "(EFE) Orvin, Nov 3, 2021. - The town",
        "(EFE) Orvin, Nov 3, 2021. -",
        "Orvin",
        [("EFE", "agency")],
        "the agency first",
    ),
    (
        "(AFP) ORVIN — The town",
        "(AFP) ORVIN —",
        "ORVIN",
        [("Agence France-Presse", "agency")],
        "the agency before capitals",
    ),
    (
        "(AFP) Rain. The town",
        "(AFP)",
        None,
        [("Agence France-Presse", "agency")],
        "a word and a full stop are no place",
    ),
    (
        "Orvin, 3 Mar. (EFE).- The town",
        "Orvin, 3 Mar. (EFE).-",
        "Orvin",
        [("EFE", "agency")],
        "a full stop before the hyphen",
    ),
    (
        "ORVIN, March 3 (AFP) — The town",
        "ORVIN, March 3 (AFP) —",
        "ORVIN",
        [("Agence France-Presse", "agency")],
        "a long dash",
    ),
    (
        "Orvin (dpa/lbn) - The town",
        "Orvin (dpa/lbn) -",
        "Orvin",
        [("Deutsche Presse-Agentur", "agency")],
        "an agency with its regional service",
    ),
    ("ORVIN (agencies) - The town", "ORVIN (agencies) -", "ORVIN", [], "agencies without a name"),
    ("Orvin (Staff) — The town", "Orvin (Staff) —", "Orvin", [], "staff without a name"),
    ("ORVIN (Wires) — The town", "ORVIN (Wires) —", "ORVIN", [], "wires without a name"),
    (
        "ORVIN (Wire Services/AFP) — The town",
        "ORVIN (Wire Services/AFP) —",
        "ORVIN",
        [("Agence France-Presse", "agency")],
        "wires beside an agency",
    ),
    ("Roe (correspondent) The town", None, None, [], "an unnamed writer without a dash"),
    ("FILE - In this May 1 photo, rain.", None, None, [], "a caption"),
    ("NATO — the alliance — met.", None, None, [], "an acronym that goes on in small letters"),
    ("NASA (National Aeronautics and Space Administration) said", None, None, [], "an acronym explained"),
    ("US President (AP) went home", None, None, [], "no sentence begins after it"),
    ("Rain fell on the town (AP photo) on Monday.", None, None, [], "prose with a bracket"),
    ("LONDON is wet.", None, None, [], "a place that begins a sentence"),
]


@pytest.mark.parametrize(("line", "whole", "place", "named", "why"), CASES, ids=[case[-1] for case in CASES])
def test_find_dateline(line, whole, place, named, why):
    found = find_dateline(line, 0, len(line))

    assert (None if found is None else line[found.start : found.end].strip()) == whole
    if found is not None:
        assert (line[slice(*found.place)] if found.place != (-1, -1) else None) == place
        assert [(credit.name, credit.role.value) for credit in found.credits] == named


def test_the_day_of_a_dateline_is_kept_where_the_year_is_told():
    line = "LONDON (Echo News - 08th March, 2022) The town"

    assert find_dateline(line, 0, len(line)).published.earliest.isoformat() == "2022-03-08T00:00:00"
    assert find_dateline("LONDON, March 8 (Reuters) - The", 0, 31).published is None


def test_a_day_in_figures_or_behind_the_place_is_the_moment():
    german, spanish = "(Orvin, dpa) 23.11.2021 - The town", "(EFE) Orvin, Nov 23, 2021. - The town"

    for line in (german, spanish):
        assert find_dateline(line, 0, len(line)).published.earliest.isoformat() == "2021-11-23T00:00:00"


UNLISTED = [
    (
        "OSLO (Echo News / Coast - 08th March, 2022) The",
        ["outlet", "agency"],
        "the last of several unlisted names stands where an agency's does",
    ),
    ("OSLO (Coast Wire) — The", ["agency"], "a name that says it is an agency"),
    ("OSLO (Coast Echo) — The", ["agency"], "a name alone before a dash"),
    ("OSLO (Coast Echo, 3 March 2021) The", ["outlet"], "a name alone without a dash"),
]


@pytest.mark.parametrize(("line", "roles", "why"), UNLISTED, ids=[case[-1] for case in UNLISTED])
def test_roles_of_unlisted_names(line, roles, why):
    assert [credit.role.value for credit in find_dateline(line, 0, len(line)).credits] == roles
