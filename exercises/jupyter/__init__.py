"""The course in Jupyter: one widget for every face, and the server's hook that saves notebooks as they were built."""
