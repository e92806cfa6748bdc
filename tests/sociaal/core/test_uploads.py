"""What is sent to us is bounded while it comes in, for every address."""

import io
import tracemalloc

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory

from sociaal.core.uploads import MOST_FILES, NotKept

MB = 1024 * 1024


@pytest.fixture(autouse=True)
def _limit(settings):
    settings.MAX_UPLOAD_BYTES = MB


@pytest.fixture
def received():
    """The files that arrive; closed afterwards, as the answer to a request does."""
    requests = []

    def sent(*files: tuple[str, int], words: str = "getypt", session: bool = True):
        uploads = [SimpleUploadedFile(name, b"x" * size) for name, size in files]
        browser = RequestFactory()
        if session:
            browser.cookies[settings.SESSION_COOKIE_NAME] = "somebody"
        request = browser.post("/", {"title": words, "upload": uploads})
        requests.append(request)
        assert request.POST["title"] == words
        return request.FILES.getlist("upload")

    yield sent
    for request in requests:
        request.close()


def test_a_file_within_the_limit_is_kept_whole(received):
    (file,) = received(("brief.pdf", MB))
    assert (file.name, file.size, file.read()) == ("brief.pdf", MB, b"x" * MB)


def test_of_a_file_that_is_too_large_only_name_and_size_are_kept_and_the_next_one_is_read(received):
    big, small = received(("groot.pdf", MB + 1), ("klein.pdf", 10))
    assert (type(big), big.name, big.size, big.read()) == (NotKept, "groot.pdf", MB + 1, b"")
    assert small.read() == b"x" * 10


def test_of_too_many_files_the_rest_is_not_kept(received):
    files = received(*((f"{number}.txt", 3) for number in range(MOST_FILES + 2)))
    assert [isinstance(file, NotKept) for file in files] == [False] * MOST_FILES + [True] * 2


def test_of_who_has_no_session_nothing_is_kept(received):
    (file,) = received(("brief.pdf", 10), session=False)
    assert isinstance(file, NotKept)


class Endless(io.RawIOBase):
    """A body that is made while it is read."""

    def __init__(self, head: bytes, size: int, tail: bytes) -> None:
        self.left = [len(head), size, len(tail)]
        self.parts = [head, None, tail]

    def read(self, wanted: int = -1) -> bytes:
        for place, left in enumerate(self.left):
            if left:
                taken = min(left, wanted if wanted >= 0 else 64 * 1024)
                self.left[place] -= taken
                part = self.parts[place]
                return b"x" * taken if part is None else part[len(part) - left :][:taken]
        return b""


def test_thirty_megabytes_are_never_in_memory():
    head = (
        b'--mark\r\nContent-Disposition: form-data; name="title"\r\n\r\ngetypt\r\n'
        b'--mark\r\nContent-Disposition: form-data; name="upload"; filename="film.pdf"\r\n\r\n'
    )
    tail = b"\r\n--mark--\r\n"
    request = RequestFactory().post("/", b"-", content_type="multipart/form-data; boundary=mark")
    request.META["CONTENT_LENGTH"] = str(len(head) + 30 * MB + len(tail))
    request._stream = Endless(head, 30 * MB, tail)
    tracemalloc.start()
    file = request.FILES["upload"]
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    request.close()
    assert (type(file), file.size, request.POST["title"]) == (NotKept, 30 * MB, "getypt")
    assert most < 4 * MB
