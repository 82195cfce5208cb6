"""The secret key of a machine that has none in its environment."""

import os
import secrets
from pathlib import Path


def local_secret(home: Path) -> str:
    """Return the key kept in `home`, made on first use and readable by its owner only."""
    path = home / "secret-key"
    home.mkdir(parents=True, exist_ok=True)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text().strip()
    with os.fdopen(descriptor, "w") as file:
        key = secrets.token_urlsafe(50)
        file.write(key)
    return key
