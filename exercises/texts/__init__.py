"""Any text that a person brings, pasted or as a file, becomes plain text with numbered sentences, or is refused."""
