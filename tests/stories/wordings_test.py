import pytest
from tests.stories.quoted import descent, piece, report_of

from stemma.model import Attribution, Form, Integrity, Manner, Span
from stemma.stories.ascriptions import Court
from stemma.stories.descent import Descent
from stemma.stories.pieces import Piece
from stemma.stories.wordings import judge_wording

SAID = "The crane must stay where it is and nobody will sell it."
HOST = "A paper that came to light on Friday claims that the crane must go where it belongs and nobody will buy it."


def court(lines, speakers=(), names=None):
    names = names or {}
    return Court(
        descent=descent(lines),
        speakers=frozenset(speakers),
        named=frozenset(names),
        persons=frozenset(names),
        names=names,
    )


def judged(told, name, asked, voice_id=None):
    return judge_wording([told[name][0]], told, voice_id, asked)


def test_a_transcript_counts_for_voices_who_speak_in_it():
    told = {
        "t": [piece("t", HOST, form=Form.TRANSCRIPT, voice_id="host")],
        "a": [piece("a", "the crane must stay where it is and nobody will sell it", voice_id="mayor")],
    }
    names = {"host": "Hella Voss", "mayor": "Jan Prill"}

    away = judged(told, "a", court(["t", "a"], ["host"], names), "mayor")
    present = judged(told, "a", court(["t", "a"], ["host", "mayor"], names), "mayor")

    assert away.integrity is Integrity.SOLE_WITNESS
    assert present.integrity is Integrity.REWORDED_INSIDE_MARKS


def test_what_all_have_without_marks_is_no_wording_of_the_speakers():
    told = {name: [piece(name, SAID, is_marked=False)] for name in "ab"}

    assert judged(told, "b", court(["a", "b"])).integrity is Integrity.PARAPHRASE


def test_a_title_in_marks_takes_no_marks_from_others():
    told = {"a": [piece("a", "a bigger fee for Grey Harbour", is_marked=False)], "b": [piece("b", "Grey Harbour")]}

    assert judged(told, "a", court(["a", "b"])).integrity is Integrity.PARAPHRASE


MARKS = [
    (SAID, 1, True, Integrity.UNDECIDED, "a whole remark, told directly here and indirectly there"),
    (SAID, 3, True, Integrity.PARAPHRASE_PUT_IN_MARKS, "a whole remark that only one has directly"),
    (
        "stay where it is",
        1,
        False,
        Integrity.UNDECIDED,
        "a phrase of another's sentence, and nobody knows who has it from whom",
    ),
    ("Crane Trust", 3, False, Integrity.SOLE_WITNESS, "a name is nobody's wording"),
]


@pytest.mark.parametrize(("words", "others", "is_remark", "integrity", "why"), MARKS, ids=[case[-1] for case in MARKS])
def test_marks_round_what_others_have_as_their_own(words, others, is_remark, integrity, why):
    names = "bcd"[:others]
    plain = {name: [piece(name, words, is_marked=False)] for name in names}
    marked = Piece(
        report=report_of("a", words), spans=(Span("a", 0, len(words)),), is_marked=True, voice_id=None, attribution=None,
        act="said" if is_remark else None,
    )  # fmt: skip
    found = judged({"a": [marked], **plain}, "a", court(["a" + names]))

    assert found.integrity is integrity


def named(name: str, voice: str) -> Piece:
    text = f"{voice}: {SAID}"
    span = Span(name, len(voice) + 2, len(text))
    attribution = Attribution(
        id=f"{name}-1", voice_id=voice, via=None, source=(Span(name, 0, len(voice)),), cue=(), content=(span,),
        manner=Manner.DIRECT,
    )  # fmt: skip
    return Piece(report=report_of(name, text), spans=(span,), is_marked=True, voice_id=voice, attribution=attribution)


VOICES = [
    ("ab", "c", Integrity.VERBATIM, "most of a line name him"),
    ("a", "bc", Integrity.REATTRIBUTED, "twice as many name another"),
    ("a", "b", Integrity.UNDECIDED, "one against one: nobody can say"),
]


@pytest.mark.parametrize(("own", "other", "integrity", "why"), VOICES, ids=[case[-1] for case in VOICES])
def test_two_voices_for_the_same_words(own, other, integrity, why):
    told = {n: [named(n, "Jan Prill")] for n in own} | {n: [named(n, "Hella Voss")] for n in other}
    names = {"Jan Prill": "Jan Prill", "Hella Voss": "Hella Voss"}

    assert judged(told, "a", court([own + other], names=names), "Jan Prill").integrity is integrity


def test_a_later_sentence_of_a_turn_is_its_speakers_too():
    turn = "HELLA VOSS: The gulls were loud. They sat on the mast.\n\n" + SAID
    span = Span("t", turn.index(SAID), len(turn))
    source = Span("t", 0, len("HELLA VOSS"))
    attribution = Attribution(
        id="t-1", voice_id="Hella Voss", via=None, source=(source,), cue=(), content=(span,), manner=Manner.DIRECT
    )
    said = Piece(
        report=report_of("t", turn, Form.TRANSCRIPT), spans=(span,), is_marked=True, voice_id="Hella Voss",
        attribution=attribution,
    )  # fmt: skip
    told = {"a": [named("a", "Jan Prill")], "t": [said]}
    names = {"Jan Prill": "Jan Prill", "Hella Voss": "Hella Voss"}
    found = judged(told, "a", court(["a", "t"], ["Hella Voss"], names), "Jan Prill")

    assert found.integrity is Integrity.REATTRIBUTED
    assert [one.note for one in found.evidence if one.kind == "voices"] == [
        "given to Jan Prill here, to Hella Voss there"
    ]


def test_who_gives_words_to_two_voices_is_shown_with_the_places_that_say_so():
    told = {"a": [named("a", "Jan Prill")], "b": [named("b", "Hella Voss")]}
    names = {"Jan Prill": "Jan Prill", "Hella Voss": "Hella Voss"}
    found = judged(told, "a", court(["ab"], names=names), "Jan Prill")
    (voices,) = (one for one in found.evidence if one.kind == "voices")

    assert voices.note == "given to Jan Prill here, to Hella Voss there"
    assert voices.spans == (Span("a", 0, 9), Span("b", 0, 10))


def test_a_description_is_no_name_that_another_could_contradict():
    told = {"a": [named("a", "Swedish company")], **{n: [named(n, "Hella Voss")] for n in "bc"}}
    names = {"Swedish company": "Swedish company", "Hella Voss": "Hella Voss"}

    assert judged(told, "a", court(["abc"], names=names), "Swedish company").integrity is Integrity.VERBATIM


def test_a_quotation_behind_the_stop_is_not_surely_of_the_name_before_it():
    def told(name: str, voice: str) -> Piece:
        text = f'"It is late," {voice} said. "{SAID}"'
        source, span = Span(name, 14, 14 + len(voice)), Span(name, text.index(SAID), len(text) - 1)
        attribution = Attribution(
            id=f"{name}-1", voice_id=voice, via=None, source=(source,), cue=(), content=(span,), manner=Manner.DIRECT
        )  # fmt: skip
        return Piece(
            report=report_of(name, text), spans=(span,), is_marked=True, voice_id=voice, attribution=attribution
        )

    pieces = {"a": [told("a", "Jan Prill")], **{n: [told(n, "Hella Voss")] for n in "bc"}}
    names = {"Jan Prill": "Jan Prill", "Hella Voss": "Hella Voss"}

    assert judged(pieces, "a", court(["abc"], names=names), "Jan Prill").integrity is Integrity.VERBATIM


def test_marks_are_put_by_who_has_the_sentence_from_where_it_has_none():
    words = "stay where it is"
    marked = Piece(
        report=report_of("a", words), spans=(Span("a", 0, len(words)),), is_marked=True, voice_id=None, attribution=None
    )
    told = {"a": [marked], "b": [piece("b", words, is_marked=False)]}
    line = {"a": "a", "b": "a"}
    kin = {"a": frozenset("b"), "b": frozenset("a")}
    known = Descent(parents={"a": {"b": 0.9}}, unseen={}, kin=kin, line_of=line)
    either = Descent(parents={"a": {"b": 0.2}, "b": {"a": 0.2}}, unseen={}, kin=kin, line_of=line)

    nobody = frozenset[str]()
    courts = [Court(descent=one, speakers=nobody, named=nobody, persons=nobody, names={}) for one in (known, either)]
    found = [judge_wording([marked], told, None, court) for court in courts]

    assert [one.integrity for one in found] == [Integrity.PARAPHRASE_PUT_IN_MARKS, Integrity.UNDECIDED]
    assert found[1].also_possible == (Integrity.PARAPHRASE_PUT_IN_MARKS,)


def test_of_a_phrase_that_a_report_has_beside_the_whole_nothing_is_cut_off():
    whole, phrase = "the crane must stay where it is and nobody will sell it", "stay where it is"
    text = f"{phrase} / {whole}"
    spans = Span("a", 0, len(phrase)), Span("a", len(phrase) + 3, len(text))
    both = [
        Piece(report=report_of("a", text), spans=(span,), is_marked=True, voice_id=None, attribution=None)
        for span in spans
    ]
    told = {"a": both, "b": [piece("b", whole)]}

    assert judged(told, "a", court(["a", "b"])).integrity is Integrity.VERBATIM
    assert judged({"a": both[:1], "b": told["b"]}, "a", court(["a", "b"])).integrity is Integrity.FRAGMENT
