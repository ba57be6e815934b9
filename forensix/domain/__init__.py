"""The field's own words as types and pure functions; imports numpy, rfc8785, platformdirs and the standard library only."""
