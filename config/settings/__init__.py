"""Settings by place: base for all, dev for one machine, test for pytest, prod for servers."""
