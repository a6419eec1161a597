"""Items out of files that other tools wrote: CSL-JSON, BibTeX and biblatex, RIS."""
