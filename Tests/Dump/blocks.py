"""The lines of a README that a reader is to copy."""

import re


def blocks(text):
    """(language, lines) of each fenced block."""
    return re.findall(r"^```(\w+)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def tool(language, lines):
    """Which tool runs a block: python, R, or the first word of a line of shell."""
    return {"python": "python", "r": "R"}.get(language) or lines.split()[0]
