"""What else can be told of a review: its topics, what a moderator should see, its language."""
