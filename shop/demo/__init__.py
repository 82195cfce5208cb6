"""The data files of the demo shop, and the script that renders its drawings."""
