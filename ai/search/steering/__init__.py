"""What staff's rules do to a search: which apply, what else is searched, what moves where."""
