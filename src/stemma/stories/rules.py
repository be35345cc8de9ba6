"""What a sign is worth when reports of one story are compared."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryRules:
    """Settings of the room `stories`; bits are of surprisal, weights are log-odds (natural).

    How the numbers were found: docs/explanation/kinship.md and stemma.md.
    """

    # Kinship of passages
    least_bits: float = (
        35.0  # shared narration from which dependence is likelier than chance; below, a passage is not joined
    )
    sentence_most: float = (
        30.0  # one sentence alone does not join: it may be stock, or the event's only possible wording ...
    )
    same_share: float = 0.8  # ... unless it is the same nearly word for word ...
    same_bits: float = 60.0  # ... and long: then it bears twice as much
    speech_share: float = 0.5  # a word of indirect speech may be the speaker's own: it counts half
    marks_share: float = 0.5  # a word in marks on one side alone may be the speaker's own too ...
    marks_most: float = 10.0  # ... so all of them in one sentence bear no more than this
    run_words: int = 2  # a shared word standing alone is a topic, not a reading
    moved_bits: float = 8.0  # a moved sentence joins a block that is sure already from this much on
    gap_units: int = 2  # sentences that one side may leave out inside a block
    bits_weight: float = 0.15  # log-odds a bit above the least

    # Who has it from whom: log-odds of what must be supposed if one text was made from another
    least_edge: float = 20.0  # bits that a report must share with another to have its text from there
    closeness_weight: float = (
        -2.5
    )  # each passage that others have and this exemplar lacks: nobody writes it a second time
    overlap_weight: float = -6.0  # for all that it shares word for word with another and not with this one
    lacking_weight: float = -0.8  # for each e-fold of readings that others have and this exemplar lacks
    exchanged_weight: float = -1.0  # each run of words in a shared sentence that stands for others
    put_in_weight: float = -1.2
    left_out_weight: float = -0.6
    agreed_weight: float = -0.8  # each such run that stands so in a report which cannot have it from the child
    restyled_weight: float = -0.3  # figures or words, hyphens, spelling; three places at most
    moved_weight: float = -0.8  # each sentence that stands before one that it stood behind
    rewritten_weight: float = -0.5  # each run of sentences in the place of others
    added_weight: float = -1.0  # each run of sentences
    dropped_weight: float = -0.6
    cut_weight: float = -0.3
    following_weight: float = 0.5  # for each e-fold of reports that likely have their text from this exemplar
    closed_weight: float = -0.3  # an end of up to three sentences that nobody else has: the later desk's own last words
    reopened_weight: float = -0.4  # such an end of the parent's is missing
    later_weight: float = -2.5  # a parent was published later ...
    much_later_weight: float = -3.0  # ... by three hours or more, a day told taken by its middle
    zone_weight: float = -1.0  # ... by three hours to twelve: one of the two clocks may be wrong
    credit_weight: float = 3.0
    citation_weight: float = 3.0  # a report names another outlet as telling it
    foreign_credit_weight: float = -1.0  # the credit to an agency came from elsewhere
    hearing_weight: float = (
        -1.5
    )  # the report says in a shared sentence that it was told it: "told the Post", in the Post
    release_weight: float = -20.0  # by hand: what somebody gives out in his own name is no copy of a report on it
    marks_weight: float = -0.8  # marks round another's narration are later
    unseen_weight: float = -2.2  # for each report of three or more: what a text not seen had is supposed, not read ...
    unseen_agency_weight: float = -1.0  # ... but of an agency that is credited it is known that there was one
    unnamed_weight: float = -3.3
    lone_weight: float = -1.7  # the same, where reports share one passage alone
    agency_weight: float = 4.0
    signature_weight: float = 0.0  # shown, not weighed: who signs for an agency may have it from there or have sent it
    other_credit_weight: float = -3.0  # one who credits an agency does not write on his own account
    dateline_weight: float = 1.0
    temper: float = (
        0.45  # power that draws the odds between possible parents together: signs of one are not independent
    )

    # Things said
    utterance_share: float = 0.6  # of the shorter wording's words, in order
    link_share: float = 0.34  # of the weight of content words, for two attributions of one voice
    least_marked_words: int = 2

    # Lines
    mostly: float = (
        0.5  # of a report's sentences, from which on what it shares of an assertion counts as had from there
    )

    same_transcript: float = 0.8  # of the sentences of the shorter of two transcripts: one was made from the other
    near_units: int = (
        12  # sentences on either side of an assertion in which a newsroom's own material is looked for ...
    )
    own_units: int = 3  # ... so many of which show an own recording ...
    own_share: float = 0.5  # ... if so much of what each tells is in no report of another line

    # Claims
    same_claim: float = 0.5
    same_claim_in_block: float = 0.3
    same_counterpart: float = 0.33  # likeness, less half of the next claim's, of two that are each other's likest
    counterpart_words: float = 1.5  # such words as no other claim of either report has, that the two share at least
    same_on_average: float = 0.4
    conflict_likeness: float = (
        0.25  # two accounts that tell of one thing may differ in a number, a date or a name; more in long reports ...
    )
    turned_likeness: float = 0.32  # ... and contradict each other where they share so much of all that they tell
    doubted: float = (
        0.05  # where claims have vectors: chance below which a network doubts that two are one; 0: it is not asked
    )

    # Events
    same_event: float = 0.2  # cosine of what reports are about, on average over two groups: below, no event in common
    same_event_least: float = 0.1
    same_passage: float = (
        0.5  # what a shared passage makes of two reports that are a little alike; nobody counts as more alike
    )
    same_likeness: float = 0.8  # of the likeness within two groups must be found across them, or they are look-alikes
    one_text: float = 0.5  # of one report's characters stand in another: one text tells of one event
    copy_bits: float = 200.0  # shared narration of copies: they do not show how alike an event's reports are
    lone_likeness: float = 0.25  # taken for the likeness within a report alone, as if it had been seen ...
    lone_pairs: float = 2.0  # ... in so many pairs

    # Whole reports
    near_copy: float = 0.8  # of the narration of both reports, word for word in the other: nearly one text

    most_findings: int = 7
