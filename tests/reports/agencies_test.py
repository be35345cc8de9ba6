"""The shipped list of agencies is sound, and names are found in credit lines."""

import pytest

from stemma.model import OutletKind
from stemma.reports.agencies import agencies, find_agency, named_agencies
from stemma.reports.outlets import outlet_named


def test_no_form_means_two_agencies():
    forms = [form for agency in agencies() for form in {agency.name, *agency.forms, *agency.short}]

    assert len(forms) == len(set(forms))


def test_the_list_covers_the_world():
    assert len(agencies()) >= 80
    assert len({agency.country for agency in agencies()}) >= 50
    assert {agency.kind for agency in agencies()} == {"agency", "broadcaster", "photo"}


CASES = [
    ("AP", "Associated Press", "a short form alone"),
    ("the associated press", "Associated Press", "small letters"),
    ("ap", None, "a short form in small letters"),
    ("(AFP)", "Agence France-Presse", "brackets round it"),
    ("ANA", "ANA", "letters that several agencies share"),
    ("ana", None, "a name in small letters that letters of an agency make"),
    ("African News Agency", "African News Agency", "one of those that share them"),
    ("SAPA", "South African Press Association", "an agency of the same country"),
    ("PA", "PA Media", "two letters alone"),
    ("Springfield Echo", None, "an unlisted name"),
    ("", None, "nothing"),
]


@pytest.mark.parametrize(("name", "expected", "why"), CASES, ids=[case[-1] for case in CASES])
def test_find_agency(name, expected, why):
    found = find_agency(name)

    assert (found.name if found else None) == expected


def test_the_longer_name_wins():
    assert [named.agency.name for named in named_agencies("By Al Bo, Australian Associated Press")] == [
        "Australian Associated Press"
    ]
    assert [named.agency.name for named in named_agencies("Associated Press of Pakistan")] == [
        "Associated Press of Pakistan"
    ]


def test_outlets_of_one_name_are_one():
    first, second = outlet_named("Springfield  Écho"), outlet_named("SPRINGFIELD ECHO")

    assert first.id == second.id == "springfield-echo"
    assert outlet_named("Reuters").kind is OutletKind.AGENCY
