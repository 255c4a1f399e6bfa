"""What the OpenAPI says beyond what FastAPI reads off the code."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from fastapi import APIRouter
from fastapi.openapi.utils import get_openapi
from fastapi.responses import JSONResponse

from ..report import schema
from .bodies import AuditRequest, CheckRequest
from .problems import MEDIA_TYPE

if TYPE_CHECKING:
    from fastapi import FastAPI
    from pydantic import BaseModel

Json = dict[str, Any]

_ROOT = "#/components/schemas/"
_RECORD = "AuditRecord"
_PROBLEM: Json = {
    "title": "Problem details (RFC 9457)",
    "type": "object",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string", "format": "uri", "examples": ["urn:tadqiq:problem:too-large"]},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["pointer", "detail"],
                "properties": {
                    "pointer": {"description": "JSON pointer (RFC 6901)", "type": "string"},
                    "detail": {"type": "string"},
                },
            },
        },
    },
}
_BATCH: Json = {
    "title": "Audit of a batch",
    "type": "object",
    "required": ["signature", "articles", "rejections"],
    "properties": {
        "signature": {"type": "string"},
        "articles": {"type": "array", "items": {"$ref": _ROOT + _RECORD}},
        "rejections": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["origin", "reason"],
                "properties": {"origin": {"type": "string"}, "reason": {"type": "string"}},
            },
        },
    },
}
_RULES: Json = {
    "title": "Rules of a language",
    "type": "array",
    "items": {
        "type": "object",
        "required": [
            "code",
            "kind",
            "category",
            "severity",
            "confidence",
            "on",
            "title",
            "reason",
        ],
        "properties": {
            "code": {"type": "string"},
            "kind": {"type": "string"},
            "category": {"type": "string"},
            "severity": {"enum": ["minor", "major", "critical"]},
            "confidence": {"type": "number", "minimum": 0, "maximum": 1},
            "on": {"description": "Whether the rule speaks here", "type": "boolean"},
            "title": {"type": "string"},
            "reason": {"type": "string"},
        },
    },
}
_TOLD = {
    400: "No valid UTF-8, JSON or HTTP",
    401: "No key, or a wrong one",
    403: "Sent by a page of another site",
    408: "The request took too long to arrive, or the check too long to make",
    413: "Request or article too large",
    415: "Neither JSON nor plain text",
    421: "Called by a name that is not served",
    422: "Well-formed, but nothing that can be audited",
    429: "Too many checks are waiting; see Retry-After",
}


def answers(schema_name: str, statuses: Iterable[int]) -> dict[int | str, Json]:
    """The responses of an operation: 200 with a schema, and problems."""
    told: dict[int | str, Json] = {
        200: {"description": "Done", "content": _content("application/json", schema_name)}
    }
    for status in statuses:
        told[status] = {
            "description": _TOLD[status],
            "content": _content(MEDIA_TYPE, "Problem"),
        }
    return told


def body(schema_name: str, *, text: bool = False) -> Json:
    """The request body of an operation: JSON, or the text of an article alone."""
    content = _content("application/json", schema_name)
    if text:
        content["text/plain"] = {"schema": {"type": "string", "minLength": 1}}
    return {"requestBody": {"required": True, "content": content}}


def router(app: FastAPI, *, keyed: bool) -> APIRouter:
    """The route of the document about all routes that ``app`` has so far."""
    routes, document = APIRouter(), _describe(app, keyed=keyed)

    @routes.get("/openapi.json")
    def description() -> JSONResponse:
        return JSONResponse(document)

    return routes


def _describe(app: FastAPI, *, keyed: bool) -> Json:
    """The whole OpenAPI document, with every schema it names."""
    document = get_openapi(
        title=app.title, version=app.version, description=app.description, routes=app.routes
    )
    components = document.setdefault("components", {})
    schemas = components.setdefault("schemas", {})
    for model in (CheckRequest, AuditRequest):
        schemas |= _of_model(model)
    schemas |= _of_record(schema())
    schemas |= {"Problem": _PROBLEM, "BatchAudit": _BATCH, "Rules": _RULES}
    if keyed:
        components["securitySchemes"] = {
            "bearer": {"type": "http", "scheme": "bearer"},
            "header": {"type": "apiKey", "in": "header", "name": "X-API-Key"},
        }
        document["security"] = [{"bearer": []}, {"header": []}]
    return document


def _content(media: str, schema_name: str) -> Json:
    return {media: {"schema": {"$ref": _ROOT + schema_name}}}


def _of_model(model: type[BaseModel]) -> Json:
    whole = model.model_json_schema(ref_template=_ROOT + "{model}")
    inner: Json = whole.pop("$defs", {})
    return {**inner, model.__name__: whole}


def _of_record(published: Json) -> Json:
    """The published JSON Schema of an audit record, its definitions as components."""
    whole = {name: value for name, value in published.items() if name not in ("$schema", "$id")}
    inner: Mapping[str, Json] = whole.pop("$defs")
    named = {f"Record{name.capitalize()}": value for name, value in inner.items()}
    return {name: _moved(value) for name, value in {**named, _RECORD: whole}.items()}


def _moved(value: Any) -> Any:
    """``value`` with every reference to a definition pointing at its component."""
    if isinstance(value, list):
        return [_moved(item) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        name: _ROOT + f"Record{inner.rpartition('/')[2].capitalize()}"
        if name == "$ref"
        else _moved(inner)
        for name, inner in value.items()
    }
