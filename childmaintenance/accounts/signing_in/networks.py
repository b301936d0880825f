"""Where a request came from, coarse enough for a security log to keep."""

import ipaddress

from allauth.core.internal.httpkit import get_client_ip
from django.http import HttpRequest


def network_of(request: HttpRequest) -> str:
    """The network of the caller, /24 or /48: enough to see one attacker in many lines, too little to find a home."""
    address = get_client_ip(request)
    if not address:
        return "unknown network"
    size = 24 if ipaddress.ip_address(address).version == 4 else 48
    return f"network {ipaddress.ip_network(f'{address}/{size}', strict=False)}"
