"""All records loaded once, indexed, references resolved both ways, and held against each other."""

from generator.catalog.catalog import Catalog
from generator.catalog.entry import Entry
from generator.catalog.loading import Loading, load_catalog

__all__ = ["Catalog", "Entry", "Loading", "load_catalog"]
