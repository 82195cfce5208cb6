"""What staff do with aspects: rename, merge, take apart, hide."""

from django.db import transaction

from ai.exceptions import AspectRefused
from ai.models import Aspect

_LONGEST = 80


def rename_aspect(*, aspect: Aspect, name: str) -> None:
    """Show an aspect under another name; digests follow at once. Raises AspectRefused."""
    tidy = " ".join(name.split())
    if not tidy or len(tidy) > _LONGEST:
        raise AspectRefused(f"A name has 1 to {_LONGEST} characters.")
    aspect.name = tidy
    aspect.is_by_staff = True
    aspect.save(update_fields=["name", "is_by_staff"])


@transaction.atomic
def merge_aspects(*, aspect: Aspect, into: Aspect) -> None:
    """Let an aspect, and all that were merged into it, count as another one from now on.

    Raises AspectRefused for one that would be merged into itself, or across categories.
    """
    # In one order, so that two merges at once do not wait for each other.
    locked = {
        each.pk: each
        for each in Aspect.objects.select_for_update()
        .filter(pk__in=[aspect.pk, into.pk])
        .order_by("pk")
    }
    if len(locked) < 2:  # noqa: PLR2004 - both
        raise AspectRefused("An aspect cannot be merged into itself, nor into one that is gone.")
    source, target = locked[aspect.pk], locked[into.pk]
    if source.category_id != target.category_id:
        raise AspectRefused("Only aspects of the same category can be merged.")
    if target.merged_into_id == source.pk:
        raise AspectRefused(f"{target.name} is part of {source.name}: take it out first.")
    top = target.merged_into_id or target.pk
    Aspect.objects.filter(merged_into=source).exclude(pk=top).update(merged_into_id=top)
    Aspect.objects.filter(pk=source.pk).update(merged_into_id=top, is_by_staff=True)
    aspect.refresh_from_db()


def unmerge_aspect(*, aspect: Aspect) -> None:
    """Let an aspect count for itself again; raises AspectRefused when it does already."""
    if aspect.merged_into_id is None:
        raise AspectRefused(f"{aspect.name} is not part of another aspect.")
    aspect.merged_into = None
    aspect.is_by_staff = True
    aspect.save(update_fields=["merged_into", "is_by_staff"])


def set_aspect_hidden(*, aspect: Aspect, is_hidden: bool) -> None:
    """Keep an aspect from shoppers, or show it again."""
    aspect.is_hidden = is_hidden
    aspect.is_by_staff = True
    aspect.save(update_fields=["is_hidden", "is_by_staff"])
