"""Names of outlets are told from persons, sections, places and bodies."""

import pytest

from stemma.model import Extraction, Outlet, OutletKind
from stemma.reports.outlets import Naming, headline_length, naming, once_each

CASES = [
    ("Springfield Echo", Naming.SURE, "a newspaper's word at the end"),
    ("The Morning Post", Naming.SURE, "an open word behind one that outlets begin with"),
    ("SPRINGFIELD WEEKLY", Naming.SURE, "capitals"),
    ("Radio Springfield", Naming.SURE, "a broadcaster"),
    ("Daily Looking-Glass", Naming.SURE, "Daily in front"),
    ("SpringNews24", Naming.SURE, "words run together"),
    ("spring.example", Naming.SURE, "a domain"),
    ("Denver Post", Naming.SURE, "an open word behind a city"),
    ("Florence Post", Naming.PERHAPS, "a city that is a first name too"),
    ("High Wire", Naming.PERHAPS, "a wire of another kind"),
    ("Jane Post", Naming.PERHAPS, "a surname that is an outlet's word"),
    ("Riverside Notes", Naming.PERHAPS, "a word of many things"),
    ("Jane Roe", Naming.NONE, "a person"),
    ("World News", Naming.NONE, "a section"),
    ("Politics", Naming.NONE, "a section of one word"),
    ("Review", Naming.NONE, "a part of a page"),
    ("Film Review", Naming.NONE, "a kind of text"),
    ("This Evening", Naming.NONE, "a time"),
    ("Daily Briefing", Naming.NONE, "a letter to readers"),
    ("The White House", Naming.NONE, "a body"),
    ("jane@spring.example", Naming.NONE, "an address"),
    ("Jane Roe, Springfield Echo", Naming.NONE, "two names"),
    ("The mayor reads the Echo", Naming.NONE, "a sentence"),
    ("", Naming.NONE, "nothing"),
]


@pytest.mark.parametrize(("words", "expected", "why"), CASES, ids=[case[-1] for case in CASES])
def test_naming(words, expected, why):
    assert naming(words) is expected


TITLES = [
    ("Rain Falls On Town | Springfield Echo", "Rain Falls On Town", "an outlet behind a bar"),
    ("Rain Falls On Town | News | The Springfield Echo", "Rain Falls On Town", "a section and an outlet"),
    ("Rain Falls On Town - The Springfield Echo", "Rain Falls On Town", "an outlet behind a hyphen"),
    ("Rain Falls On Town – Reuters", "Rain Falls On Town", "an agency behind a dash"),
    ("Rain falls on the town | Orvin Today Live", "Rain falls on the town", "a short name behind a bar"),
    ("Rain Falls On Town - The Army Is On Its Way", None, "a second half"),
    ("Rain falls on the town | what we know so far", None, "words behind a bar"),
    ("Live - Springfield Echo", None, "too few words before it"),
    ("Rain-soaked town asks for boats", None, "a hyphen inside a word"),
]


@pytest.mark.parametrize(("line", "headline", "why"), TITLES, ids=[case[-1] for case in TITLES])
def test_the_outlet_behind_a_headline_is_no_part_of_it(line, headline, why):
    assert line[: headline_length(line)] == (headline or line)


def test_what_one_report_shows_of_an_outlet_stands():
    plain = Outlet(id="pumps", name="Pumps")
    office = Outlet(id="pumps", name="Pumps", kind=OutletKind.PRESS_OFFICE)
    owned = Outlet(id="pumps", name="Pumps", owner="Weir")

    for order in ([plain, office, owned], [owned, plain, office], [office, owned, plain]):
        found = once_each(Extraction(outlets=(outlet,)) for outlet in order)
        assert [(one.owner, one.kind) for one in found] == [("Weir", OutletKind.PRESS_OFFICE)]
