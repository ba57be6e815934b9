"""Who signs: the site's certificate authority, the keys it issues, and what each role may do."""
