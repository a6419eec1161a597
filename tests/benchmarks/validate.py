"""Seconds and memory for validating 1,000 and 10,000 invented records, beside two peers.

    python tests/benchmarks/validate.py [NUMBER …]

The peers, on the same files in the same run: PyYAML's fastest safe loader, which only reads; and
check-jsonschema with our own schemas, which reads and checks each record by itself (1,000 at most).
"""

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

import yaml  # noqa: E402  # after the path is set, so that the script runs by itself

from generator.catalog import load_catalog  # noqa: E402  # as above
from generator.records.kinds import Kind  # noqa: E402  # as above
from generator.records.schema import schema_text  # noqa: E402  # as above
from tests.benchmarks.invented import write_records  # noqa: E402  # as above

MOST_FOR_CHECK_JSONSCHEMA = 1000
KINDS = {"participants": Kind.PARTICIPANT, "outputs": Kind.OUTPUT}


def validate(folder: Path) -> None:
    """What this program does: read, check each record, hold them against each other."""
    found = load_catalog(folder).found
    if any(each.severity == "error" for each in found):
        sys.exit(f"the invented records have faults: {found[0]}")


def read_with_pyyaml(folder: Path) -> None:
    for file in sorted(folder.rglob("*.yaml")):
        yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader)


def check_with_check_jsonschema(folder: Path) -> None:
    for name, kind in KINDS.items():
        schema = folder.parent / f"{kind}.json"
        schema.write_text(schema_text(kind), "utf-8")
        files = [str(file) for file in sorted((folder / name).iterdir())]
        command = ["check-jsonschema", "--schemafile", str(schema), *files]
        subprocess.run(
            [str(Path(sys.executable).parent / command[0]), *command[1:]],
            check=True,
            stdout=subprocess.DEVNULL,
        )


WAYS: dict[str, Callable[[Path], None]] = {
    "lrrt validate": validate,
    "PyYAML CSafeLoader": read_with_pyyaml,
    "check-jsonschema": check_with_check_jsonschema,
}


def measure(way: str, folder: Path) -> None:
    """Print the seconds that one way takes, and the most memory it took, in MiB."""
    started = time.perf_counter()
    WAYS[way](folder)
    seconds = time.perf_counter() - started
    who = resource.RUSAGE_CHILDREN if way == "check-jsonschema" else resource.RUSAGE_SELF
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10  # bytes there, KiB elsewhere
    memory = resource.getrusage(who).ru_maxrss / unit
    print(json.dumps({"seconds": seconds, "memory": memory}))


def compare(number: int) -> None:
    """Print a table of all ways for a number of records."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "records"
        write_records(folder, number)
        files = sum(1 for _ in folder.rglob("*.yaml"))
        print(f"\n{files:,} records")
        base = 0.0
        for way in WAYS:
            if way == "check-jsonschema" and number > MOST_FOR_CHECK_JSONSCHEMA:
                continue
            child = subprocess.run(
                [sys.executable, __file__, "--measure", way, str(folder)],
                check=True,
                capture_output=True,
                text=True,
            )
            measured = json.loads(child.stdout)
            base = base or measured["seconds"]
            print(
                f"  {way:<20} {measured['seconds']:7.2f} s  {measured['memory']:6.0f} MiB"
                f"  {measured['seconds'] / base:5.2f} times lrrt validate"
            )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--measure"]:
        measure(sys.argv[2], Path(sys.argv[3]))
    else:
        for number in map(int, sys.argv[1:] or ("1000", "10000")):
            compare(number)
