"""One invented story with everything in it: five reports, two lines, an unseen exemplar, a transcript, refusals."""

from dataclasses import replace

from tests.views.examplereports import (
    BRANDT,
    CROSS,
    HARBOUR,
    LEAD,
    OUTLETS,
    QUOTE,
    QUOTE_B,
    READINGS,
    REPORTS,
    STAMP,
    TEXTS,
    VOICES,
    at,
    claim,
    day,
    minute,
)

from stemma.model import (
    Amendment,
    Assertion,
    Change,
    ChangeKind,
    Circle,
    Citing,
    Collation,
    Conflict,
    Count,
    Credit,
    CreditRole,
    Derivation,
    DerivationKind,
    Direction,
    Edit,
    EditKind,
    Event,
    Evidence,
    Exemplar,
    Finding,
    Integrity,
    Line,
    Match,
    Origin,
    Portion,
    Provenance,
    Refusal,
    Span,
    Stemma,
    Story,
    Utterance,
    Wording,
)

EXEMPLARS = (
    Exemplar(id="x-northwire", name="Northwire", report_id=None),
    Exemplar(id="x-unnamed", name=None, report_id=None),
    Exemplar(id="x-a", name="Harbour Gazette", report_id="a"),
    Exemplar(id="x-t", name=None, report_id="t"),
)


def derivation(
    report_id: str, exemplar_id: str, words: str, kind: DerivationKind, probability: float, *evidence: Evidence, **more
):
    return Derivation(
        report_id=report_id,
        exemplar_id=exemplar_id,
        spans=(at(report_id, words),),
        kind=kind,
        direction=more.get("direction", Direction.DECIDED),
        probability=probability,
        evidence=evidence,
    )


CREDITS = Evidence(kind="credit", weight=3.2, note="credits Northwire", spans=(at("a", "Northwire"),))
SHARED = Evidence(
    kind="narration", weight=6.5, note="46 bits of shared narration in A's order", spans=(at("a", LEAD), at("b", LEAD))
)
SMOOTH = Evidence(
    kind="smoother", weight=-0.8, note="B's “following” for “after” could go either way", spans=(at("b", "following"),)
)

DERIVATIONS = (
    derivation("a", "x-northwire", LEAD, DerivationKind.COPIED, 0.97, CREDITS),
    derivation("b", "x-a", LEAD, DerivationKind.EDITED, 0.52, SHARED, SMOOTH, direction=Direction.UNDECIDED),
    derivation("b", "x-northwire", LEAD, DerivationKind.SIBLINGS, 0.45, SHARED, direction=Direction.UNDECIDED),
    derivation("c", "x-a", LEAD, DerivationKind.COPIED, 0.86, SHARED),
    derivation(
        "b", "x-unnamed", "In another matter, the school roof will be mended in June.", DerivationKind.COPIED, 0.81
    ),
    derivation("d", "x-t", "We will not run it half empty,", DerivationKind.SAME_OCCASION, 0.96),
)

CHANGES = (
    Change(
        kind=ChangeKind.CERTAINTY,
        report_id="b",
        against_report_id="a",
        before=(at("a", "may be hard"),),
        after=(at("b", "will be tough"),),
        note="“may be hard” is “will be tough”",
    ),
    Change(
        kind=ChangeKind.CERTAINTY,
        report_id="b",
        against_report_id="a",
        before=(at("a", "once the winter"),),
        after=(at("b", "if the winter"),),
        note="“once the winter is over” is “if the winter is over”",
    ),
    Change(
        kind=ChangeKind.NUMBER,
        report_id="c",
        against_report_id="a",
        before=(at("a", "six"),),
        after=(at("c", "sixteen"),),
        note="",
    ),
    Change(
        kind=ChangeKind.ATTRIBUTION,
        report_id="b",
        against_report_id="a",
        before=(at("a", "the harbour office said"),),
        after=(),
        note="the harbour office is not named",
    ),
    Change(
        kind=ChangeKind.ADDED,
        report_id="b",
        against_report_id="a",
        before=(),
        after=(at("b", "In another matter, the school roof will be mended in June."),),
        note="",
    ),
    Change(
        kind=ChangeKind.DROPPED,
        report_id="b",
        against_report_id="a",
        before=(at("a", "The ferry has crossed the sound since 1974 and is the only link in spring."),),
        after=(),
        note="",
    ),
)


def match(left: Span, right: Span, surprisal: float, *edits: Edit) -> Match:
    return Match(left=left, right=right, edits=edits, score=0.9, surprisal=surprisal)


def swap(report_id: str, before: str, after: str) -> Edit:
    place = at(report_id, before)
    return Edit(kind=EditKind.SUBSTITUTE, start=place.start, end=place.end, before=before, after=after)


QUESTIONS = "questions about the price of the new engine and wants a second opinion"
HALL = ", after a stormy meeting in the harbour hall."
QUOTE_EDITS = (swap("a", "may be hard", "will be tough"), swap("a", "once", "if"))
MATCHES = (
    match(
        at("a", LEAD + HALL),
        at("b", LEAD + ", following a stormy meeting at the harbour hall."),
        46.0,
        swap("a", "after", "following"),
        Edit(
            kind=EditKind.SUBSTITUTE,
            start=at("a", "in the harbour hall").start,
            end=at("a", "in the harbour hall").start + 2,
            before="in",
            after="at",
        ),
    ),
    match(at("a", LEAD + HALL), at("c", LEAD + HALL), 48.0),
    match(at("a", QUOTE), at("b", QUOTE_B), 0.0, *QUOTE_EDITS),
    match(at("a", QUOTE), at("t", QUOTE), 0.0),
    match(at("a", QUESTIONS), at("b", QUESTIONS), 12.0),
    match(at("a", CROSS[9:]), at("b", "Six" + CROSS[12:]), 20.0, swap("a", "six", "Six")),
    match(at("a", CROSS), at("c", CROSS.replace("six", "sixteen")), 22.0, swap("a", "six", "sixteen")),
    match(
        at("a", "The ferry has crossed the sound since 1974 and is the only link in spring."),
        at("c", "The ferry has crossed the sound since 1974 and is the only link in spring."),
        30.0,
    ),
)

UTTERANCES = (
    Utterance(
        id="u-repair",
        voice_id="v-brandt",
        wordings=(
            Wording(
                report_id="t",
                spans=(at("t", QUOTE),),
                integrity=Integrity.SOLE_WITNESS,
                is_marked=False,
            ),
            Wording(
                report_id="a",
                spans=(at("a", QUOTE),),
                integrity=Integrity.VERBATIM,
                is_marked=True,
                against_report_id="t",
            ),
            Wording(
                report_id="b",
                spans=(at("b", QUOTE_B),),
                integrity=Integrity.REWORDED_INSIDE_MARKS,
                edits=QUOTE_EDITS,
                touches=("certainty", "modality"),
                is_marked=True,
                against_report_id="a",
                evidence=(Evidence(kind="edits", weight=5.0, note="two words exchanged inside marks"),),
            ),
            Wording(
                report_id="d",
                spans=(at("d", "We will not run it half empty"),),
                integrity=Integrity.FRAGMENT,
                is_marked=True,
                against_report_id="t",
            ),
        ),
    ),
    Utterance(
        id="u-questions",
        voice_id="v-brandt",
        wordings=(
            Wording(report_id="a", spans=(at("a", QUESTIONS),), integrity=Integrity.PARAPHRASE, is_marked=False),
            Wording(
                report_id="b",
                spans=(at("b", QUESTIONS),),
                integrity=Integrity.PARAPHRASE_PUT_IN_MARKS,
                also_possible=(Integrity.MARKS_REMOVED,),
                is_marked=True,
                against_report_id="a",
            ),
        ),
    ),
    Utterance(
        id="u-crossing",
        voice_id=None,
        wordings=(
            Wording(
                report_id="b",
                spans=(at("b", "Six" + CROSS[12:]),),
                integrity=Integrity.PARAPHRASE,
                attribution_dropped=True,
                against_report_id="a",
            ),
        ),
    ),
)


def line(line_id: str, root: str, *report_ids: str) -> Line:
    return Line(id=line_id, root=root, report_ids=report_ids, evidence=(SHARED,))


ASSERTIONS = (
    Assertion(
        id="s-sale",
        gist="the council has no plan to sell the island ferry",
        claims=(
            claim("c-1", "a", "the council had no plan to sell the island ferry", "at-1"),
            claim("c-3", "b", "the council had no plan to sell the island ferry"),
            claim("c-4", "c", "the council had no plan to sell the island ferry"),
            claim("c-5", "d", "selling the ferry is not on the table"),
            claim("c-6", "t", "There is no plan to sell it"),
        ),
        voice_ids=("v-brandt",),
        lines=(line("l-1", "x-northwire", "a", "b", "c"), line("l-2", "d", "d"), line("l-3", "t", "t")),
        count=Count(reports=5, lines_min=2, lines_max=3, voices_min=1, voices_max=1),
        conflicts=(),
        would_settle=("whether Coast Radio heard the mayor itself",),
        first_ids=("a", "d"),
        circles=(Circle(report_ids=("a", "d"), spans=(at("a", "council"), at("d", "The union"))),),
    ),
    Assertion(
        id="s-crossing",
        gist="islanders crossed to the town hall on foot",
        claims=(
            claim("c-2", "a", CROSS, "at-3"),
            claim("c-7", "b", "Six" + CROSS[12:]),
            claim("c-8", "c", CROSS.replace("six", "sixteen")),
        ),
        voice_ids=("v-harbour",),
        lines=(line("l-4", "x-northwire", "a", "b", "c"),),
        count=Count(reports=3, lines_min=1, lines_max=1, voices_min=1, voices_max=1),
        conflicts=(
            Conflict(
                kind="number",
                left=(at("a", "At least six"),),
                right=(at("c", "At least sixteen"),),
                note="at least six in A, at least sixteen in C",
            ),
        ),
        would_settle=("Northwire's own text",),
    ),
    Assertion(
        id="s-roof",
        gist="the school roof will be mended in June",
        claims=(claim("c-9", "b", "the school roof will be mended in June"),),
        voice_ids=(),
        lines=(line("l-5", "x-unnamed", "b"),),
        count=Count(reports=1, lines_min=1, lines_max=1, voices_min=1, voices_max=2),
        conflicts=(),
        would_settle=(),
    ),
)

FINDINGS = (
    Finding(
        kind="conflict",
        weight=9.0,
        text="C has “sixteen” islanders where A has “six”",
        spans=(at("c", "sixteen"), at("a", "six")),
        is_warning=True,
    ),
    Finding(
        kind="alteration",
        weight=8.0,
        text="B has “will be tough” inside the marks where A has “may be hard”",
        spans=(at("b", "will be tough"),),
        is_warning=True,
    ),
    Finding(kind="credit", weight=5.0, text="A credits Northwire (not seen); B and C credit nobody"),
    Finding(kind="origin", weight=4.0, text="B has A's sentences in A's order: from A or from Northwire, undecided"),
    Finding(kind="added", weight=1.0, text="B adds a second story (the school roof), 1 report"),
    Finding(kind="dropped", weight=0.9, text="B leaves out 2 statements of A"),
    Finding(kind="timeline", weight=0.8, text="The statement was made on 2025-03-04, a day before A"),
    Finding(kind="minor", weight=0.1, text="The eighth finding is folded"),
)

TIMELINE = (
    Event(
        moment=day(2025, 3, 4),
        kind="told",
        report_id="a",
        text="the council had no plan to sell the island ferry",
        spans=(at("a", "on Tuesday"),),
    ),
    Event(
        moment=day(2025, 3, 4, inferred_from="a"),
        kind="told",
        report_id="b",
        text="the mayor spoke",
        spans=(at("b", "on Tuesday"),),
    ),
    Event(moment=minute(2025, 3, 5, 8), kind="published", report_id="a", text="Council keeps island ferry, mayor says"),
)

REFUSALS = (
    Refusal(subject="reports/photo.jpg", reason="not a text: passed over; give a text, HTML or JSON file"),
    Refusal(subject="D", reason="اتحاد البحارة is not read: no reader for this script"),
)

AMENDMENTS = (
    Amendment(
        report_id="c",
        kind="number",
        is_told=True,
        notice=(),
        before=(Span("c-0", 0, 3),),
        after=(at("c", "Sixteen"),),
        uncorrected=(at("b", "Six islanders"),),
        corrected=(),
    ),
    Amendment(
        report_id="d",
        kind="",
        is_told=False,
        notice=(at("d", "The union"),),
        before=(),
        after=(),
        uncorrected=(),
        corrected=(),
    ),
)

PROVENANCES = (
    Provenance(
        report_ids=("a",),
        outlet_id="o-gazette",
        words=60,
        portions=(
            Portion(origin=Origin.AGENCY, exemplar_ids=("x-northwire",), least=42, most=50),
            Portion(origin=Origin.NONE_KNOWN, exemplar_ids=(), least=10, most=18),
        ),
    ),
    Provenance(
        report_ids=("b",),
        outlet_id="o-courier",
        words=50,
        portions=(
            Portion(origin=Origin.AGENCY, exemplar_ids=("x-northwire",), least=0, most=30),
            Portion(origin=Origin.REPORT, exemplar_ids=("x-a",), least=10, most=40),
            Portion(origin=Origin.NONE_KNOWN, exemplar_ids=(), least=10, most=10),
        ),
    ),
    Provenance(
        report_ids=("d",),
        outlet_id="o-radio",
        words=40,
        portions=(Portion(origin=Origin.NONE_KNOWN, exemplar_ids=(), least=40, most=40),),
    ),
    Provenance(
        report_ids=("a", "b"),
        outlet_id="o-gazette",
        words=110,
        portions=(Portion(origin=Origin.AGENCY, exemplar_ids=("x-northwire",), least=110, most=110),),
    ),
)

CITINGS = (
    Citing(report_id="a", name="Coast Radio", cited_ids=("d",), spans=(at("a", "council"),)),
    Citing(report_id="d", name="Isle News", cited_ids=(), spans=(at("d", "The union"),)),
)

COLLATION = Collation(
    stamp=STAMP,
    story=Story(
        id="story-ferry",
        report_ids=("a", "b", "c", "d", "t"),
        began=day(2025, 3, 4),
        lead_assertion_id="s-sale",
        count=Count(reports=5, lines_min=2, lines_max=3, voices_min=1, voices_max=1),
        findings=FINDINGS,
    ),
    outlets=OUTLETS,
    reports=REPORTS,
    readings=READINGS,
    voices=VOICES,
    matches=MATCHES,
    stemma=Stemma(story_id="story-ferry", exemplars=EXEMPLARS, derivations=DERIVATIONS, changes=CHANGES),
    utterances=UTTERANCES,
    assertions=ASSERTIONS,
    timeline=TIMELINE,
    refusals=REFUSALS,
    amendments=AMENDMENTS,
    provenances=PROVENANCES,
    citings=CITINGS,
)

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'&\x1b[31m\u202e javascript:alert(3)"


def hostile() -> Collation:
    """Give the same story with hostile words wherever a text can stand."""
    report_ = replace(
        REPORTS[3],
        text=TEXTS["d"] + "\n" + HOSTILE,
        path=HOSTILE,
        url="javascript:alert(4)",
        credits=(Credit(name=HOSTILE, role=CreditRole.AGENCY, start=-1, end=-1),),
    )
    return replace(
        COLLATION,
        outlets=(replace(OUTLETS[0], name=HOSTILE), *OUTLETS[1:]),
        reports=(*REPORTS[:3], report_, REPORTS[4]),
        voices=(replace(BRANDT, name=HOSTILE), HARBOUR),
        story=replace(COLLATION.story, findings=(Finding(kind="x", weight=1.0, text=HOSTILE, is_warning=True),)),
        assertions=(replace(ASSERTIONS[0], gist=HOSTILE, would_settle=(HOSTILE,)), *ASSERTIONS[1:]),
        stemma=replace(
            COLLATION.stemma,
            exemplars=(replace(EXEMPLARS[0], name=HOSTILE), *EXEMPLARS[1:]),
            derivations=(
                replace(DERIVATIONS[0], evidence=(Evidence(kind=HOSTILE, weight=1.0, note=HOSTILE),)),
                *DERIVATIONS[1:],
            ),
            changes=(replace(CHANGES[0], note=HOSTILE), *CHANGES[1:]),
        ),
        timeline=(Event(moment=day(2025, 3, 4), kind=HOSTILE, report_id="a", text=HOSTILE),),
        refusals=(Refusal(subject=HOSTILE, reason=HOSTILE),),
        stamp=replace(STAMP, settings={HOSTILE: HOSTILE}, background=HOSTILE),
    )
