"""``peninsula keys``: create, list and revoke API keys."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import click

from service.access import keys as api_keys
from service.commands.starting import context_from_environment, fail, migrate_schema


@click.group()
def keys() -> None:
    """Manage API keys."""


@keys.command("create")
@click.option("--owner", required=True, help="Who writes with it; shown in the history.")
@click.option(
    "--scope", "scopes", required=True, multiple=True, type=click.Choice(["read", "write", "admin"])
)
@click.option(
    "--expires", type=click.DateTime(["%Y-%m-%d"]), help="Last day on which the key is valid (UTC)."
)
def create_key(owner: str, scopes: tuple[str, ...], expires: datetime | None) -> None:
    """Create a key and print it; it cannot be shown again."""
    now = datetime.now(UTC)
    until = None if expires is None else datetime.combine(expires.date(), time.max, UTC)
    if until is not None and until < now:
        raise click.BadParameter(f"{expires:%Y-%m-%d} is in the past", param_hint="--expires")
    if not api_keys.is_name(owner.strip()):
        limit = f"at most {api_keys.MAX_OWNER_CHARACTERS} characters, no line breaks or control characters"
        raise click.BadParameter(f"must be a name: {limit}", param_hint="--owner")
    context = context_from_environment()
    migrate_schema(context)
    with context.database.writing() as connection:
        key, token = api_keys.create_key(connection, owner, scopes, until, now)
    click.echo(f"Key {key.id} for {owner}. Store it now: it cannot be shown again.", err=True)
    click.echo(token)


@keys.command("list")
def list_keys() -> None:
    """List all keys: id, owner, scopes, and whether they are valid."""
    context = context_from_environment()
    migrate_schema(context)
    with context.database.reading() as connection:
        for key in api_keys.list_keys(connection):
            owner, state = api_keys.visible(key.owner), _state(key, datetime.now(UTC))
            click.echo("\t".join((key.id, owner, ",".join(key.scopes), state)))


@keys.command("revoke")
@click.argument("key_id")
def revoke_key(key_id: str) -> None:
    """Revoke a key permanently."""
    context = context_from_environment()
    migrate_schema(context)
    with context.database.writing() as connection:
        found = api_keys.revoke_key(connection, key_id, datetime.now(UTC))
    if not found:
        fail(f"There is no key {key_id!r}. 'peninsula keys list' lists all keys.")
    click.echo(f"Revoked {key_id}.")


def _state(key: api_keys.Key, now: datetime) -> str:
    if key.revoked_at is not None:
        return f"revoked {key.revoked_at:%Y-%m-%d}"
    if key.expires_at is None:
        return "valid"
    return f"{'expired' if key.expires_at < now else 'valid until'} {date.isoformat(key.expires_at.date())}"
