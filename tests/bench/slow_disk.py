"""The command ``whosays`` with a slower disk: so many seconds are added to each commit that writes."""

from __future__ import annotations

import sys
import time

from sqlalchemy import Engine, event


def slowed(seconds: float) -> None:
    @event.listens_for(Engine, "commit")
    def committing(connection):
        if connection.get_execution_options().get("begin") == "BEGIN IMMEDIATE":
            time.sleep(seconds)


if __name__ == "__main__":
    from exercises.cli import app

    slowed(float(sys.argv.pop(1)))
    app()
