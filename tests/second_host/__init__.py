"""A second host for faces: one Tornado process, one websocket a page, views as native modules, and no Jupyter."""
