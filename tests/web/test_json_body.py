"""JSON request bodies: what is read, and what is refused with what and where."""

from __future__ import annotations

import io
import json
import time

import pytest
from flask import Flask, request

from service.web.json_body import parse_json, read_json
from service.web.problem import Problem

MAX_BYTES = 1_048_576
# Of the processor, however busy the machine is. What reads such texts in quadratic time takes several.
MINUTE = 60


@pytest.fixture
def client(app: Flask):
    @app.route("/body", methods=["POST", "PUT", "PATCH"])
    def body():
        media_types = (
            ("application/merge-patch+json",) if request.method == "PATCH" else ("application/json",)
        )
        return {"read": read_json(request, MAX_BYTES, 64, media_types)}

    @app.post("/any")
    def anything():
        return {"read": read_json(request, 20, expect_object=False)}

    return app.test_client()


def send(client, data: bytes | str, **kw):
    return client.post("/body", data=data, **({"content_type": "application/json"} | kw))


@pytest.fixture
def assert_faults(client, assert_problem):
    def check(data: str, *expected: tuple[str, str]) -> None:
        document = assert_problem(send(client, data), 422, "validation-failed")
        assert [(error["pointer"], error["code"]) for error in document["errors"]] == list(expected)
        assert all(error["detail"] for error in document["errors"])

    return check


@pytest.mark.parametrize(
    "text",
    [
        "{}",
        ' {"a": [1, -0.5, 1e3, true, false, null, "x"]} \n',
        '{"a": 9223372036854775807, "b": -9223372036854775808}',
        '{"\\ud83d\\ude80": "\\ud83d\\ude80 \\u0001 \\\\u0000 \\\\ud800"}',
        '{"a": "[[[[{{{{\\"[[[["}',
        '{"": {"": 1}}',
        '{"평양": "김정은"}',
    ],
)
def test_well_formed_json_is_read_as_it_is(client, text):
    response = send(client, text.encode())
    assert response.status_code == 200, response.text
    assert response.get_json()["read"] == json.loads(text)


@pytest.mark.parametrize(
    "content_type", ["application/json; charset=utf-8", 'Application/JSON;charset="UTF-8"']
)
def test_utf_8_may_be_said(client, content_type):
    assert send(client, "{}", content_type=content_type).status_code == 200


@pytest.mark.parametrize(
    "content_type",
    [
        None,
        "",
        "text/plain",
        "application/merge-patch+json",
        "application/json; charset=latin-1",
        "application/json,",
        "/",
    ],
)
def test_another_media_type_or_charset_is_415_and_names_the_accepted_ones(
    client, assert_problem, content_type
):
    response = send(client, "{}", content_type=content_type)
    assert_problem(response, 415, "unsupported-media-type")
    assert response.headers["Accept-Post"] == "application/json"


def test_a_patch_takes_merge_patches_only(client, assert_problem):
    assert client.patch("/body", data="{}", content_type="application/merge-patch+json").status_code == 200
    response = client.patch("/body", data="{}", content_type="application/json")
    assert_problem(response, 415, "unsupported-media-type")
    assert response.headers["Accept-Patch"] == "application/merge-patch+json"


def test_a_put_is_told_by_accept(client):
    assert client.put("/body", data="{}").headers["Accept"] == "application/json"


def test_a_content_coding_is_415(client, assert_problem):
    response = send(client, b"\x1f\x8b", headers={"Content-Encoding": "gzip"})
    assert_problem(response, 415, "unsupported-media-type")
    assert response.headers["Accept-Encoding"] == "identity"


def test_identity_as_content_encoding_is_accepted(client):
    assert send(client, "{}", headers={"Content-Encoding": "Identity"}).status_code == 200


def test_a_body_of_the_limit_is_read_and_one_byte_more_is_413(client, assert_problem):
    fitting = b"{" + b" " * (MAX_BYTES - 2) + b"}"
    assert send(client, fitting).status_code == 200
    assert_problem(send(client, fitting + b" "), 413, "payload-too-large")


class Chunks(io.RawIOBase):
    """An endless body that comes in small pieces, without a length."""

    def __init__(self, piece: bytes, times: int) -> None:
        self.piece, self.times, self.given = piece, times, 0

    def read(self, size: int = -1) -> bytes:
        self.given += 1
        return self.piece[:size] if self.given <= self.times else b""


def chunked(client, stream: Chunks):
    environ = {"wsgi.input": stream, "wsgi.input_terminated": True, "HTTP_TRANSFER_ENCODING": "chunked"}
    return client.post("/body", content_type="application/json", environ_overrides=environ)


def test_a_chunked_body_is_read_to_its_end(client):
    assert chunked(client, Chunks(b" ", 9)).status_code == 400
    assert chunked(client, Chunks(b"{}", 1)).status_code == 200


def test_a_chunked_body_over_the_limit_is_413_and_not_read_further(client, assert_problem):
    stream = Chunks(b" " * 65_536, 10**9)
    assert_problem(chunked(client, stream), 413, "payload-too-large")
    assert stream.given <= 18


@pytest.mark.parametrize("text", ["", "  \n"])
def test_an_empty_body_is_400(client, assert_problem, text):
    assert "empty" in assert_problem(send(client, text), 400, "malformed-json")["detail"]


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        (b'{\n  "a": nope\n}', 2, 8),
        (b'{"a": 1 "b"}', 1, 9),
        (b'{"a": 1} x', 1, 10),
        (b'{"a": 01}', 1, 8),
        (b'{"a": "\x00"}', 1, 8),
        (b'{"a": "\n"}', 1, 8),
        (b'{"a": "\\x"}', 1, 8),
        (b"{'a': 1}", 1, 2),
        (b'{"a": "unfinished', 1, 7),
        (b'{"NaN":\n ["Infinity", NaN]}', 2, 15),
        (b'{"a": Infinity}', 1, 7),
        (b'{"a": -Infinity}', 1, 7),
        (b'{"a":\n"\xed\x95\x9c\xff"}', 2, 3),
        (b'{"a": "\xed\xa0\x80"}', 1, 8),
        (b'{"a": "\xc0\x80"}', 1, 8),
        ("{}".encode("utf-16"), 1, 1),
        (b"\xef\xbb\xbf{}", 1, 1),
        (b"[" * 60, 1, 61),
    ],
)
def test_what_is_not_json_in_utf_8_is_400_and_says_where(client, assert_problem, data, line, column):
    document = assert_problem(send(client, data), 400, "malformed-json")
    assert (document["line"], document["column"]) == (line, column)
    assert f"line {line}, column {column}" in document["detail"]


@pytest.mark.parametrize("opening", ["[", '{"a":', '[{"a":', '"x" ['])
@pytest.mark.parametrize("levels", [65, 10_000, 100_000])
def test_too_many_levels_are_400_and_the_server_lives(client, assert_problem, opening, levels):
    assert_problem(send(client, opening * levels), 400, "json-too-deep")
    assert send(client, "{}").status_code == 200


def test_the_deepest_allowed_is_read_among_many_shallow_ones(client):
    deepest = '{"a":' + "[" * 63 + "]" * 63 + ', "b": [' + ",".join(["{}"] * 500) + "]}"
    assert send(client, deepest).status_code == 200


@pytest.mark.parametrize(
    "text",
    [
        '"\\"' * 250_000,
        "[" + '"\\"' * 250_000,
        '{"a": "' + "\\" * 900_000,
        "[]" * 500_000,
        "{}{" * 300_000,
        '"[' * 400_000,
    ],
)
def test_no_text_takes_long_to_refuse(client, text):
    started = time.process_time()
    assert send(client, text).status_code == 400
    assert time.process_time() - started < MINUTE


def test_duplicate_keys_are_named_by_pointer(assert_faults):
    assert_faults('{"a": {"b": 1, "c": 2, "b": 1, "b": 3}}', ("/a/b", "duplicate_key"))


def test_escapes_make_no_other_key(assert_faults):
    assert_faults(r'{"a/~": 1, "\u0061/~": 2}', ("/a~1~0", "duplicate_key"))


def test_faults_are_found_in_every_member_of_a_key_sent_twice(assert_faults):
    assert_faults(
        '{"a": [1e999], "a": [0, 99999999999999999999]}',
        ("/a/0", "number_out_of_range"),
        ("/a", "duplicate_key"),
        ("/a/1", "integer_out_of_range"),
    )


def test_nul_is_refused_in_strings_and_keys(assert_faults):
    assert_faults(r'{"a": ["x\u0000"], "k\u0000": 1}', ("/a/0", "nul_character"), ("/k\0", "nul_character"))


def test_lone_surrogates_are_refused_in_strings_and_keys(assert_faults):
    assert_faults(
        r'{"a": "\ud800", "b": "\uDFFF\uD83D", "k\udc00": 1, "fine": "\ud83d\ude80"}',
        ("/a", "lone_surrogate"),
        ("/b", "lone_surrogate"),
        ("/k?", "lone_surrogate"),
    )


@pytest.mark.parametrize(
    "number", ["9223372036854775808", "-9223372036854775809", "1" * 5000, "-" + "9" * 900_000]
)
def test_integers_past_64_bits_are_refused(assert_faults, number):
    assert_faults(f'{{"a": {number}}}', ("/a", "integer_out_of_range"))


@pytest.mark.parametrize("number", ["1e400", "-1E+999", "9" * 400 + ".0"])
def test_numbers_that_overflow_to_infinity_are_refused(assert_faults, number):
    assert_faults(f'{{"a": {number}}}', ("/a", "number_out_of_range"))


def test_all_faults_come_at_once_in_the_order_of_the_body(assert_faults):
    assert_faults(
        r'{"a": 1e400, "b": [{"c": "\u0000\ud800"}, 18446744073709551616], "d": {"e": 1, "e": 2}}',
        ("/a", "number_out_of_range"),
        ("/b/0/c", "nul_character"),
        ("/b/0/c", "lone_surrogate"),
        ("/b/1", "integer_out_of_range"),
        ("/d/e", "duplicate_key"),
    )


@pytest.mark.parametrize("text", ["[]", '"x"', "1", "null", "true"])
def test_a_body_that_is_not_an_object_is_an_error_of_the_whole_body(assert_faults, text):
    assert_faults(text, ("", "invalid_type"))


@pytest.mark.parametrize("text", ["1e400", r'"\u0000"', "9223372036854775808"])
def test_a_fault_of_the_whole_has_the_empty_pointer(client, assert_problem, text):
    document = assert_problem(send(client, text), 422, "validation-failed")
    assert document["errors"][0]["pointer"] == ""


def test_a_body_may_be_any_value_where_that_is_asked_for(client):
    response = client.post("/any", data="[1]", content_type="application/json")
    assert response.get_json() == {"read": [1]}


def test_a_body_of_nothing_but_faults_is_answered_in_bounded_time_and_size(client, assert_problem):
    key = "k" * 400_000
    started = time.process_time()
    response = send(client, f'{{"{key}": [' + ",".join(["1e999"] * 80_000) + "]}")
    assert_problem(response, 422, "validation-failed")
    assert len(response.data) < 2_000_000
    assert time.process_time() - started < MINUTE


@pytest.mark.parametrize(
    "body",
    [
        b'{"a":1,"b":[1.5,-2,true,null,"x"],"c":{"d":"\xc3\xa9"}}',
        b'{"a":1e400}',
        b'{"a":1,"a":1}',
        b'{"a":9223372036854775807}',
        b'{"a":9223372036854775808}',
        b'{"a":18446744073709551615}',
        b'{"a":"\\u0000"}',
        b'{"a":"\\ud800"}',
        b'{"a":NaN}',
        b'{"a":1.0}',
        b'{"a":-0}',
        b'{"a":1E3}',
        b"{}",
    ],
)
def test_what_is_written_as_an_export_writes_it_is_read_as_anything_else(body: bytes) -> None:
    def read(text: bytes) -> object:
        try:
            return parse_json(text)
        except Problem as problem:
            return problem.kind, [(each["pointer"], each["code"]) for each in problem.errors]

    spaced = body.replace(b"{", b"{ ", 1)
    assert repr(read(body)) == repr(read(spaced))
