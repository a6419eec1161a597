"""Corrections by anyone: the forms that ask for them, and what a filled form changes."""
