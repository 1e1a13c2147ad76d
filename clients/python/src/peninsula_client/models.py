"""The shapes of answers and bodies, made from the description of the service: dictionaries with known members."""

from peninsula_client._generated.models import *  # noqa: F403 -- all that is generated
