"""What staff look up about the shop's work: read in aggregate, changed by nobody."""
