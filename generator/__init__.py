"""The home of a research mentorship program: records in, a checked and published site out."""

__version__ = "0.1.0"
