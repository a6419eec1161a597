"""The configuration of the editing page (Sveltia CMS), made from the models of the records."""
