"""Sociaal: case management for the front office of a Dutch municipality's sociaal domein."""
