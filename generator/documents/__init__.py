"""Certificates for mentees and letters of appreciation for mentors, as PDF, and their register."""
