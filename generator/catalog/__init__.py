"""All records loaded once, indexed by id, references resolved both ways, rules across them checked."""

from generator.catalog.catalog import Catalog
from generator.catalog.entry import Entry
from generator.catalog.loading import Loading, load_catalog

__all__ = ["Catalog", "Entry", "Loading", "load_catalog"]
