"""Checks: a graph held against its sources and against its own rules."""

from orggraph.checks.check import CheckReport, check

__all__ = ["CheckReport", "check"]
