"""The server: which address answers what. All that touches the store is done by the pool."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast
from urllib.parse import unquote

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from kg import __version__
from kg.model.errors import RequestError
from kg.publish.serve import jobs
from kg.publish.serve.description import Counted, count, service_turtle, void_turtle
from kg.publish.serve.pool import Pool
from kg.publish.serve.protocol import read_question, respond
from kg.publish.serve.security import Headers
from kg.rdf.names import segment

Handler = Callable[[Request], Awaitable[Response]]

READ = ["GET", "HEAD", "OPTIONS"]
_HOST = re.compile(r"[A-Za-z0-9.\-_]+(:\d+)?|\[[0-9A-Fa-f:.]+\](:\d+)?")
# Described things point to so many others at most; the endpoint gives the rest.
_THING_LIMIT = 2000


@dataclass(slots=True)
class Site:
    """What the handlers share: the pool, the base of the IRIs, the folder of the build."""

    pool: Pool
    base: str
    output: Path
    started: float = field(default_factory=time.monotonic)
    counting: asyncio.Task[object] | None = None

    async def counted(self) -> Counted:
        """The counts, made once. Raises `RequestError` when they cannot be made within the time limit."""
        if self.counting is None or (self.counting.done() and self.counting.exception() is not None):
            self.counting = asyncio.create_task(self.pool.run(count))
        # one client that leaves must not take the counts away from the others
        return cast(Counted, await asyncio.shield(self.counting))


def application(site: Site, pages: Sequence[BaseRoute] = ()) -> Starlette:
    """The server of a graph. `pages` are routes of HTML, asked before the others."""

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        await site.pool.start()
        yield
        await site.pool.stop()

    app = Starlette(
        routes=[*pages, *_routes()],
        middleware=[Middleware(Headers)],
        exception_handlers={RequestError: _refused, HTTPException: _http_error},
        lifespan=lifespan,
    )
    app.state.site = site
    return app


def _routes() -> list[BaseRoute]:
    return [
        Route("/", _home, methods=READ),
        Route("/sparql", _sparql, methods=[*READ, "POST"]),
        Route("/rdf-graph-store", _graph_store, methods=READ),
        Route("/void", _void, methods=READ),
        Route("/.well-known/void", _well_known, methods=READ),
        Route("/ontology", _ontology, methods=READ),
        Route("/id/{path:path}", _thing, methods=READ),
        Route("/graph/{path:path}", _thing, methods=READ),
        Route("/viewer", _viewer, methods=READ),
        Route("/status", _status, methods=READ),
        Route("/robots.txt", _robots, methods=READ),
        Route("/favicon.ico", _nothing, methods=READ),
    ]


async def _sparql(request: Request) -> Response:
    if request.method == "OPTIONS":
        return _preflight("GET, HEAD, POST, OPTIONS")
    site = site_of(request)
    question, seconds = await read_question(request, site.pool.limits)
    if question is None:
        turtle = service_turtle(f"{_root(request)}sparql", await site.counted())
        return await _described(request, turtle)
    return await answered(request, jobs.answer, question, site.pool.limits.max_rows, seconds=seconds)


async def _graph_store(request: Request) -> Response:
    if request.method == "OPTIONS":
        return _preflight("GET, HEAD, OPTIONS")
    given = request.query_params
    if ("default" in given) == ("graph" in given) or len(given.getlist("graph")) > 1:
        raise RequestError(400, "name one graph: ?graph=IRI, or ?default")
    return await answered(request, jobs.whole_graph, given.get("graph"), _accept(request), given.get("format"))


async def _thing(request: Request) -> Response:
    site = site_of(request)
    return await answered(
        request,
        jobs.thing,
        iri_of(request, site.base),
        _accept(request),
        request.query_params.get("format"),
        _THING_LIMIT,
    )


async def _ontology(request: Request) -> Response:
    graph = site_of(request).base + "graph/ontology"
    return await answered(request, jobs.whole_graph, graph, _accept(request), request.query_params.get("format"))


async def _void(request: Request) -> Response:
    site = site_of(request)
    return await _described(request, void_turtle(_root(request), site.base, await site.counted()))


async def _described(request: Request, turtle: str) -> Response:
    return await answered(request, jobs.described, turtle, _accept(request), request.query_params.get("format"))


async def _home(request: Request) -> Response:
    return RedirectResponse("viewer", status_code=303)


async def _well_known(request: Request) -> Response:
    return RedirectResponse("../void", status_code=303)


async def _viewer(request: Request) -> Response:
    # The page carries its own policy, with the hashes of its scripts; both would hold.
    headers = {"Content-Security-Policy": "frame-ancestors 'none'"}
    page = site_of(request).output / "index.html"
    if not page.is_file():
        raise RequestError(404, "this build has no viewer")
    return FileResponse(page, media_type="text/html; charset=utf-8", headers=headers)


async def _status(request: Request) -> Response:
    return JSONResponse(status_of(site_of(request)), headers={"Cache-Control": "no-store"})


def status_of(site: Site) -> dict[str, object]:
    """How the server does: its version, its uptime, what it has answered."""
    counts, counting = site.pool.counts, site.counting
    known = counting is not None and counting.done() and not counting.cancelled() and counting.exception() is None
    statements = cast(Counted, counting.result()).statements if known and counting is not None else None
    return {
        "version": __version__,
        "uptime_seconds": round(time.monotonic() - site.started),
        "workers": site.pool.limits.workers,
        "statements": statements,
        "queries": {name: getattr(counts, name) for name in counts.__slots__},
    }


async def _robots(request: Request) -> Response:
    return PlainTextResponse("User-agent: *\nDisallow: /sparql\nDisallow: /rdf-graph-store\n")


async def _nothing(request: Request) -> Response:
    return Response(status_code=204)


async def answered(
    request: Request, function: Callable[..., object], *arguments: object, seconds: float | None = None
) -> Response:
    """The reply of a job; when the client leaves, the job is stopped."""
    site = site_of(request)
    job = asyncio.ensure_future(site.pool.run(function, *arguments, seconds=seconds))
    gone = asyncio.ensure_future(_gone(request))
    try:
        await asyncio.wait({job, gone}, return_when=asyncio.FIRST_COMPLETED)
        if not job.done():
            raise RequestError(400, "the client has left")
        return respond(cast(jobs.Reply, job.result()))
    finally:
        job.cancel()
        gone.cancel()


async def _gone(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


def site_of(request: Request) -> Site:
    """What the handlers of this server share."""
    return cast(Site, request.app.state.site)


def _accept(request: Request) -> str:
    return request.headers.get("accept", "")


def iri_of(request: Request, base: str) -> str:
    """The IRI that an address stands for: the same path below the base of the build."""
    path = cast(bytes, request.scope["raw_path"]).split(b"?")[0].decode("ascii", "replace")
    return base + "/".join(segment(unquote(part)) for part in path.lstrip("/").split("/"))


def _root(request: Request) -> str:
    """The address of this server as the client knows it. Raises `RequestError` when its Host is none."""
    host = request.headers.get("host", "")
    if not _HOST.fullmatch(host):
        raise RequestError(400, "the header Host is not a name and port")
    return f"{request.url.scheme}://{host}/"


def _preflight(methods: str) -> Response:
    headers = {
        "Allow": methods,
        "Access-Control-Allow-Methods": methods,
        "Access-Control-Allow-Headers": "Accept, Content-Type",
        "Access-Control-Max-Age": "86400",
    }
    return Response(status_code=204, headers=headers)


async def _refused(request: Request, error: Exception) -> Response:
    refused = cast(RequestError, error)
    headers = {"Retry-After": "5"} if refused.again else {}
    return PlainTextResponse(refused.message + "\n", refused.status, headers)


async def _http_error(request: Request, error: Exception) -> Response:
    found = cast(HTTPException, error)
    return PlainTextResponse(f"{found.detail}\n", found.status_code, found.headers)
