"""A lesson from a text: article, drafts of key and claims, and four notebooks from templates; all to be looked at."""
