"""Releases: the word of who gives them out, and nobody else's text."""

from itertools import permutations

import pytest

import stemma
from stemma.views.index import index_of, owner_phrase, title_of

RELEASE = (
    "PRESS RELEASE\n\nTorsvik Pumps adapts its works to lower demand\n\nTorsvik, 14 March 2022, 09:00\n\n"
    "Torsvik Pumps AG will cut 412 posts at its two works by the end of 2022. The board took this decision today.\n\n"
    "Of these posts, 240 are at the main works in Torsvik. Hall 3 will close at the end of June.\n\n"
    "“The market for pumps has fallen by a third within a year,” said Ida Stromberg, who leads the company.\n\n"
    "The company will begin talks with the works council without delay and hopes to avoid forced redundancies.\n\n"
    "About Torsvik Pumps\nTorsvik Pumps AG makes pumps for ships and harbours.\n\nPress contact: Karl Voss"
)
WIRE = (
    "Pump maker to cut 400 jobs\n\n"
    "TORSVIK, March 14 (Northwire) - Torsvik Pumps will cut more than 400 jobs, the company said on Monday.\n\n"
    "Of these posts, 240 are at the main works in Torsvik, it said in a statement. Hall 3 will close at the end of June.\n\n"
    "The company will begin talks with the works council without delay and hopes to avoid forced redundancies.\n\n"
    "The metal union called the cuts a slap in the face.\n\n-- Northwire"
)
PAPER = (
    "Hard times in Torsvik\n\nThe Torsvik Herald, 15 March 2022\n\n"
    "Nobody spoke in the canteen of the works.\n\nHall 3 will close at the end of June, and the lamps were out already."
)
TEXTS = {"release.txt": RELEASE, "wire.txt": WIRE, "paper.txt": PAPER}


def compared(folder, names=tuple(TEXTS)):
    for name in names:
        (folder / name).write_text(TEXTS[name], "utf-8")
    return stemma.compare([folder / name for name in names]).story


def report_id(story, name):
    return next(report.id for report in story.reports if report.path.endswith(name))


@pytest.mark.parametrize("names", list(permutations(TEXTS)))
def test_a_release_has_its_text_from_nobody(tmp_path, names):
    story = compared(tmp_path, names)
    release, wire = report_id(story, "release.txt"), report_id(story, "wire.txt")
    seen = {one.id: one.report_id for one in story.stemma.exemplars}
    parents = [
        (one.report_id, seen[one.exemplar_id]) for one in story.stemma.derivations if one.kind != "same-occasion"
    ]
    assert not [one for one, _ in parents if one == release]
    assert (wire, release) in parents
    (own,) = (one for one in story.provenances if one.report_ids == (release,))
    assert [portion.origin.value for portion in own.portions] == ["none-known"]


def test_what_a_release_tells_is_its_issuers_word(tmp_path):
    story = compared(tmp_path)
    names = {voice.id: voice.name for voice in story.voices}
    told = next(one for one in story.assertions if "Hall 3" in one.gist)
    assert {names[one] for one in told.voice_ids} == {"Torsvik Pumps"}
    assert told.count.reports == 3
    assert not [one for one in story.story.findings if "without attribution" in one.text]


def test_a_release_is_called_a_statement(tmp_path):
    index = index_of(compared(tmp_path))
    called = {title_of(index, one) + owner_phrase(index, one) for one in index.reports.values()}
    assert "Torsvik Pumps (its own statement)" in called


def test_a_newsroom_that_understands_is_no_voice(tmp_path):
    told = "The pumps of the lower town will be sold to a firm from Hallin before the winter"
    texts = {
        "a.txt": f"Pumps to go\n\nThe Torsvik Echo, 3 March 2028\n\n{told}, the Torsvik Echo understands.\n\nThey are old.",
        "b.txt": f"Pumps sold\n\nThe Torsvik Herald, 4 March 2028\n\n{told}, mayor Ida Roe said.\n\nShe spoke at the weir.",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, "utf-8")
    story = stemma.compare([tmp_path / name for name in texts]).story
    names = {voice.id: voice.name for voice in story.voices}
    sold = next(one for one in story.assertions if "pumps of the lower town" in one.gist)
    assert [names[one] for one in sold.voice_ids] == ["Ida Roe"]
    assert not [conflict for conflict in sold.conflicts if conflict.kind == "voice"]
