"""Carries out the steps of calls: synchronously, and asynchronously."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any, TypeVar

import anyio
import httpx

from peninsula_client._documents import Document
from peninsula_client._exchange import Outcome, Step, Steps
from peninsula_client._session import Query, Session, segment

T = TypeVar("T")


class Caller:
    """Calls the service and waits for the answer."""

    _session: Session
    _http: httpx.Client
    _segment = staticmethod(segment)

    def _run(self, steps: Steps[T]) -> T:
        outcome: Outcome = None
        while True:
            try:
                step = steps.send(outcome)
            except StopIteration as done:
                value: T = done.value
                return value
            outcome = self._perform(step)

    def _perform(self, step: Step) -> Outcome:
        if not isinstance(step, httpx.Request):
            time.sleep(step.seconds)
            return None
        try:
            return self._http.send(step)
        except httpx.TransportError as error:
            return error

    def _read(self, path: str, query: Query) -> Document:
        return self._run(self._session.read(path, query))


class Resource(Caller):
    """The records of one kind."""

    _path: str

    def __init__(self, caller: Caller) -> None:
        self._session, self._http = caller._session, caller._http

    def _create(self, body: Mapping[str, Any], key: str | None) -> Document:
        return self._run(self._session.create(self._path, body, key))

    def _replace(self, record: Mapping[str, Any], if_match: str | None) -> Document:
        return self._run(self._session.replace(self._path, record, if_match))

    def _update(
        self, record: Mapping[str, Any] | str, changes: Mapping[str, Any], if_match: str | None
    ) -> Document:
        return self._run(self._session.update(self._path, record, changes, if_match))

    def _delete(self, record: Mapping[str, Any] | str, if_match: str | None, query: Query) -> None:
        self._run(self._session.delete(self._path, record, if_match, query))


class AsyncCaller:
    """Calls the service without blocking, under asyncio or trio."""

    _session: Session
    _http: httpx.AsyncClient
    _segment = staticmethod(segment)

    async def _run(self, steps: Steps[T]) -> T:
        outcome: Outcome = None
        while True:
            try:
                step = steps.send(outcome)
            except StopIteration as done:
                value: T = done.value
                return value
            outcome = await self._perform(step)

    async def _perform(self, step: Step) -> Outcome:
        if not isinstance(step, httpx.Request):
            await anyio.sleep(step.seconds)
            return None
        try:
            return await self._http.send(step)
        except httpx.TransportError as error:
            return error

    async def _read(self, path: str, query: Query) -> Document:
        return await self._run(self._session.read(path, query))


class AsyncResource(AsyncCaller):
    """The records of one kind."""

    _path: str

    def __init__(self, caller: AsyncCaller) -> None:
        self._session, self._http = caller._session, caller._http

    async def _create(self, body: Mapping[str, Any], key: str | None) -> Document:
        return await self._run(self._session.create(self._path, body, key))

    async def _replace(self, record: Mapping[str, Any], if_match: str | None) -> Document:
        return await self._run(self._session.replace(self._path, record, if_match))

    async def _update(
        self, record: Mapping[str, Any] | str, changes: Mapping[str, Any], if_match: str | None
    ) -> Document:
        return await self._run(self._session.update(self._path, record, changes, if_match))

    async def _delete(self, record: Mapping[str, Any] | str, if_match: str | None, query: Query) -> None:
        await self._run(self._session.delete(self._path, record, if_match, query))
