"""Wrong senses: the lexicon, what tells them in a sentence, in an article, by siblings."""
