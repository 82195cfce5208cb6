"""From a query to ranked products with exact facets."""
