"""Scores, assignment, explanation, proof."""
