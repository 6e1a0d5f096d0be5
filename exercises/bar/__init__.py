"""The bar on top of a notebook."""
