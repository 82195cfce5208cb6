"""The drawings of the products: a module a leaf category, each with its `DRAWINGS`.

A category that grows beyond 300 lines is split by what its things are (`knives_and_tools` and
`knives_and_tools_saws`); all modules here are found by themselves.
"""
