"""The servers that the tests use."""

import psycopg
import pytest
from redis import Redis
from sqlalchemy import create_engine, make_url, text

from tests.postgresql import PostgreSQLServer
from tests.servers import RedisServer


def test_redis_is_a_real_one_of_this_session(redis_server: RedisServer) -> None:
    with Redis.from_url(redis_server.url) as client:
        assert client.info()["process_id"] == redis_server.process.pid


def test_postgresql_is_a_real_one_of_this_session(postgresql_server: PostgreSQLServer) -> None:
    with psycopg.connect(host=str(postgresql_server.sockets), user="postgres") as connection:
        (data,) = connection.execute("SHOW data_directory").fetchone()
    assert data == str(postgresql_server.sockets.parent / "data")


@pytest.mark.parametrize("turn", [1, 2])
def test_each_test_has_an_empty_database_of_its_own(database_url: str, turn: int) -> None:
    engine = create_engine(database_url)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE mark (turn integer)"))
    engine.dispose()
    assert make_url(database_url).get_backend_name() in {"sqlite", "postgresql"}
