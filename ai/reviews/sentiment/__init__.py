"""Whether a text is meant well or badly: learning, measuring, serving."""
