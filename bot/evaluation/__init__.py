"""Measurements: how fast and how small (bench)."""
