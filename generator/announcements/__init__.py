"""Calls, posts, reminders and news as text, written from the records."""

from generator.announcements.subject import Subject, view_of
from generator.announcements.template_folder import AnnouncementTemplates, announcement_templates
from generator.announcements.writing import Announced, Announcer, alternative_text, news_text

__all__ = [
    "Announced",
    "AnnouncementTemplates",
    "Announcer",
    "Subject",
    "alternative_text",
    "announcement_templates",
    "news_text",
    "view_of",
]
