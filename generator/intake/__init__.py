"""Applications from forms and spreadsheets, as proposed records; and what of them becomes public.

Nothing that a person sent in is lost or counted twice: whatever comes in is proposed as a record,
known to be there already, or refused with the reason and kept.
"""
