"""Answers as flat rows: the columns that CSV, data frames and notebooks share."""
