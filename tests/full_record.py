"""The whole bundled record in a database."""

from service.app import make_context
from service.commands.reindex import prepare_store
from service.dataset.loading import bundled, load
from service.settings import Settings


def load_full(url: str) -> None:
    """Load the whole bundled record into an empty database, which is prepared as every start does it."""
    context = make_context(Settings(database_url=url))
    prepare_store(context)
    load(context, bundled("full"), "tests")
    context.engine.dispose()
