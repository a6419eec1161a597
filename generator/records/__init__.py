"""What each kind of record is: typed, immutable models, and the JSON Schema made from them."""
