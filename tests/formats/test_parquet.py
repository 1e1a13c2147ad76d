"""What a table becomes as a Parquet file, where that can be written, and over HTTP."""

from __future__ import annotations

import io
import subprocess
import sys
from typing import Any

import httpx
import pyarrow.parquet as pq
import pytest

from service.formats import parquet_file
from service.formats.tables import Column, Table
from tests.servers import REPOSITORY, run_server

COLUMNS = (Column("name"), Column("share", "number"), Column("day", "date"))


def written(*batches: list[list[Any]]) -> bytes:
    file = io.BytesIO()
    parquet_file.write(file, Table(COLUMNS, (), {"query": "/v1/things"}), batches)
    return file.getvalue()


def test_rows_are_written_in_groups_of_a_bounded_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet_file, "GROUP_ROWS", 4)
    batches = [[["a", 1, "2018-09-10"]] * 3, [["b", 0.5, None]] * 3, [["c", None, "0001-01-01"]]]
    file = pq.ParquetFile(io.BytesIO(written(*batches)))
    assert [file.metadata.row_group(each).num_rows for each in range(file.num_row_groups)] == [4, 2, 1]
    assert file.read().column("share").to_pylist() == [1.0] * 3 + [0.5] * 3 + [None]


def test_the_same_table_is_the_same_file() -> None:
    assert written([["a", 1, None]]) == written([["a", 1, None]])


def test_without_pyarrow_parquet_is_not_offered_and_the_refusal_says_what_to_install(
    sqlite_database: str,
) -> None:
    program = (
        "import sys; sys.modules['pyarrow'] = None\n"
        "from service.app import create_app, make_context\n"
        "from service.settings import Settings\n"
        "from service.storage.migrate import migrate\n"
        f"settings = Settings(database_url={sqlite_database!r}, dataset='none')\n"
        "migrate(make_context(settings).database)\n"
        "client = create_app(settings).test_client()\n"
        "for path in ('/v1/sources.parquet', '/v1/timeline?format=parquet', '/v1/sources', '/openapi.json'):\n"
        "    answer = client.get(path)\n"
        "    print(answer.status_code, 'requirements-parquet.txt' in answer.text,\n"
        "        'vnd.apache.parquet' in answer.text + answer.headers.get('Link', ''))\n"
        "answer = client.get('/v1/sources', headers={'Accept': 'application/vnd.apache.parquet'})\n"
        "print(answer.status_code, 'requirements-parquet.txt' in answer.text)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=REPOSITORY, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines() == [
        "406 True False",
        "406 False False",
        "200 False False",
        "200 False False",
        "406 True",
    ]


class RangedFile(io.RawIOBase):
    """A file on a server, read in ranges, as tools read Parquet over HTTP."""

    def __init__(self, client: httpx.Client, url: str) -> None:
        self._client, self._url, self._at = client, url, 0
        head = client.head(url)
        self.length, self._tag = int(head.headers["Content-Length"]), head.headers["ETag"]
        self.read_bytes = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = 0) -> int:
        self._at = offset + (0, self._at, self.length)[whence]
        return self._at

    def read(self, size: int = -1) -> bytes:
        stop = self.length if size < 0 else min(self._at + size, self.length)
        if stop <= self._at:
            return b""
        asked = {"Range": f"bytes={self._at}-{stop - 1}", "If-Range": self._tag}
        answer = self._client.get(self._url, headers=asked)
        assert answer.status_code == 206, answer.text
        self._at += len(answer.content)
        self.read_bytes += len(answer.content)
        return answer.content


def test_pyarrow_reads_a_file_over_http_in_ranges(sqlite_database: str) -> None:
    with (
        run_server(sqlite_database, dataset="seed", workers=2) as server,
        httpx.Client(timeout=300) as client,
    ):
        file = RangedFile(client, f"{server.url}/v1/findings.parquet")
        states = pq.read_table(file, columns=["state"])
        listed = client.get(f"{server.url}/v1/findings.csv?limit=all&fields=state").text.splitlines()
        assert states.num_rows == len(listed) - 1
        assert file.read_bytes > 0
        whole = client.get(f"{server.url}/v1/findings.parquet").content
        assert len(whole) == file.length
        assert pq.read_table(io.BytesIO(whole), columns=["state"]) == states
