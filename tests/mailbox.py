"""A mail server for tests: it speaks enough SMTP to take in what Django sends, or to refuse it."""

import socketserver
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import Message
from threading import Thread


@dataclass
class Mailbox:
    """`port` it listens on; `got` what came in. `refuses`: the answer to every recipient, instead of yes."""

    port: int = 0
    refuses: str = ""
    got: list[Message] = field(default_factory=list)


@contextmanager
def listening(refuses: str = "") -> Iterator[Mailbox]:
    """A mail server on a free port of this machine, until the block ends."""
    box = Mailbox(refuses=refuses)

    class Conversation(socketserver.StreamRequestHandler):
        timeout = 10

        def handle(self) -> None:
            self._say("220 test")
            for line in iter(self.rfile.readline, b""):
                if not self._answer(line.strip().upper()):
                    return

        def _answer(self, command: bytes) -> bool:
            if command.startswith(b"QUIT"):
                self._say("221 bye")
                return False
            if command.startswith(b"RCPT") and box.refuses:
                self._say(box.refuses)
            elif command == b"DATA":
                self._say("354 go on")
                box.got.append(message_from_bytes(b"".join(self._body())))
                self._say("250 kept")
            else:
                self._say("250 ok")
            return True

        def _body(self) -> Iterator[bytes]:
            yield from iter(self.rfile.readline, b".\r\n")

        def _say(self, words: str) -> None:
            self.wfile.write(f"{words}\r\n".encode())

    class Server(socketserver.ThreadingTCPServer):
        daemon_threads = allow_reuse_address = True

    with Server(("127.0.0.1", 0), Conversation) as server:
        box.port = server.server_address[1]
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield box
        finally:
            server.shutdown()
            thread.join()
