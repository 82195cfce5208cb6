"""What shoppers search for and do, counted without knowing who they are."""
