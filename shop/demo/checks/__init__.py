"""Checks of the demo shop's files: `python -m shop.demo.checks [leaf category ...]`.

Needs neither Django nor a database nor services. Prints one line for each finding (file, product or
review, what is wrong, what to do) and exits with 1 if there is any. Give leaf categories to see
only what concerns their files; the texts are compared with those of the whole shop all the same.
`--images` also wants every picture drawn and rendered, `--counts` the shop's full size.
"""
