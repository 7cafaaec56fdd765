"""What is known of one site: rules that somebody wrote, and a memory that was learned."""
