"""The Slack front end. docs/slack.md tells how to set it up."""
