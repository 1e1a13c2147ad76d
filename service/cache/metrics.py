"""What the cache counts."""

from prometheus_client import Counter, Gauge

REQUESTS = Counter(
    "peninsula_cache_requests",
    "Requests that could be answered from the cache, by what became of them.",
    ["outcome"],
)
CONFIRMATIONS = Counter(
    "peninsula_cache_confirmations", "Times the database told which version is the present one."
)
CONFIRMATIONS_FAILED = Counter(
    "peninsula_cache_confirmations_failed",
    "Times the database could not tell which version is the present one.",
)
CHANGE = Gauge(
    "peninsula_cache_change",
    "Number of the newest change that the cache knows of.",
    multiprocess_mode="livemax",
)
REDIS_ERRORS = Counter(
    "peninsula_cache_redis_errors", "Operations on Redis that failed.", ["operation", "error"]
)
REDIS_SKIPPED = Counter(
    "peninsula_cache_redis_skipped", "Operations on Redis left out because the breaker was open."
)
BREAKER_OPEN = Gauge(
    "peninsula_cache_breaker_open",
    "1 while Redis is left alone because it failed.",
    multiprocess_mode="livemax",
)
BREAKER_OPENED = Counter("peninsula_cache_breaker_opened", "Times the breaker opened.")
HOT_BYTES = Gauge(
    "peninsula_cache_hot_bytes", "Bytes of answers that workers keep in memory.", multiprocess_mode="livesum"
)
HOT_ENTRIES = Gauge(
    "peninsula_cache_hot_entries", "Answers that workers keep in memory.", multiprocess_mode="livesum"
)
NOTICES_SENT = Counter("peninsula_cache_notices_sent", "Versions that other machines were told of.")
NOTICES_HEARD = Counter("peninsula_cache_notices_heard", "Versions that other machines told of.")
