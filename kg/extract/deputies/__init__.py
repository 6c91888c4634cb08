"""Deputies' seats that begin and end, and what follows from it."""
