"""How Gunicorn runs the service; each setting with its reason."""

import os
import sys
from pathlib import Path

import service.app  # noqa: F401 (read here, the code need not be read by each worker: a new one serves a second earlier)
from service.operations.draining import stop_in_two_steps
from service.operations.logging import GunicornLogger
from service.operations.workers import forget_worker, remove_metrics
from service.settings import Settings

settings = Settings.from_env()

wsgi_app = "service.wsgi:app"
bind = f"[{settings.host}]:{settings.port}" if ":" in settings.host else f"{settings.host}:{settings.port}"

# A worker runs Python on one core, so one for each; two at least: one serves while the other is replaced.
cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
workers = settings.workers or max(2, cores)
# Threads, not the default (one sync thread): requests wait for databases. Gunicorn's threads read and write too, and
# so wait for slow clients (docs/decisions/0011-clients-hold-no-thread.md). gevent answered about as many requests, kept
# and not, but its slowest hundredth took 80 to 620 ms where it is 7 to 150 with threads: greenlets that compute are not
# made to share.
worker_class = "service.operations.worker.BufferingWorker"
threads = settings.threads
# Connections of a worker. One more makes the one go that has been without a request for the longest time.
worker_connections = 1000
# Each worker makes its own application, so that it opens its own connections and locks after the fork; sharing the
# parent's would corrupt them.
preload_app = False

# The arbiter replaces a worker whose heartbeat stops. A file on disk can block the heartbeat, memory cannot.
timeout = settings.request_timeout_seconds
if Path("/dev/shm").is_dir():  # noqa: S108 (a directory, the file in it is gunicorn's own and unnamed)
    worker_tmp_dir = "/dev/shm"  # noqa: S108
# What is being answered when the server is told to stop is finished; after this it would be ended anyway.
graceful_timeout = settings.request_timeout_seconds
# Longer than the 60 seconds after which common load balancers drop an idle connection: they hang up, not we.
keepalive = 75
# A worker is replaced now and then, in case a library leaks; the jitter keeps them from going all at once. Not often: a
# worker answers thousands of kept answers a second, and a new one starts with none.
max_requests = 2_000_000
max_requests_jitter = 200_000

# Longer than any URL with the most parameters that make sense is 414.
limit_request_line = settings.max_url_bytes
# Three times what browsers and proxies send.
limit_request_fields = 100
limit_request_field_size = 8190
# Which proxies are believed is PENINSULA_TRUSTED_PROXIES' business alone: by default Gunicorn would believe any peer
# on this machine, and let it set the path.
forwarded_allow_ips = ""
forwarder_headers = ""
# The parser in C where it is installed (requirements-fast.txt), else the one in Python; both refuse the same.
http_parser = "auto"
# On by default, it lets whoever has the user's rights change the server; nothing here needs it.
control_socket_disable = True

# One log for all: Gunicorn's events and a line for each request join the service's own.
logger_class = GunicornLogger
loglevel = settings.log_level


def when_ready(server):
    stop_in_two_steps(server, settings.drain_seconds)
    if sys.stderr.isatty():
        # For whoever started it by hand; programs read the log.
        addresses = ", ".join(str(listener) for listener in server.LISTENERS)
        sys.stderr.write(f"Serving at {addresses} (Ctrl-C stops it)\n")


def child_exit(_server, worker):
    """Forget what a worker that is gone held, its connections say; what it counted stays."""
    forget_worker(worker.pid)


def on_exit(_server):
    remove_metrics()
