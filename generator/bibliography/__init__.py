"""An output as a reference (APA 7) and in the formats that others read."""
