"""The admin site: how staff get in, in the look of the theme."""

from unfold.sites import UnfoldAdminSite

from shop.accounts.staff_site import StaffSite


class Site(StaffSite, UnfoldAdminSite):
    """The site that every list of the admin is registered on."""
