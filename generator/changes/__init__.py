"""What a change makes different on the public site, in plain English."""
