"""Changes in who holds a post: acts clause by clause, lists and tables, filings, letters."""
