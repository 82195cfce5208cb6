"""What shoppers search for, in the admin: figures, unmet demand, requests to stock."""
