"""What a message does: delivered once and in order, then taken by the rules of what may follow what."""
