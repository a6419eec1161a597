"""A command at a terminal, and the window it is shown in."""

import os
import pty
import re
import select
import subprocess
import time
from html import escape
from pathlib import Path

from tests.website.project import command_line, environment

_SIGN = re.compile(r"\x1b\[([\d;]*)m")
_OTHER = re.compile(r"\x1b\[[\d;?]*[A-Za-ln-z]|\x07")
_PATIENCE = 0.4
"""Seconds of silence after which a question is taken for asked."""

_TOO_LONG = 60

_COLORS = {
    "31": "#b3261e",
    "32": "#1e6b3a",
    "33": "#8a5a00",
    "34": "#1b4f8a",
    "35": "#7a2e7a",
    "36": "#0b6374",
    "90": "#6b6459",
}
_STYLE = (
    "margin:0;padding:18px 22px;font:15px/1.5 'Noto Sans Mono','DejaVu Sans Mono',monospace;"
    "white-space:pre-wrap;overflow-wrap:anywhere;color:#211e1a;background:#fffdf7"
)
_WINDOW = "border:1px solid #8b8272;border-radius:8px;overflow:hidden;margin:0"
_BAR = (
    "background:#e7dfcf;padding:7px 22px;font:600 14px 'Source Sans 3',sans-serif;color:#57514a;"
    "border-bottom:1px solid #d9d1c1"
)


def at_terminal(*command: str, cwd: Path, answers: str = "", width: int = 96) -> str:
    """Run a command at a terminal; each line of the answers is typed when it waits for one."""
    master, slave = pty.openpty()
    process = subprocess.Popen(
        command_line(*command),
        cwd=cwd,
        env=environment({"TERM": "xterm-256color", "COLUMNS": str(width)}),
        stdin=slave,
        stdout=slave,
        stderr=slave,
        start_new_session=True,
    )
    os.close(slave)
    screen, waiting = b"", answers.splitlines(keepends=True)
    last = time.monotonic() + _TOO_LONG
    try:
        while True:
            if select.select([master], [], [], _PATIENCE)[0]:
                screen += os.read(master, 65536)
            elif waiting and screen.endswith(b": "):
                os.write(master, waiting.pop(0).encode())
            elif process.poll() is not None:
                break
            elif time.monotonic() > last:
                process.kill()
                raise TimeoutError(screen.decode("utf-8"))
    except OSError:
        pass  # the command has ended, and the terminal with it
    process.wait(timeout=60)
    os.close(master)
    return _OTHER.sub("", screen.decode("utf-8")).replace("\r\n", "\n").strip("\n")


def window(title: str, *lines: tuple[str, str]) -> str:
    """A terminal's window as HTML: commands, each with what it said."""
    said = "\n\n".join(
        f"<b style='color:#1b4a37'>$ {escape(command)}</b>\n{_colored(text)}".rstrip()
        for command, text in lines
    )
    return (
        f'<figure style="{_WINDOW}"><figcaption style="{_BAR}">{escape(title)}</figcaption>'
        f'<pre style="{_STYLE}">{said}</pre></figure>'
    )


def _colored(text: str) -> str:
    parts, styles = [], dict[str, str]()
    position = 0
    for sign in [*_SIGN.finditer(text), None]:
        piece = escape(text[position : sign.start() if sign else None])
        style = ";".join(styles.values())
        parts.append(f'<span style="{style}">{piece}</span>' if style and piece else piece)
        if sign is None:
            break
        position = sign.end()
        for code in sign[1].split(";"):
            if code in ("", "0"):
                styles.clear()
            elif code == "1":
                styles["weight"] = "font-weight:700"
            elif code in _COLORS:
                styles["color"] = f"color:{_COLORS[code]}"
    return "".join(parts)
