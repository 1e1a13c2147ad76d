"""Flask alone: a view that returns the page's bytes."""

from __future__ import annotations

import os
from pathlib import Path

from flask import Flask, Response

_BODY = Path(os.environ["BENCHMARK_BODY"]).read_bytes()
app = Flask(__name__)


@app.get("/v1/observations")
def list_observations() -> Response:
    return Response(_BODY, mimetype="application/json")
