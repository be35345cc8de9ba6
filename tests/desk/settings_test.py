import pytest

import stemma
from stemma.desk.settings import RULES, Settings, read_settings, settings_in_force, shipped


def written(tmp_path, text):
    path = tmp_path / "stemma.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_setting_is_filled_in_and_told(tmp_path):
    settings = read_settings(written(tmp_path, "[stories]\nleast_bits = 50\n"))

    assert settings.of("stories")["rules"].least_bits == 50.0
    assert settings.of("matches") == {}
    assert settings.told == {"stories.least_bits": "50"}


WRONG = [
    ("[storys]\nleast_bits = 1\n", "did you mean stories", "a room that does not exist"),
    ("[stories]\nleast_bit = 1\n", "did you mean least_bits", "a setting that does not exist"),
    ("[stories]\nleast_bits = 'many'\n", "give a value like", "a value of another kind"),
    ("[stories]\nleast_bits = true\n", "give a value like", "yes where a number stands"),
    ("stories = 5\n", r"write its settings under \[stories\]", "a room that is no table"),
    ("[stories\n", "not TOML", "no TOML"),
]


@pytest.mark.parametrize(("text", "told", "why"), WRONG, ids=[case[-1] for case in WRONG])
def test_a_wrong_setting_is_one_line(tmp_path, text, told, why):
    with pytest.raises(stemma.UsageError, match=told) as caught:
        read_settings(written(tmp_path, text))

    assert "\n" not in str(caught.value)


def test_a_file_that_is_not_there_is_wrong_use(tmp_path):
    with pytest.raises(stemma.UsageError, match=r"nowhere\.toml"):
        read_settings(tmp_path / "nowhere.toml")


def test_where_settings_come_from(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("STEMMA_SETTINGS", raising=False)
    assert settings_in_force() == Settings()
    written(tmp_path, "[stories]\nleast_bits = 50\n")
    assert settings_in_force().told == {"stories.least_bits": "50"}
    (tmp_path / "other.toml").write_text("[stories]\nleast_bits = 60\n")
    monkeypatch.setenv("STEMMA_SETTINGS", str(tmp_path / "other.toml"))
    assert settings_in_force().told == {"stories.least_bits": "60"}


@pytest.mark.parametrize("room", RULES)
def test_every_room_has_its_rules(room):
    assert type(shipped(room)).__name__ == RULES[room]


def test_a_result_carries_the_settings_it_was_made_with(folder):
    settings = read_settings(written(folder, "[stories]\nmost_findings = 2\n"))

    story = stemma.compare([folder / "dispatch.txt", folder / "copy.txt"], settings=settings).story

    assert story.stamp.settings == {"stories.most_findings": "2"}
    assert story.stamp.background
