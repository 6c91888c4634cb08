"""Money of budgets, final accounts and debt: amounts, what they are of, adjustments, tables."""
