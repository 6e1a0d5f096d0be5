"""What a lesson's files may say."""
