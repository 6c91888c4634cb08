"""Where pages lie: on a server, or as files beside each other. Pages ask here and know neither."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Protocol
from urllib.parse import quote, unquote, urlencode

LANGUAGES = ("zh", "en")
# Formats in which a server describes a thing.
DATA = {"Turtle": "text/turtle", "JSON-LD": "application/ld+json", "N-Triples": "application/n-triples"}


class Links(Protocol):
    """Addresses as a page writes them; None where there is nothing to lead to."""

    @property
    def language(self) -> str:
        """The language of the page, one of `LANGUAGES`."""

    def thing(self, iri: str) -> str | None:
        """The page of a thing; for one of others, its own address."""

    def asset(self, name: str) -> str:
        """A file of `kg.publish.pages.static`."""

    def home(self) -> str:
        """The first page."""

    def listing(self, name: str, page: int = 1) -> str | None:
        """A page of the list of a class."""

    def action(self, name: str, **given: str) -> str | None:
        """What a server alone can do: `search`, `sparql`, `viewer`, `status`."""

    def data(self, iri: str, media: str) -> str | None:
        """A thing as data."""

    def here(self, language: str) -> str:
        """This page in another language."""


@dataclass(frozen=True, slots=True)
class ServerLinks:
    """Addresses below a server's root: the IRI `BASE/id/x` has its page at `/id/x`; `path` is that of this page.

    `asked` is what stands behind `?` without the language.
    """

    base: str
    language: str = "zh"
    path: str = "/"
    asked: str = ""

    def thing(self, iri: str) -> str | None:
        """As `Links.thing`."""
        path = self._path(iri)
        if path:
            return f"{path}?lang={self.language}"
        if iri.startswith(self.base):
            return "/describe?" + urlencode({"iri": iri, "lang": self.language})
        return _foreign(iri)

    def asset(self, name: str) -> str:
        """As `Links.asset`."""
        return f"/static/{name}"

    def home(self) -> str:
        """As `Links.home`."""
        return f"/?lang={self.language}"

    def listing(self, name: str, page: int = 1) -> str:
        """As `Links.listing`."""
        return f"/list/{quote(name)}?" + urlencode({"page": page, "lang": self.language})

    def action(self, name: str, **given: str) -> str | None:
        """As `Links.action`."""
        return f"/{name}?" + urlencode({**given, "lang": self.language})

    def data(self, iri: str, media: str) -> str | None:
        """As `Links.data`."""
        path = self._path(iri)
        return path and f"{path}?" + urlencode({"format": media})

    def here(self, language: str) -> str:
        """As `Links.here`."""
        return f"{self.path}?{self.asked}{'&' * bool(self.asked)}lang={language}"

    def _path(self, iri: str) -> str | None:
        if iri.startswith((self.base + "id/", self.base + "graph/")):
            return "/" + _quoted(iri.removeprefix(self.base))
        return None


@dataclass(frozen=True, slots=True)
class FileLinks:
    """Relative addresses of files that open without a server: one folder for each kind of thing, below the first page.

    Names of files are digests of IRIs: Chinese names of any length and signs fit into every file system. `folder` and
    `name` are those of this page; `kinds` are the kinds that have pages, with their classes.
    """

    base: str
    kinds: Mapping[str, str]
    language: str = "zh"
    folder: str = ""
    name: str = "index"

    def at(self, iri: str, language: str) -> FileLinks:
        """The links of the page of a thing."""
        return replace(self, language=language, folder=self._kind(iri), name=_digest(iri))

    def list_of(self, name: str, page: int, language: str) -> FileLinks:
        """The links of a page of the list of a class."""
        return replace(self, language=language, folder="list", name=f"{name}-{page}")

    def file(self) -> str:
        """The name of this page's file, below the folder of all."""
        return f"{self.folder}{'/' * bool(self.folder)}{self._named(self.name, self.language)}"

    def thing(self, iri: str) -> str | None:
        """As `Links.thing`."""
        if not iri.startswith(self.base):
            return _foreign(iri)
        kind = self._kind(iri)
        return f"{self._up()}{kind}/{self._named(_digest(iri), self.language)}" if kind in self.kinds else None

    def asset(self, name: str) -> str:
        """As `Links.asset`."""
        return f"{self._up()}static/{name}"

    def home(self) -> str:
        """As `Links.home`."""
        return self._up() + self._named("index", self.language)

    def listing(self, name: str, page: int = 1) -> str | None:
        """As `Links.listing`."""
        known = name in self.kinds.values()
        return f"{self._up()}list/{self._named(f'{name}-{page}', self.language)}" if known else None

    def action(self, name: str, **given: str) -> str | None:
        """As `Links.action`."""
        return None

    def data(self, iri: str, media: str) -> str | None:
        """As `Links.data`."""
        return None

    def here(self, language: str) -> str:
        """As `Links.here`."""
        return self._named(self.name, language)

    def _kind(self, iri: str) -> str:
        before, _, path = iri.partition(self.base + "id/")
        return "" if before else path.partition("/")[0]

    def _up(self) -> str:
        return "../" if self.folder else ""

    @staticmethod
    def _named(name: str, language: str) -> str:
        return f"{name}.html" if language == LANGUAGES[0] else f"{name}.{language}.html"


def _digest(iri: str) -> str:
    return hashlib.sha256(iri.encode()).hexdigest()[:20]


def _quoted(path: str) -> str:
    # Escapes of the IRI are written once, as the server reads them: the rest is escaped by the address alone.
    return "/".join(quote(unquote(part), safe="") for part in path.split("/"))


def _foreign(iri: str) -> str | None:
    """The address of a thing of others; None for what a browser should not be led to."""
    return iri if iri.startswith(("https://", "http://")) else None
