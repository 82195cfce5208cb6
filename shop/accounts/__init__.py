"""The shop's side of django-allauth: what it asks, sends and counts."""
