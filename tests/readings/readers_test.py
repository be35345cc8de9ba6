"""Readers by name: ours, and one that another package registers."""

from importlib.metadata import EntryPoint

import pytest
import spacy
from tests.readings.made import made_report

from stemma.model import Span, Telling, UsageError
from stemma.readings import ReadingRules, read, readers

TEXT = "Ada Orr said the fund is empty. Bo Lind whispered the pact is dead."


class TinyPipeline:
    """A pipeline of spaCy made here: an entity ruler names the speakers, and the verb behind one is the cue."""

    def __init__(self):
        self.language = spacy.blank("en")
        ruler = self.language.add_pipe("entity_ruler")
        ruler.add_patterns([{"label": "PERSON", "pattern": name} for name in ("Ada Orr", "Bo Lind")])
        self.language.add_pipe("sentencizer")

    def tell(self, report):
        document = self.language(report.text)
        for sentence in document.sents:
            for person in sentence.ents:
                cue, content = document[person.end], document[person.end + 1 : sentence.end - 1]
                yield Telling(
                    source=(Span(report.id, person.start_char, person.end_char),),
                    cue=(Span(report.id, cue.idx, cue.idx + len(cue)),),
                    content=(Span(report.id, content.start_char, content.end_char),),
                )


class Broken:
    def __init__(self):
        raise RuntimeError("no licence")


@pytest.fixture
def registered(monkeypatch):
    found = [
        EntryPoint(name="tiny.spacy.v1", value=f"{__name__}:TinyPipeline", group=readers.GROUP),
        EntryPoint(name="broken.v1", value=f"{__name__}:Broken", group=readers.GROUP),
    ]
    monkeypatch.setattr(readers, "entry_points", lambda group: [one for one in found if one.group == group])
    readers.reader_named.cache_clear()
    yield
    readers.reader_named.cache_clear()


def test_a_pipeline_of_spacy_reads_by_its_name(registered):
    reading = read(made_report(TEXT), ReadingRules(reader="tiny.spacy.v1"))
    told = [
        ([TEXT[s.start : s.end] for s in one.cue], TEXT[one.content[0].start : one.content[0].end])
        for one in reading.attributions
    ]

    assert reading.stamp.tool == "stemma.readings.tiny.spacy.v1"
    assert told == [(["said"], "the fund is empty"), (["whispered"], "the pact is dead")]
    assert {voice.name for voice in reading.voices} >= {"Ada Orr", "Bo Lind"}


def test_a_name_that_nobody_registered_is_told_with_those_that_are(registered):
    with pytest.raises(
        UsageError, match=r"no reader is called 'nobody'; there is network, fast, broken.v1, tiny.spacy.v1"
    ):
        read(made_report(TEXT), ReadingRules(reader="nobody"))


def test_a_reader_that_cannot_be_loaded_is_one_line(registered):
    with pytest.raises(UsageError, match="cannot be loaded \\(no licence\\)"):
        read(made_report(TEXT), ReadingRules(reader="broken.v1"))


def test_our_readers_keep_their_names():
    assert (readers.version_of("network"), readers.version_of("fast")) == (
        "attribution.network.v1",
        "attribution.rules.v1",
    )
