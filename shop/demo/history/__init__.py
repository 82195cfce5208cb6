"""A year of visits and orders for the demo shop, simulated: no database, no files, no network.

`simulate.simulate` is the way in. The other files say what it follows: `preferences` (who buys
what), `seasons` (when), `together` (what goes with what), `choosing` (one product), `baskets` (one
order), `browsing` (what was looked at), `parcels` (shipping and status), `people` (who they are).
"""
