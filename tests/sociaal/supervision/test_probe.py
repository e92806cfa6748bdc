import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from sociaal.embedded.ports import free_port
from sociaal.supervision.probe import answers


class Web(BaseHTTPRequestHandler):
    """Answers as Django does: 400 to a name it does not know."""

    def do_GET(self):
        self.send_response(200 if self.headers["Host"] == "sociaal.example" else 400)
        self.end_headers()

    def log_message(self, *args):
        pass


@pytest.fixture
def port():
    with HTTPServer(("127.0.0.1", 0), Web) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server.server_port
        server.shutdown()
        thread.join()


@pytest.mark.parametrize("names", ["sociaal.example", "sociaal.example,other.example", ".sociaal.example"])
def test_it_asks_by_a_name_that_the_server_knows(port, monkeypatch, names):
    monkeypatch.setenv("ALLOWED_HOSTS", names)
    assert answers(port)


def test_a_refusal_is_no_answer(port, monkeypatch):
    monkeypatch.setenv("ALLOWED_HOSTS", "wrong.example")
    assert not answers(port)


def test_nobody_there_is_no_answer():
    assert not answers(free_port())
