"""A stand-in for HMRC's income interface: plain HTTP, the standard library only, and bad manners when asked for."""

from .people import People
from .server import StandIn

__all__ = ["People", "StandIn"]
