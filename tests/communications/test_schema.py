"""Communications: what a body holds, and what a communication is found by."""

import pytest

from service.communications.record import COMMUNICATION
from service.communications.schema import CommunicationSchema
from service.records.schemas.dates import DateBounds
from tests.bodies import KIM, TRUMP, communication, faults

SCHEMA = CommunicationSchema()


def test_a_communication_needs_a_kind_a_date_a_sender_a_summary_and_a_source() -> None:
    assert faults(SCHEMA, {}) == [
        ("/kind", "required"),
        ("/date", "required"),
        ("/from", "required"),
        ("/summary", "required"),
        ("/citations", "required"),
    ]


def test_the_letter_is_found_by_its_ends_and_what_it_concerns() -> None:
    letter = SCHEMA.load(
        communication(
            date="../2018-09-10",
            to=TRUMP,
            tone="very warm, very positive",
            described_by={"name": "Sarah Huckabee Sanders", "country": "USA"},
            regarding=[{"type": "summit", "id": "second-meeting"}, {"type": "facility", "id": "sohae"}],
            standing="confirmed",
        )
    )
    assert set(COMMUNICATION.found_by(letter)) == {
        ("kind", "letter"),
        ("party", "Kim Jong Un"),
        ("party", "Donald Trump"),
        ("from_country", "PRK"),
        ("to_country", "USA"),
        ("regarding", "summits/second-meeting"),
        ("regarding", "facilities/sohae"),
    }
    assert COMMUNICATION.date is not None
    assert COMMUNICATION.date(letter) == DateBounds(None, "2018-09-10")
    assert COMMUNICATION.title(letter) == "letter Kim Jong Un"


def test_every_date_of_a_communication_has_its_bounds() -> None:
    letter = SCHEMA.load(communication(written="2018-09", delivered="2018-09-09", disclosed=None))
    assert (letter["written_earliest"], letter["written_latest"]) == ("2018-09-01", "2018-09-30")
    assert (letter["delivered_latest"], letter["disclosed_latest"]) == ("2018-09-09", None)


@pytest.mark.parametrize(
    ("field", "value", "pointer", "code"),
    [
        ("kind", "email", "/kind", "invalid_choice"),
        ("from", "Kim Jong Un", "/from", "wrong_type"),
        ("from", None, "/from", "null_not_allowed"),
        ("from", {"name": ""}, "/from/name", "blank"),
        ("standing", "certain", "/standing", "invalid_choice"),
        ("quotes", [{"speaker": KIM}], "/quotes/0/text", "required"),
        ("quotes", [{"text": "x", "citations": [{}]}], "/quotes/0/citations/0/source", "required"),
        ("regarding", ["summits/x"], "/regarding/0", "wrong_type"),
        ("regarding", [{"type": "summit"}], "/regarding/0/id", "required"),
        ("regarding", [{"type": "Summit", "id": "x"}], "/regarding/0/type", "invalid_slug"),
        ("summary", "s" * 10_001, "/summary", "too_long"),
        ("sender", KIM, "/sender", "unknown_field"),
    ],
)
def test_a_wrong_field_is_refused(field: str, value: object, pointer: str, code: str) -> None:
    assert faults(SCHEMA, communication(**{field: value})) == [(pointer, code)]
