"""Reads JSON-LD with a real processor, offline: the contexts are ours and know only the terms that our files use.

The real contexts lie on the web. What is mapped here says the same, term by term, as http://www.w3.org/ns/anno.jsonld
(the Web Annotation Vocabulary) and as the definitions of schema.org. A term that the real context does not know must
not be added here: it would hide the loss that these tests look for.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pyld import jsonld

LOST = "urn:lost:"  # where the processor puts whatever no context knows
OA, AS, FOAF = "http://www.w3.org/ns/oa#", "http://www.w3.org/ns/activitystreams#", "http://xmlns.com/foaf/0.1/"
RDFS, RDF = "http://www.w3.org/2000/01/rdf-schema#", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
DC, DCTERMS = "http://purl.org/dc/elements/1.1/", "http://purl.org/dc/terms/"
XSD = "http://www.w3.org/2001/XMLSchema#"
COUNT = f"{XSD}nonNegativeInteger"

ANNOTATION = {
    "@vocab": LOST,
    "id": "@id",
    "type": "@type",
    "Annotation": f"{OA}Annotation",
    "TextualBody": f"{OA}TextualBody",
    "SpecificResource": f"{OA}SpecificResource",
    "TextQuoteSelector": f"{OA}TextQuoteSelector",
    "TextPositionSelector": f"{OA}TextPositionSelector",
    "Text": "http://purl.org/dc/dcmitype/Text",
    "Person": f"{FOAF}Person",
    "Organization": f"{FOAF}Organization",
    "Software": f"{AS}Application",
    "AnnotationCollection": f"{AS}OrderedCollection",
    "AnnotationPage": f"{AS}OrderedCollectionPage",
    "tagging": f"{OA}tagging",
    "body": {"@id": f"{OA}hasBody", "@type": "@id"},
    "target": {"@id": f"{OA}hasTarget", "@type": "@id"},
    "source": {"@id": f"{OA}hasSource", "@type": "@id"},
    "selector": {"@id": f"{OA}hasSelector", "@type": "@id"},
    "scope": {"@id": f"{OA}hasScope", "@type": "@id"},
    "motivation": {"@id": f"{OA}motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": f"{OA}hasPurpose", "@type": "@vocab"},
    "creator": {"@id": f"{DCTERMS}creator", "@type": "@id"},
    "created": {"@id": f"{DCTERMS}created", "@type": f"{XSD}dateTime"},
    "generator": {"@id": f"{AS}generator", "@type": "@id"},
    "first": {"@id": f"{AS}first", "@type": "@id"},
    "last": {"@id": f"{AS}last", "@type": "@id"},
    "partOf": {"@id": f"{AS}partOf", "@type": "@id"},
    "items": {"@id": f"{AS}items", "@type": "@id", "@container": "@list"},
    "total": {"@id": f"{AS}totalItems", "@type": COUNT},
    "startIndex": {"@id": f"{AS}startIndex", "@type": COUNT},
    "label": f"{RDFS}label",
    "name": f"{FOAF}name",
    "nickname": f"{FOAF}nick",
    "format": f"{DC}format",
    "language": f"{DC}language",
    "value": f"{RDF}value",
    "exact": f"{OA}exact",
    "prefix": f"{OA}prefix",
    "suffix": f"{OA}suffix",
    "start": {"@id": f"{OA}start", "@type": COUNT},
    "end": {"@id": f"{OA}end", "@type": COUNT},
}
ORG = "http://schema.org/"
TYPES = ("ClaimReview", "Claim", "Rating", "CreativeWork", "LearningResource", "Person", "Organization")
OF_THINGS = ("name", "description", "disambiguatingDescription", "alternateName", "identifier")
OF_WORKS = ("text", "author", "publisher", "inLanguage", "isPartOf", "citation", "creativeWorkStatus", "educationalUse")
OF_REVIEWS = ("claimReviewed", "itemReviewed", "reviewRating", "reviewBody", "associatedReview", "temporalCoverage")
ORG_TERMS = (*TYPES, *OF_THINGS, *OF_WORKS, *OF_REVIEWS, "ratingExplanation", "appearance")
SCHEMA_ORG = {
    "@vocab": LOST,
    **{term: f"{ORG}{term}" for term in ORG_TERMS},
    "url": {"@id": f"{ORG}url", "@type": "@id"},
    "datePublished": {"@id": f"{ORG}datePublished", "@type": f"{ORG}Date"},
}
CONTEXTS: dict[str, dict[str, Any]] = {
    "http://www.w3.org/ns/anno.jsonld": ANNOTATION,
    "https://schema.org": SCHEMA_ORG,
}


def load(address: str, _options: object) -> dict[str, Any]:
    """Give one of our contexts; any other address is refused, so nothing is ever asked of the network."""
    if address not in CONTEXTS:
        raise AssertionError(f"{address} is asked for")
    return {"contextUrl": None, "documentUrl": address, "document": {"@context": CONTEXTS[address]}}


def expand(data: dict[str, Any]) -> list[dict[str, Any]]:
    """Expand a document; fails if a property, type or identifier of it is known to no context."""
    expanded: list[dict[str, Any]] = jsonld.expand(data, {"documentLoader": load, "base": f"{LOST}base/"})
    lost = [name for name in names_in(expanded) if name.startswith(LOST) or ":" not in name]
    if lost:
        raise AssertionError(f"no context knows {lost}")
    return expanded


def names_in(part: Any) -> Iterator[str]:
    """Give every property, type and identifier of an expanded document."""
    if isinstance(part, list):
        for one in part:
            yield from names_in(one)
    elif isinstance(part, dict):
        yield from (key for key in part if not key.startswith("@"))
        yield from (part.get("@type") if isinstance(part.get("@type"), list) else [])
        yield from ([part["@id"]] if "@id" in part else [])
        for key, one in part.items():
            if key not in ("@type", "@id", "@value"):
                yield from names_in(one)


def values(node: dict[str, Any], iri: str) -> list[Any]:
    """Give the plain values, or the nodes, that stand under one property of an expanded node."""
    return [one.get("@value", one) if "@value" in one else one for one in node.get(iri, [])]


def one(node: dict[str, Any], iri: str) -> Any:
    """Give the only value under one property."""
    (found,) = values(node, iri)
    return found
