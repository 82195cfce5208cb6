"""Lists of products that shoppers narrow down, sort and leaf through."""
