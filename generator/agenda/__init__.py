"""Events and sessions as calendars, conference schedules and JSON-LD; clashes, and what changed."""
