"""The addresses of pages: those that a browser asks for, besides what programs get at the same address."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlencode

from starlette.datastructures import Headers, QueryParams
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Match, Route
from starlette.types import Scope

from kg.model.errors import DateError, ParameterError, RequestError
from kg.publish.pages.console import filled, query_data, query_page, status_page
from kg.publish.pages.home import error_page, home_page, list_page, search_page
from kg.publish.pages.links import LANGUAGES, ServerLinks
from kg.publish.pages.static import MEDIA, asset
from kg.publish.pages.thing import page_of, thing_page
from kg.publish.serve.app import Handler, answered, iri_of, site_of, status_of
from kg.publish.serve.jobs import Reply
from kg.publish.serve.negotiate import likes_pages
from kg.query import TEXTS, Graph

HTML = "text/html"
READ = ["GET", "HEAD"]
_LONGEST = 400
_FAR = 100_000


class PageRoute(Route):
    """A route for browsers alone: who names a format, or likes data as much, is answered by the other routes."""

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Pass over a request that wants no page."""
        if scope["type"] == "http":
            named = "format" in QueryParams(scope["query_string"])
            if named or scope["method"] not in READ or not likes_pages(Headers(scope=scope).get("accept", "")):
                return Match.NONE, {}
        return super().matches(scope)


def page_routes() -> list[BaseRoute]:
    """All addresses of pages, and of the files that they load."""
    return [
        Route("/", _told(_home), methods=READ),
        Route("/search", _told(_search), methods=READ),
        Route("/list/{name}", _told(_list), methods=READ),
        Route("/describe", _told(_described), methods=READ),
        Route("/static/{name}", _static, methods=READ),
        Route("/query-data", _query_data, methods=READ),
        Route("/fill/{name}", _filled, methods=READ),
        PageRoute("/sparql", _query, methods=READ),
        PageRoute("/status", _status, methods=READ),
        PageRoute("/id/{path:path}", _told(_thing), methods=READ),
        PageRoute("/graph/{path:path}", _told(_thing), methods=READ),
    ]


def _told(handler: Handler) -> Handler:
    """A handler whose refusals are pages, too."""

    async def handled(request: Request) -> Response:
        try:
            return await handler(request)
        except RequestError as error:
            headers = {"Retry-After": "5"} if error.status == 503 else {}
            return _page(error_page(error.status, error.message, _links(request)), headers, error.status)

    return handled


async def _home(request: Request) -> Response:
    return await answered(request, _home_job, _links(request))


async def _search(request: Request) -> Response:
    typed = request.query_params.get("q", "")[:_LONGEST]
    return await answered(request, _search_job, typed, _links(request))


async def _list(request: Request) -> Response:
    number = request.query_params.get("page", "1")
    page = min(int(number), _FAR) if number.isascii() and number.isdigit() and len(number) < 10 else 0
    return await answered(request, _list_job, request.path_params["name"], page, _links(request))


async def _thing(request: Request) -> Response:
    return await answered(request, _thing_job, iri_of(request, site_of(request).base), _links(request), _texts(request))


async def _described(request: Request) -> Response:
    return await answered(
        request, _described_job, request.query_params.get("iri", ""), _links(request), _texts(request)
    )


async def _query(request: Request) -> Response:
    limits = site_of(request).pool.limits
    typed = request.query_params.get("query")
    return _page(query_page(_links(request), typed, limits.seconds, limits.max_rows))


async def _query_data(request: Request) -> Response:
    return await answered(request, _query_data_job, _language(request))


async def _filled(request: Request) -> Response:
    return await answered(request, _filled_job, request.path_params["name"], dict(request.query_params))


async def _status(request: Request) -> Response:
    return _page(status_page(_links(request), status_of(site_of(request))), {"Cache-Control": "no-store"})


async def _static(request: Request) -> Response:
    name = request.path_params["name"]
    try:
        content = asset(name)
    except KeyError as error:
        raise RequestError(404, "there is no such file") from error
    media = MEDIA["." + name.rpartition(".")[2]]
    return Response(content, headers={"Content-Type": media, "Cache-Control": "max-age=300"})


def _home_job(graph: Graph, links: ServerLinks) -> Reply:
    return _reply(home_page(graph, links))


def _search_job(graph: Graph, typed: str, links: ServerLinks) -> Reply:
    return _reply(search_page(graph, typed, links))


def _list_job(graph: Graph, name: str, page: int, links: ServerLinks) -> Reply:
    return _reply(list_page(graph, name, page, links))


def _thing_job(graph: Graph, iri: str, links: ServerLinks, texts: Path) -> Reply:
    return _reply(thing_page(graph, iri, links, texts))


def _described_job(graph: Graph, typed: str, links: ServerLinks, texts: Path) -> Reply:
    return _reply(page_of(graph, typed, links, texts))


def _query_data_job(graph: Graph, language: str) -> Reply:
    return Reply(query_data(graph, language).encode(), "application/json")


def _filled_job(graph: Graph, name: str, given: Mapping[str, str]) -> Reply:
    try:
        return Reply(filled(graph, name, given).encode(), "text/plain")
    except (ParameterError, DateError) as error:
        raise RequestError(400, str(error)) from error


def _reply(page: str | None) -> Reply:
    if page is None:
        raise RequestError(404, "nothing is known of this")
    return Reply(page.encode(), HTML)


def _page(text: str, headers: Mapping[str, str] | None = None, status: int = 200) -> Response:
    given = {"Content-Type": f"{HTML}; charset=utf-8", "Vary": "Accept, Accept-Language"}
    return Response(text, status, headers={**given, **(headers or {})})


def _links(request: Request) -> ServerLinks:
    asked = urlencode([pair for pair in request.query_params.multi_items() if pair[0] != "lang"])
    path = request.scope["raw_path"].split(b"?")[0].decode("ascii", "replace")
    return ServerLinks(site_of(request).base, _language(request), path, asked)


def _texts(request: Request) -> Path:
    return site_of(request).output / TEXTS


def _language(request: Request) -> str:
    """The language that is asked for by `lang`, else the first of ours that the browser names, else Chinese."""
    named = request.query_params.get("lang", "")
    liked = [part.split(";")[0].strip()[:2].lower() for part in request.headers.get("accept-language", "").split(",")]
    return next((one for one in (named, *liked) if one in LANGUAGES), LANGUAGES[0])
