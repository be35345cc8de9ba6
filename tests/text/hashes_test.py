from stemma.text.hashes import combine, hash_word, hash_words, mix


def test_the_hash_of_a_word_never_changes():
    assert hash_word("harbour") == 0xE2242E63DBB0FC04


def test_hash_words_hashes_each_word():
    assert hash_words(["storm", "ship"]).tolist() == [hash_word("storm"), hash_word("ship")]


def test_one_column_is_not_itself():
    column = hash_words(["storm"])

    assert combine([column]).tolist() != column.tolist()
    assert combine([column, column]).tolist() != combine([column]).tolist()


def test_mix_keeps_values_apart():
    column = hash_words([str(number) for number in range(1000)])

    assert len(set(mix(column).tolist())) == 1000
