"""Requests to a SPARQL server: who asks, again when the connection breaks, and what may go wrong in one line."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from tempfile import SpooledTemporaryFile
from typing import IO, cast
from urllib.parse import unquote
from weakref import finalize

import httpx

from kg.model.address import Address
from kg.model.errors import QueryError, ServerError

TIMEOUT = httpx.Timeout(600, connect=20)
ATTEMPTS = 3
KEPT_IN_MEMORY = 16_000_000
# What servers say when an answer is not whole: Virtuoso's limit of rows and of time, and `kg serve`.
CUT_HEADERS = ("x-sparql-maxrows", "x-sql-state", "x-kg-truncated")
_SHOWN = 300


class Whole:
    """A whole answer as a file to read once; it is closed when nobody reads it any more."""

    def __init__(self) -> None:
        self.file = SpooledTemporaryFile(KEPT_IN_MEMORY)  # noqa: SIM115 - closed by the line below
        finalize(self, self.file.close)

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        return self.file.read(size)


class Web:
    """A client of one server; asks with the user of the address, or of `KG_STORE_USER` and `KG_STORE_PASSWORD`."""

    def __init__(self, address: Address) -> None:
        try:
            url = httpx.URL(address.url)
        except (httpx.InvalidURL, TypeError) as error:
            raise ServerError(f"{address}: is no address ({error}); write one such as http://127.0.0.1:7878") from error
        if url.scheme not in {"http", "https"} or not url.host:
            raise ServerError(f"{address}: is no address of a server; write one such as http://127.0.0.1:7878")
        self.url = url.copy_with(username=None, password=None)
        self._user = unquote(url.username) or os.environ.get("KG_STORE_USER", "")
        self._password = unquote(url.password) or os.environ.get("KG_STORE_PASSWORD", "")
        self._scheme: httpx.Auth | None = None
        self._client = httpx.Client(timeout=TIMEOUT, follow_redirects=True)
        # Whoever asks a graph does not close it; its connections go with it.
        finalize(self, self._client.close)

    @property
    def has_user(self) -> bool:
        """Whether it is known who asks."""
        return bool(self._user)

    def close(self) -> None:
        """Close all connections."""
        self._client.close()

    def send(
        self,
        method: str,
        url: str,
        *,
        form: Mapping[str, str | list[str]] | None = None,
        content: str | bytes | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> httpx.Response:
        """One request and its whole answer, whatever its status. Raises ServerError when there is no connection."""
        request = self._client.build_request(method, url, data=form, content=content, headers=headers)
        response = self._try(request)
        response.read()
        return response

    def answer(self, url: str, form: Mapping[str, str | list[str]], accept: str) -> tuple[IO[bytes], str]:
        """The whole answer of a question as a file, on the disk when it is long, and its media type.

        Raises QueryError when the server does not take the question, ServerError when it gives no whole answer.
        """
        request = self._client.build_request("POST", url, data=form, headers={"Accept": accept})
        response = self._try(request)
        whole = Whole()
        try:
            if response.status_code != httpx.codes.OK:
                response.read()
                raise refusal(response)
            check_whole(response)
            for part in response.iter_bytes():
                whole.file.write(part)
        except httpx.HTTPError as error:
            raise ServerError(f"{url}: the answer broke off ({_reason(error)}); ask again") from error
        finally:
            response.close()
        whole.file.seek(0)
        return cast(IO[bytes], whole), response.headers.get("content-type", "").partition(";")[0].strip().lower()

    def _try(self, request: httpx.Request) -> httpx.Response:
        """Only a connection that could not be made is tried again: what a server took, it may have done."""
        for attempt in range(1, ATTEMPTS + 1):
            try:
                return self._authorised(request)
            except (httpx.ConnectError, httpx.ConnectTimeout) as error:
                if attempt == ATTEMPTS:
                    raise ServerError(
                        f"{request.url}: cannot be reached ({_reason(error)}); check the address, and that the "
                        "server runs"
                    ) from error
                time.sleep(0.2 * attempt)
            except httpx.TimeoutException as error:
                raise ServerError(
                    f"{request.url}: did not answer within {TIMEOUT.read:g} seconds; ask less at once"
                ) from error
            except httpx.HTTPError as error:
                raise ServerError(f"{request.url}: the connection broke ({_reason(error)}); ask again") from error
        raise AssertionError("not reached")

    def _authorised(self, request: httpx.Request) -> httpx.Response:
        response = self._client.send(request, auth=self._scheme, stream=True)
        if response.status_code == httpx.codes.UNAUTHORIZED and self._user and self._scheme is None:
            # Servers say by what they want to be told who asks; Virtuoso takes nothing but digests.
            digest = response.headers.get("www-authenticate", "").lower().startswith("digest")
            response.close()
            scheme = httpx.DigestAuth if digest else httpx.BasicAuth
            self._scheme = scheme(self._user, self._password)
            response = self._client.send(request, auth=self._scheme, stream=True)
        return response


def refusal(response: httpx.Response) -> Exception:
    """The error that tells why a server did not do what it was asked."""
    where, status, said = response.url.copy_with(query=None), response.status_code, _said(response)
    if status in {httpx.codes.UNAUTHORIZED, httpx.codes.FORBIDDEN}:
        return ServerError(
            f"{where}: not allowed ({status}); name a user with the right to, in the address "
            "(http://USER:PASSWORD@…) or in KG_STORE_USER and KG_STORE_PASSWORD"
        )
    if status in {httpx.codes.NOT_FOUND, httpx.codes.METHOD_NOT_ALLOWED}:
        return ServerError(f"{where}: no SPARQL here ({status}); give the address of the query endpoint")
    if "No permission" in said:
        return ServerError(f"{where}: not allowed: {said}; give the user rights, or name another")
    if status == httpx.codes.BAD_REQUEST:
        return QueryError(f"not a valid question, says {where}: {said}")
    return ServerError(f"{where}: failed ({status}): {said}")


def check_whole(response: httpx.Response) -> None:
    """Raises ServerError when a server says that its answer is only a part."""
    for name in CUT_HEADERS:
        if name in response.headers:
            raise ServerError(
                f"{response.url.copy_with(query=None)}: gave only a part of the answer ({name}: "
                f"{response.headers[name]}); raise the limit of the server, or ask less at once"
            )


def _said(response: httpx.Response) -> str:
    if "html" in response.headers.get("content-type", ""):
        return "an HTML page"
    text = " ".join(response.text.partition("\n\nSPARQL query:")[0].split())
    return text[:_SHOWN] or response.reason_phrase


def _reason(error: Exception) -> str:
    return str(error) or type(error).__name__
