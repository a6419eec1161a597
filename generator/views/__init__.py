"""Frozen public projections of the catalog: what consent withholds does not exist here."""

from generator.views.site import Site, make_site

__all__ = ["Site", "make_site"]
