"""News as feeds that readers follow: Atom and JSON Feed."""

from generator.feeds.atom import atom_text
from generator.feeds.feed import Author, Entry, Feed, day_instant
from generator.feeds.json_feed import json_feed_text

__all__ = ["Author", "Entry", "Feed", "atom_text", "day_instant", "json_feed_text"]
