"""Explore how an organisation is governed."""
