"""The page of batches: what was asked, request by request, and what became of it."""
