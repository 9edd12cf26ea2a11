-- The tokens that articles are about rather than only have (src/text/search-tokens.ts), so that the best of very many finds
-- are found without looking at all of them.
CREATE VIRTUAL TABLE `prominent_articles` USING fts5(
	`tokens`, content='', contentless_delete=1, detail=none, tokenize="unicode61 remove_diacritics 0"
);
--> statement-breakpoint
INSERT INTO `prominent_articles` (`prominent_articles`, `rank`) VALUES ('automerge', 8);
--> statement-breakpoint
-- Rows of articles have shorter keys from now on; `doctor --fix` writes them.
INSERT INTO `search_articles` (`search_articles`) VALUES ('delete-all');
