"""Each command: its arguments become a verb's, and the verb's result an `Answer`; nothing here prints."""
