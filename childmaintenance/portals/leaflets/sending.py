"""A file from the disk, whole or the part that a player asks for: some play nothing that they cannot ask for in parts."""

import re
from typing import Final

from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import patch_cache_control

from childmaintenance.portals.leaflets.files import Made

PART: Final = re.compile(r"bytes=(\d{0,12})-(\d{0,12})")
AN_HOUR: Final = 3600


def sent(request: HttpRequest, file: Made, *, called: str) -> HttpResponseBase:
    """The answer with the file under this name."""
    asked = PART.fullmatch(request.headers.get("Range", ""))
    if asked and (asked[1] or asked[2]):
        response = _part(file, *_ends(asked[1], asked[2], file.size))
    else:
        response = FileResponse(file.path.open("rb"), content_type=file.kind)
    response["Content-Disposition"] = f'attachment; filename="{called}"'
    response["Accept-Ranges"] = "bytes"
    patch_cache_control(response, public=True, max_age=AN_HOUR)
    return response


def _ends(first: str, last: str, size: int) -> tuple[int, int]:
    """From which byte to which: a number after the dash alone counts from the end."""
    if not first:
        return max(0, size - int(last)), size - 1
    return int(first), min(int(last), size - 1) if last else size - 1


def _part(file: Made, first: int, last: int) -> HttpResponse:
    if first > last:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{file.size}"})
    with file.path.open("rb") as opened:
        opened.seek(first)
        content = opened.read(last - first + 1)
    where = {"Content-Range": f"bytes {first}-{last}/{file.size}"}
    return HttpResponse(content, status=206, content_type=file.kind, headers=where)
