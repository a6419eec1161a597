"""Taking a person off the site and out of the records, without breaking what refers to them."""
