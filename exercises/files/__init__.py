"""Files that people write: read with the line of every field, and every fault said with file, line and cure."""
