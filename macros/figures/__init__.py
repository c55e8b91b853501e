"""Figures as numbers: where lines, boxes and words stand; templates draw them for web and paper."""
