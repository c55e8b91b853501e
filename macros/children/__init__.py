"""Japanese that a ten-year-old reads alone: what in a text for children is too hard, and why."""
