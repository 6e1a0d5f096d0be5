"""The course in Jupyter: one widget for every face, the hook that saves notebooks as built, and Lab as it is opened."""
