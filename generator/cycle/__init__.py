"""The program year: what is due when, who has completed, which pairs are at risk."""
