"""What must fit together in a lesson's files."""
