"""What registrars know of a DOI; the only package that talks to the network, when asked to."""

from generator.lookup.doi import LookupFailed, Resolver, look_up

__all__ = ["LookupFailed", "Resolver", "look_up"]
