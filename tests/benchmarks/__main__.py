"""All benchmarks of this folder, one after another: python tests/benchmarks [NUMBER …]."""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
SHARED = ("__main__.py", "invented.py")

for script in sorted(HERE.glob("*.py")):
    if script.name not in SHARED:
        print(f"\n{script.stem}", flush=True)
        subprocess.run([sys.executable, script, *sys.argv[1:]], check=True)
