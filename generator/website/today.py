"""Today, asked of the clock once."""

import os
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from generator.catalog import Catalog


class NoDayError(Exception):
    """The day cannot be told; the message says why, and the way out."""


def today_for(catalog: Catalog) -> date:
    """Return today's date in the program's time zone. Raises NoDayError.

    SOURCE_DATE_EPOCH, where set, stands for now (https://reproducible-builds.org).
    """
    zone = ZoneInfo(catalog.program.record.time_zone if catalog.program else "Etc/UTC")
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch and not (epoch.isascii() and epoch.isdigit()):
        message = f"SOURCE_DATE_EPOCH is '{epoch}', which is no number of seconds; unset it"
        raise NoDayError(message)
    now = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    return now.astimezone(zone).date()
