"""What a journey does with personal data, and what the law asks of it: vocabulary, paths, rules."""
