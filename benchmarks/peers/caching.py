"""Flask with Flask-Caching on Redis: the view of the page behind ``cached(query_string=True)``, as in its manual."""

from __future__ import annotations

import os
from pathlib import Path

from flask import Flask, Response
from flask_caching import Cache

_BODY = Path(os.environ["BENCHMARK_BODY"]).read_bytes()
app = Flask(__name__)
cache = Cache(app, config={"CACHE_TYPE": "RedisCache", "CACHE_REDIS_URL": os.environ["BENCHMARK_REDIS"]})


@app.get("/v1/observations")
@cache.cached(timeout=3600, query_string=True)
def list_observations() -> Response:
    return Response(_BODY, mimetype="application/json")
