"""The day that a command looks from: the one it was told, or today in the program's zone."""

import os
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from generator.catalog import Catalog
from generator.cli.options import Misuse


def day_for(catalog: Catalog, told: datetime | None) -> date:
    """Return the day that was told, or today in the program's time zone.

    SOURCE_DATE_EPOCH, where set, stands for now (https://reproducible-builds.org).
    """
    if told is not None:
        return told.date()
    zone = ZoneInfo(catalog.program.record.time_zone if catalog.program else "Etc/UTC")
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is not None and not epoch.isdigit():
        message = f"SOURCE_DATE_EPOCH is '{epoch}', which is no number of seconds; unset it"
        raise Misuse(message)
    now = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    return now.astimezone(zone).date()
