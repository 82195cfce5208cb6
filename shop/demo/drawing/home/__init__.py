"""The pictures of the front page, one module each; each lists itself in `DRAWINGS`."""
