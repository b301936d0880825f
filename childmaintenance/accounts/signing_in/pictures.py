"""The square picture that an authenticator app reads, as plain SVG without styles, so that a strict policy lets it through."""

import qrcode
from django.utils.html import format_html
from django.utils.safestring import SafeString
from qrcode.constants import ERROR_CORRECT_M

QUIET_ZONE = 4  # modules of white that the standard asks for on every side


def square_code(content: str, *, described_as: str) -> SafeString:
    """The QR code of a text, one path, black on white in every colour scheme; `described_as` is what a screen reader says."""
    code = qrcode.QRCode(border=0, error_correction=ERROR_CORRECT_M)
    code.add_data(content)
    code.make(fit=True)
    rows = code.get_matrix()
    path = "".join(
        f"M{x + QUIET_ZONE} {y + QUIET_ZONE}h1v1h-1z"
        for y, row in enumerate(rows)
        for x, dark in enumerate(row)
        if dark
    )
    side = len(rows) + 2 * QUIET_ZONE
    return format_html(
        '<svg role="img" aria-label="{}" viewBox="0 0 {} {}" width="240" height="240" shape-rendering="crispEdges">'
        '<rect width="{}" height="{}" fill="#ffffff"/><path d="{}" fill="#000000"/></svg>',
        described_as, side, side, side, side, path,
    )  # fmt: skip
