import pytest

DISPATCH = """Ferry to Hask stopped after engine fire

By Ivo Lund

HASK, May 12, 2025 (Northern Wire) - The ferry between Orvin and Hask was taken out of service on Monday after a fire in its
engine room filled the car deck with smoke, the harbour master said.

"Nobody was hurt, and the crew did everything right," harbour master Lena Brodt told reporters on the quay. She said the ship
would be towed to the yard on Tuesday and would not sail again before the summer.

About 140 passengers were brought ashore by two fishing boats before the fire was out.
"""

COPY = """Smoke on the car deck: ferry out until summer

The Orvin Courier, 13 May 2025

The ferry between Orvin and Hask was taken out of service on Monday after a fire in its engine room filled the car deck with
smoke, the harbour master said.

"Nobody was hurt, and the crew did everything perfectly," said Lena Brodt. She said the ship would be towed to the yard on
Tuesday and would not sail again before the summer.
"""

MARKET = """Covered market opens in Losten

The Losten Post, 3 March 2019

A new covered market opened in the northern quarter of Losten with sixty stalls and a roof of recycled glass. Traders who had
sold vegetables in the open street for decades moved their tables inside before the first bell, market warden Pia Holm said.
"""


@pytest.fixture
def folder(tmp_path):
    """Give a folder with two reports of one event and one of another."""
    for name, text in (("dispatch", DISPATCH), ("copy", COPY), ("market", MARKET)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return tmp_path
