"""A client of Peninsula, the sourced, dated record of diplomacy and denuclearisation on the Korean Peninsula."""

from peninsula_client import errors, models
from peninsula_client._client import AsyncClient, Client
from peninsula_client._documents import cite_as, etag
from peninsula_client._feed import AsyncFeed, Feed, Position
from peninsula_client._pages import AsyncPages, Pages
from peninsula_client._version import __version__
from peninsula_client.errors import (
    ConflictError,
    ConnectionFailedError,
    ForbiddenError,
    GoneError,
    IncompatibleServiceError,
    InvalidError,
    NotFoundError,
    PeninsulaError,
    PreconditionFailedError,
    ProblemError,
    RateLimitedError,
    UnauthorizedError,
)

__all__ = [
    "AsyncClient",
    "AsyncFeed",
    "AsyncPages",
    "Client",
    "ConflictError",
    "ConnectionFailedError",
    "Feed",
    "ForbiddenError",
    "GoneError",
    "IncompatibleServiceError",
    "InvalidError",
    "NotFoundError",
    "Pages",
    "PeninsulaError",
    "Position",
    "PreconditionFailedError",
    "ProblemError",
    "RateLimitedError",
    "UnauthorizedError",
    "__version__",
    "cite_as",
    "errors",
    "etag",
    "models",
]
