"""Ways of paying behind one interface: dataclasses in and out, no database."""
