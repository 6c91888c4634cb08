"""Who leads, answers for, heads, handles, assists or was commissioned, and for what."""
