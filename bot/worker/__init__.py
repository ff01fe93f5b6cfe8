"""What happens outside the conversation: notices to the operator, check-ins, and forgetting what is old."""
