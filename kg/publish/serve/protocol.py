"""The SPARQL 1.1 Protocol: a request to a question, a reply to a response."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from urllib.parse import parse_qsl

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from kg.model.errors import RequestError
from kg.publish.serve.jobs import Question, Reply
from kg.publish.serve.limits import Limits
from kg.publish.serve.negotiate import MEDIA

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"

Pairs = Sequence[tuple[str, str]]


async def read_question(request: Request, limits: Limits) -> tuple[Question | None, float | None]:
    """The question of a request, `None` when there is none, and the seconds that the client allows.

    Raises `RequestError`: 400 when it is malformed, 403 for an update, 413 and 408 for a body too large or too slow,
    415 for a body of another type.
    """
    pairs = _pairs(request.scope["query_string"])
    if request.method == "POST":
        kind = request.headers.get("content-type", "").split(";")[0].strip().lower()
        _refuse_other_types(kind)
        body = await _body(request, limits)
        pairs = [*pairs, *(_pairs(body) if kind == FORM else [("query", _text(body))])]
    return _question(request, pairs), _seconds(pairs)


def respond(reply: Reply) -> Response:
    """A reply as a response; one that was cut says so, and one that has other forms where they are."""
    kind = reply.media
    # RDF and results in XML and JSON are UTF-8 by definition; text is not.
    headers = {"Content-Type": f"{kind}; charset=utf-8" if kind.startswith("text/") else kind, "Vary": "Accept"}
    if reply.truncated:
        headers["X-KG-Truncated"] = str(reply.truncated)
    if reply.alternates:
        links = (f'<?format={form}>; rel="alternate"; type="{MEDIA[form][0]}"' for form in reply.alternates)
        headers["Link"] = ", ".join(links)
    return Response(reply.body, headers=headers)


def _refuse_other_types(kind: str) -> None:
    if kind == UPDATE:
        raise RequestError(403, "this server is read-only: updates are refused")
    if kind not in {FORM, QUERY}:
        raise RequestError(415, f"a question comes as {FORM} or {QUERY}")


def _question(request: Request, pairs: Pairs) -> Question | None:
    texts = _all(pairs, "query")
    if _all(pairs, "update"):
        raise RequestError(403, "this server is read-only: updates are refused")
    if not texts and request.method != "POST" and not any(name.endswith("graph-uri") for name, _ in pairs):
        return None
    if len(texts) != 1:
        raise RequestError(400, f"a request has one parameter `query`, this one has {len(texts)}")
    wanted = _all(pairs, "format")
    return Question(
        texts[0],
        tuple(_all(pairs, "default-graph-uri")),
        tuple(_all(pairs, "named-graph-uri")),
        request.headers.get("accept", ""),
        wanted[0] if wanted else None,
    )


def _seconds(pairs: Pairs) -> float | None:
    for value in _all(pairs, "timeout"):
        try:
            seconds = float(value)
        except ValueError:
            seconds = 0.0
        if not seconds > 0:
            raise RequestError(400, "`timeout` is a number of seconds above 0")
        return seconds
    return None


async def _body(request: Request, limits: Limits) -> bytes:
    """The body, as far as it may reach in size and in time."""
    body = bytearray()
    try:
        async with asyncio.timeout(limits.body_seconds):
            async for part in request.stream():
                body += part
                if len(body) > limits.body:
                    raise RequestError(413, f"a question has at most {limits.body} bytes")
    except TimeoutError as error:
        raise RequestError(408, f"the question was not there within {limits.body_seconds:g} s") from error
    except ClientDisconnect as error:
        raise RequestError(400, "the client left before its question was whole") from error
    return bytes(body)


def _pairs(data: bytes) -> Pairs:
    try:
        # of bytes it would give bytes, undecoded
        return parse_qsl(data.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=100)
    except (UnicodeDecodeError, ValueError) as error:
        raise RequestError(400, "the parameters are not well formed, percent-encoded UTF-8") from error


def _text(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise RequestError(400, "the question is not in UTF-8") from error


def _all(pairs: Pairs, name: str) -> list[str]:
    return [value for known, value in pairs if known == name]
