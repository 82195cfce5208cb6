"""Prints what is wrong with the demo shop's files."""

import sys
from argparse import ArgumentParser
from pathlib import Path

from shop.demo import checks
from shop.demo.checks.counts import check_counts, tabulate
from shop.demo.checks.pictures import check_list, check_pictures
from shop.demo.checks.running import check_folder, concerns


def main() -> int:
    """Run the checks; 1 when there is a finding."""
    parser = ArgumentParser(prog="python -m shop.demo.checks", description=checks.__doc__)
    parser.add_argument("categories", nargs="*", metavar="leaf-category")
    parser.add_argument("--folder", type=Path, default=Path(__file__).parents[1])
    parser.add_argument("--images", action="store_true", help="want every picture drawn")
    parser.add_argument("--counts", action="store_true", help="want the shop's full size")
    options = parser.parse_args()
    extra = (check_pictures, check_list) * options.images + (check_counts,) * options.counts
    demo, findings = check_folder(options.folder, extra)
    if unknown := set(options.categories) - set(demo.leaves):
        parser.error(f"no leaf category: {', '.join(sorted(unknown))}")
    shown = [finding for finding in findings if concerns(finding, set(options.categories))]
    if options.counts:
        sys.stdout.writelines(f"{line}\n" for line in tabulate(demo))
    for finding in shown:
        sys.stdout.write(f"{finding}\n")
    sys.stdout.write(f"{len(shown)} findings\n" if shown else "Nothing to mend.\n")
    return bool(shown)


if __name__ == "__main__":
    sys.exit(main())
