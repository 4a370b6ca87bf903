"""How right the program is on labelled topics, and what each of its mechanisms adds to that."""
