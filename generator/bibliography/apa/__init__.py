"""References in the style of the Publication Manual of the APA, seventh edition (2020)."""

from generator.bibliography.apa.reference import make_reference

__all__ = ["make_reference"]
