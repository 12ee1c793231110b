"""Reads a journal's folder into typed notes and findings, and caches what was read."""
