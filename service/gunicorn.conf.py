"""Gunicorn's configuration, each setting with its reason."""

import os
import sys
from pathlib import Path

import service.app  # noqa: F401 (imported before the fork, so that a new worker serves a second earlier)
from service.operations.draining import stop_in_two_steps
from service.operations.logging import GunicornLogger
from service.operations.workers import forget_worker, remove_metrics
from service.settings import Settings

settings = Settings.from_env()

wsgi_app = "service.wsgi:app"
bind = f"[{settings.host}]:{settings.port}" if ":" in settings.host else f"{settings.host}:{settings.port}"

# A worker runs Python on one core, so there is one for each core; at least two: one serves while the other is replaced.
cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
workers = settings.workers or max(2, cores)
# Threads, not the default of one sync thread: requests wait for databases. Gunicorn's own threads also read and write,
# and so wait for slow clients (docs/decisions/0011-clients-hold-no-thread.md). gevent answered about as many requests,
# cached and uncached, but its slowest hundredth took 80 to 620 ms, with threads 7 to 150 ms: a greenlet that computes
# is not preempted.
worker_class = "service.operations.worker.BufferingWorker"
threads = settings.threads
# Connections of a worker. Beyond this, the one that has been without a request for longest is closed.
worker_connections = 1000
# Each worker creates its own application, so that it opens connections and locks after the fork; sharing those of the
# parent would corrupt them.
preload_app = False

# The arbiter replaces a worker whose heartbeat stops. A file on disk can block the heartbeat, memory cannot.
timeout = settings.request_timeout_seconds
if Path("/dev/shm").is_dir():  # noqa: S108 (a directory, the file in it is gunicorn's own and unnamed)
    worker_tmp_dir = "/dev/shm"  # noqa: S108
# On stop, requests in progress are finished; none takes longer than this, since the request timeout ends it.
graceful_timeout = settings.request_timeout_seconds
# Longer than the 60 seconds after which common load balancers close an idle connection: they close it, not the server.
keepalive = 75
# A worker is replaced now and then, in case a library leaks memory; the jitter prevents that all are replaced at once.
# Rarely: a worker serves thousands of cached answers a second, and a new one starts with an empty cache.
max_requests = 2_000_000
max_requests_jitter = 200_000

# Longer than any useful URL; more is 414.
limit_request_line = settings.max_url_bytes
# Three times what browsers and proxies send.
limit_request_fields = 100
limit_request_field_size = 8190
# Only PENINSULA_TRUSTED_PROXIES decides which proxies are trusted: by default Gunicorn would trust any peer on this
# machine, and let it set the path.
forwarded_allow_ips = ""
forwarder_headers = ""
# The parser in C if it is installed (requirements-fast.txt), else the one in Python; both refuse the same requests.
http_parser = "auto"
# On by default: it lets any process of this user control the server, and nothing here needs it.
control_socket_disable = True

# One log: Gunicorn's events and the access log join the service's own.
logger_class = GunicornLogger
loglevel = settings.log_level


def when_ready(server):
    stop_in_two_steps(server, settings.drain_seconds)
    if sys.stderr.isatty():
        # For a person who starts it by hand; programs read the log.
        addresses = ", ".join(str(listener) for listener in server.LISTENERS)
        sys.stderr.write(f"Serving at {addresses} (Ctrl-C stops it)\n")


def child_exit(_server, worker):
    """Remove the live gauges of a worker that has ended, such as its connections in use; its counters stay."""
    forget_worker(worker.pid)


def on_exit(_server):
    remove_metrics()
