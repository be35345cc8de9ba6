import threading
import urllib.error
import urllib.request

import pytest

from stemma.cli.serving import server_of


@pytest.fixture
def address():
    with server_of("<!doctype html><p>words \u00e9</p>") as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_the_page_is_served_from_this_machine_alone(address):
    with urllib.request.urlopen(f"{address}/") as answer:
        assert answer.read().decode() == "<!doctype html><p>words \u00e9</p>"
        assert answer.headers["Content-Type"] == "text/html; charset=utf-8"


def test_there_is_no_other_page(address):
    with pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.urlopen(f"{address}/etc/passwd")

    assert caught.value.code == 404
    caught.value.close()
