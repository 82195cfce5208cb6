"""The admin as an installed app, on the shop's own site."""

from django.contrib.admin.apps import AdminConfig


class StaffAdminConfig(AdminConfig):
    """Django's admin with the site that config/staff_site.py describes."""

    default_site = "config.staff_site.Site"
