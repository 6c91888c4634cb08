"""Which of the formats on offer a client likes best."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.model.errors import RequestError

# The first media type of a form is its own; the others are names that clients also use.
MEDIA: Mapping[str, tuple[str, ...]] = {
    "json": ("application/sparql-results+json", "application/json"),
    "xml": ("application/sparql-results+xml", "application/xml", "text/xml"),
    "csv": ("text/csv",),
    "tsv": ("text/tab-separated-values",),
    "turtle": ("text/turtle", "application/x-turtle"),
    "ntriples": ("application/n-triples", "text/plain"),
    "rdfxml": ("application/rdf+xml", "application/xml", "text/xml"),
    "jsonld": ("application/ld+json", "application/json"),
    "html": ("text/html", "application/xhtml+xml"),
}
_SHORT = {"nt": "ntriples", "ttl": "turtle", "rdf": "rdfxml", "json-ld": "jsonld"}


def choose(accept: str, wanted: str | None, forms: Sequence[str]) -> tuple[str, str]:
    """The form and media type for an Accept header; `wanted` is a form by name or media type and goes first.

    Of what the client likes alike, the first on offer is taken. Raises `RequestError` (406) when nothing fits.
    """
    if wanted:
        return _named(wanted, forms)
    ranges = _ranges(accept or "*/*")
    # a form's own type before all other names, so that a wildcard gives the standard one
    offers = sorted(((form, media) for form in forms for media in MEDIA[form]), key=lambda o: MEDIA[o[0]].index(o[1]))
    weights = [_weight(media, ranges) for _, media in offers]
    best = max(weights)
    if best <= 0:
        raise _not_acceptable(forms)
    return offers[weights.index(best)]


def _named(wanted: str, forms: Sequence[str]) -> tuple[str, str]:
    name = _SHORT.get(wanted.lower(), wanted.lower())
    for form in forms:
        if name == form or name in MEDIA[form]:
            return form, MEDIA[form][0]
    # "json" and "xml" also name the RDF forms
    for form in forms:
        if form in {"jsonld", "rdfxml"} and name in {"json", "xml"} and MEDIA[form][1].endswith(name):
            return form, MEDIA[form][0]
    raise _not_acceptable(forms)


def _ranges(accept: str) -> list[tuple[str, float]]:
    ranges = []
    for part in accept.split(","):
        media, *parameters = (piece.strip().lower() for piece in part.split(";"))
        weight = next((value[2:] for value in parameters if value.startswith("q=")), "1")
        ranges.append((media, _number(weight)))
    return ranges


def _number(weight: str) -> float:
    try:
        return min(1.0, max(0.0, float(weight)))
    except ValueError:
        return 0.0


def _weight(media: str, ranges: Sequence[tuple[str, float]]) -> float:
    """The weight of the most specific range that holds a media type."""
    for pattern in (media, media.split("/")[0] + "/*", "*/*"):
        found = [weight for known, weight in ranges if known == pattern]
        if found:
            return max(found)
    return 0.0


def _not_acceptable(forms: Sequence[str]) -> RequestError:
    return RequestError(
        406, "none of the formats asked for is on offer; there are " + ", ".join(MEDIA[f][0] for f in forms)
    )


def likes_pages(accept: str) -> bool:
    """Whether a client names pages of HTML and likes no data better: browsers do, programs do not."""
    ranges = _ranges(accept)
    pages = max((weight for media, weight in ranges if media in MEDIA["html"]), default=0.0)
    data = {media for form, names in MEDIA.items() if form not in ("html", "xml", "rdfxml") for media in names}
    return pages > 0 and pages >= max((weight for media, weight in ranges if media in data), default=0.0)
