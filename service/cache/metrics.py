"""The metrics of the cache."""

from prometheus_client import Counter, Gauge

REQUESTS = Counter(
    "peninsula_cache_requests",
    "Requests that could be answered from the cache, by outcome.",
    ["outcome"],
)
VERIFICATIONS = Counter(
    "peninsula_cache_verifications", "Times the database was asked for the current version, and answered."
)
VERIFICATIONS_FAILED = Counter(
    "peninsula_cache_verifications_failed",
    "Times the database was asked for the current version, and failed.",
)
CHANGE = Gauge(
    "peninsula_cache_change",
    "Number of the newest change that the cache knows.",
    multiprocess_mode="livemax",
)
REDIS_ERRORS = Counter(
    "peninsula_cache_redis_errors", "Operations on Redis that failed.", ["operation", "error"]
)
REDIS_SKIPPED = Counter(
    "peninsula_cache_redis_skipped", "Operations on Redis skipped because the breaker was open."
)
BREAKER_OPEN = Gauge(
    "peninsula_cache_breaker_open",
    "1 while the circuit breaker of Redis is open.",
    multiprocess_mode="livemax",
)
BREAKER_OPENED = Counter("peninsula_cache_breaker_opened", "Times the breaker opened.")
HOT_BYTES = Gauge(
    "peninsula_cache_hot_bytes",
    "Bytes of responses in the local stores of workers.",
    multiprocess_mode="livesum",
)
HOT_ENTRIES = Gauge(
    "peninsula_cache_hot_entries", "Responses in the local stores of workers.", multiprocess_mode="livesum"
)
NOTICES_SENT = Counter("peninsula_cache_notices_sent", "Notices of new versions sent to other machines.")
NOTICES_HEARD = Counter("peninsula_cache_notices_heard", "Notices of new versions from other machines.")
