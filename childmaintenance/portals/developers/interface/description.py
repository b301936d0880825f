"""The OpenAPI 3.1 description of the interface: django-ninja's, with the request bodies and every problem declared."""

import json
from functools import lru_cache
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers
from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema
from pydantic import BaseModel

from childmaintenance.portals.developers.interface.answers import Problem
from childmaintenance.portals.developers.interface.limits import A_MINUTE, LONGEST_REQUEST
from childmaintenance.portals.developers.interface.problems import MEDIA_TYPE

BODIES: list[type[BaseModel]] = []
WHERE = "#/components/schemas/{model}"
DESCRIPTION_SECONDS = 3600
ABOUT = f"""The law of child maintenance in Great Britain and Northern Ireland since 2012, to the penny, with reasons.

Nobody signs in and nothing is stored. Send no names: a receiving parent is a reference of your own. Every answer names the
edition of the rules in its header `Rulebook`. A request has at most {LONGEST_REQUEST} bytes, a caller {A_MINUTE} a minute.
Problems come as {MEDIA_TYPE} (RFC 9457) and name the field; `Accept-Language: cy` asks for them in Welsh.

An independent open project. It is not run by any government and decides no real case."""
PROBLEMS = {
    400: "The body is not one JSON object in UTF-8",
    404: "There is nothing at this address",
    405: "The address does not answer that method",
    413: "The body is too long",
    415: "The body is not declared as application/json",
    422: "A field is missing, unknown or wrong; the problem names it",
    429: "Too many requests; Retry-After says how many seconds to wait",
}
OF_A_GET = (404, 405, 429)


def body_of(takes: type[BaseModel]) -> dict[str, Any]:
    """The request body of an operation; the law reads it, so that django-ninja need only tell of it."""
    BODIES.append(takes)
    schema = {"$ref": WHERE.format(model=takes.__name__)}
    return {"requestBody": {"required": True, "content": {"application/json": {"schema": schema}}}}


class OpenRules(NinjaAPI):
    """A NinjaAPI whose description is whole."""

    def get_openapi_schema(self, *, path_prefix: str | None = None, path_params: Any = None) -> OpenAPISchema:
        """The description, with components for the bodies and the problems that each address may answer with."""
        told: OpenAPISchema = super().get_openapi_schema(path_prefix=path_prefix, path_params=path_params)
        told["info"]["description"] = ABOUT
        told["info"]["license"] = {"name": "MIT", "identifier": "MIT"}
        for model in (*BODIES, Problem):
            schema = model.model_json_schema(ref_template=WHERE)
            told["components"]["schemas"].update(schema.pop("$defs", {}))
            told["components"]["schemas"][model.__name__] = schema
        for address in told["paths"].values():
            for method, operation in address.items():
                operation["responses"].update(_problems(OF_A_GET if method == "get" else tuple(PROBLEMS)))
        return told


def description(request: HttpRequest) -> HttpResponseBase:
    """openapi.json, for an hour from any cache; asked with its ETag it is not sent again."""
    body, tag = _written()
    if tag in request.headers.get("If-None-Match", ""):
        found = HttpResponse(status=304)
    else:
        found = HttpResponse(body, content_type="application/json")
    found["ETag"] = tag
    found["Cache-Control"] = f"public, max-age={DESCRIPTION_SECONDS}"
    patch_vary_headers(found, ["Accept-Encoding"])
    return found


@lru_cache(maxsize=1)
def _written() -> tuple[bytes, str]:
    from childmaintenance.portals.developers.interface.rules import rules

    told = rules.get_openapi_schema(path_prefix="api/v1/")
    told["servers"] = [{"url": settings.SITE_ADDRESS}] if settings.PRODUCTION else []
    body = json.dumps(told, indent=1).encode()
    return body, f'"{sha256(body).hexdigest()[:20]}"'


def _problems(statuses: tuple[int, ...]) -> dict[int, Any]:
    schema = {"$ref": WHERE.format(model=Problem.__name__)}
    return {
        status: {
            "description": PROBLEMS[status],
            "content": {MEDIA_TYPE: {"schema": schema}},
            **({"headers": {"Retry-After": {"schema": {"type": "string"}}}} if status == 429 else {}),
        }
        for status in statuses
    }
