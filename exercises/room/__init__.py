"""A class from one computer: serves every notebook as a page, lets students in by card, and keeps their answers."""
