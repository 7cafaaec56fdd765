"""The examples of docs/second-opinion.md, with a server of our own on the loopback."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar

import pytest

from cleaner import Opinion, clean
from tests.integrations.pages import code
from tests.opinion.made import ALSO, DATE, PAGE

DOCUMENT = "second-opinion.md"


class Model(BaseHTTPRequestHandler):
    """Speaks as OpenAI's chat completions do, and strips every passage; says what it was asked."""

    asked: ClassVar[list[dict[str, Any]]] = []
    reply = "1: strip\n2: keep"

    def do_POST(self) -> None:
        self.asked.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        body = json.dumps({"choices": [{"message": {"content": self.reply}}]}).encode()
        self.send_response(200 if self.path == "/v1/chat/completions" else 404)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing on standard error."""


@pytest.fixture
def endpoint(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setattr(Model, "asked", [])
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with ThreadingHTTPServer(("127.0.0.1", 0), Model) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def local(endpoint: str) -> dict[str, Any]:
    """The names that the example of a local model defines."""
    names: dict[str, Any] = {}
    exec(code(DOCUMENT, "A local model").replace("http://localhost:8080", endpoint), names)
    return names


def test_a_local_model_is_asked_over_http(endpoint: str) -> None:
    cleaned = clean(PAGE, options=local(endpoint)["options"])
    (asked,) = Model.asked
    (message,) = asked["messages"]
    assert DATE in message["content"]
    assert cleaned.opinion == Opinion(2, 2, 2)
    assert (DATE in cleaned.text, ALSO in cleaned.text) == (False, True)


def test_a_server_that_fails_costs_nothing(endpoint: str) -> None:
    missing = clean(PAGE, options=local(f"{endpoint}/other")["options"])
    assert missing.notes == ("second opinion: HTTPError: HTTP Error 404: Not Found",)
    closed = clean(PAGE, options=local("http://127.0.0.1:1")["options"])
    assert "Connection refused" in closed.notes[0]
    assert missing.text == closed.text == clean(PAGE).text


@pytest.mark.engine
def test_a_chat_model_of_langchain_answers() -> None:
    models = pytest.importorskip(
        "langchain_core.language_models.fake_chat_models", reason="pip install '.[langchain]'"
    )
    model = models.FakeListChatModel(responses=["1: strip\n2: keep"])
    names: dict[str, Any] = {"model": model}
    exec(code(DOCUMENT, "LangChain"), names)
    cleaned = clean(PAGE, options=names["options"])
    assert cleaned.opinion == Opinion(2, 2, 2)
    assert ALSO in cleaned.text
