"""The whole bundled record in a database."""

from service.app import make_context
from service.dataset.loading import bundled, load
from service.settings import Settings
from service.storage.migrate import migrate


def load_full(url: str) -> None:
    """Load the whole bundled record into an empty database."""
    context = make_context(Settings(database_url=url))
    migrate(context.database)
    load(context, bundled("full"), "tests")
    context.engine.dispose()
