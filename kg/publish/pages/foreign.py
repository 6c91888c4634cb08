"""What terms of other vocabularies are called: the ontology labels its own alone."""

from __future__ import annotations

from collections.abc import Mapping

# By prefixed name, or by IRI where no prefix is known.
NAMES: Mapping[str, tuple[str, str]] = {
    "rdf:type": ("类型", "type"),
    "rdfs:label": ("名称", "name"),
    "rdfs:comment": ("说明", "comment"),
    "rdfs:subClassOf": ("上位类", "subclass of"),
    "rdfs:subPropertyOf": ("上位属性", "subproperty of"),
    "rdfs:domain": ("定义域", "domain"),
    "rdfs:range": ("值域", "range"),
    "rdfs:isDefinedBy": ("出自", "defined by"),
    "rdfs:seeAlso": ("另见", "see also"),
    "skos:altLabel": ("又称", "also called"),
    "skos:prefLabel": ("名称", "name"),
    "skos:definition": ("定义", "definition"),
    "skos:closeMatch": ("近义", "close to"),
    "skos:inScheme": ("所属代码表", "in the scheme"),
    "skos:notation": ("代码", "code"),
    "dct:title": ("标题", "title"),
    "dct:references": ("引用", "refers to"),
    "schema:position": ("序号", "number"),
    "org:member": ("任职者", "holder"),
    "org:organization": ("所在机构", "body"),
    "org:postIn": ("所属机构", "post in"),
    "org:subOrganizationOf": ("上级机构", "part of"),
    "org:originalOrganization": ("变更前机构", "body before"),
    "org:resultingOrganization": ("变更后机构", "body after"),
    "foaf:name": ("姓名", "name"),
    "eli:is_part_of": ("所属期次", "printed in"),
    "eli:realizes": ("文本所属期次", "text of"),
    "prov:wasDerivedFrom": ("推导自", "derived from"),
    "prov:wasInformedBy": ("起因", "caused by"),
    "oa:hasSource": ("来源文本", "source text"),
    "oa:hasSelector": ("定位", "selector"),
    "oa:exact": ("原文", "words"),
    "oa:start": ("起点", "start"),
    "oa:end": ("终点", "end"),
    "http://www.w3.org/2002/07/owl#Class": ("类", "class"),
    "http://www.w3.org/2002/07/owl#ObjectProperty": ("对象属性", "object property"),
    "http://www.w3.org/2002/07/owl#DatatypeProperty": ("数据属性", "data property"),
    "http://www.w3.org/2002/07/owl#NamedIndividual": ("取值", "named value"),
}


def called(name: str, language: str) -> str:
    """A term in words where it is known, else as it is."""
    both = NAMES.get(name)
    return name if both is None else both[1 if language == "en" else 0]
