"""What git knows of the project: the only package that runs it."""
