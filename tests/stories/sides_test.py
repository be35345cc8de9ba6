"""Which reports of an assertion deny it, and what that does to its count."""

import stemma

LEDE = {
    "echo": "Two divers missing off the Lunde lighthouse since Friday have been found alive near a wreck, the Echo knows.",
    "courier": "Two divers missing since Friday have not been found, a coastguard spokeswoman said on Sunday evening.",
    "herald": "Two divers missing since Friday have not been found, a coastguard spokeswoman said on Sunday evening.",
    "post": "Two divers missing off the Lunde lighthouse since Friday have been found alive, the Springfield Echo reports.",
}
PAPERS = {"echo": "Springfield Echo", "courier": "Capital Courier", "herald": "Torsvik Herald", "post": "Northern Post"}
REST = (
    "Ida Stromberg, 34, and Karl Voss, 31, left the harbour at noon with a third diver.\n\n"
    "The wreck lies at forty metres and is known for its currents.\n\n{more}"
)
MORE = {
    "echo": "A boat was on its way to the wreck, readers told the paper.",
    "courier": "Six boats will go out again at dawn, the spokeswoman said.",
    "herald": "The families have been told, she said.",
    "post": "The coastguard did not answer calls by this paper on Sunday.",
}


def told(tmp_path, names):
    for name in names:
        text = (
            f"{PAPERS[name]}: divers\n\n{PAPERS[name]}, 7 March 2021\n\n{LEDE[name]}\n\n{REST.format(more=MORE[name])}"
        )
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    return stemma.compare([tmp_path / f"{name}.txt" for name in names]).story


def found_alive(story):
    return next(one for one in story.assertions if any(c.kind == "polarity" for c in one.conflicts))


def test_a_denial_is_told_and_not_counted(tmp_path):
    story = told(tmp_path, ["echo", "courier", "post"])
    assertion = found_alive(story)
    assert "found alive" in assertion.gist
    assert assertion.count.reports == 2, "two of three say it"
    assert len({claim.report_id for claim in assertion.claims}) == 3, "the third is shown with it"
    assert any("not been found" in one.text for one in story.story.findings if one.is_warning)


def test_all_that_deny_it_in_the_same_words_are_left_out(tmp_path):
    assertion = found_alive(told(tmp_path, ["echo", "courier", "herald", "post"]))
    assert assertion.count.reports == 2


def test_nobody_denies_what_nobody_contradicts(tmp_path):
    story = told(tmp_path, ["courier", "herald"])
    assert all(one.count.reports == len({claim.report_id for claim in one.claims}) for one in story.assertions)


def test_what_was_not_seen_since_a_time_may_be_seen_now(tmp_path):
    first = "Two divers had not been seen since they left the harbour of Lunde on Friday morning."
    second = "Two divers who left the harbour of Lunde on Friday morning were seen near the wreck on Sunday."
    for name, lede in (("a", first), ("b", second)):
        (tmp_path / f"{name}.txt").write_text(
            f"Divers off Lunde\n\n7 March 2021\n\n{lede}\n\n{REST.format(more='')}", "utf-8"
        )
    story = stemma.compare([tmp_path / "a.txt", tmp_path / "b.txt"]).story
    assert not [c for one in story.assertions for c in one.conflicts if c.kind == "polarity"]
