"""Measurements: each a program that writes its figures and their origin to results/."""
