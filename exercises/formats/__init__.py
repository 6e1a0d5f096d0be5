"""Files that leave an exercise: Web Annotation, ClaimReview, claim card, evidence list; made of plain data."""
