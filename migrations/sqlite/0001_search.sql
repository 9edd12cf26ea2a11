-- What articles, quotes and statistics are searched by (src/store/sqlite/search-index.ts). The tables hold the tokens and
-- no text. A row is known by when its article was published, the article, and its position in it, so that the newest
-- come first without sorting.
CREATE VIRTUAL TABLE `search_articles` USING fts5(
	`title`, `lead`, `headings`, `body`, `section`, `speaker`, `credits`, `terms`,
	content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0"
);
--> statement-breakpoint
CREATE VIRTUAL TABLE `search_quotes` USING fts5(
	`body`, `speaker`, `terms`,
	content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0"
);
--> statement-breakpoint
CREATE VIRTUAL TABLE `search_statistics` USING fts5(
	`body`, `terms`,
	content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0"
);
--> statement-breakpoint
-- How many rows each token is in.
CREATE VIRTUAL TABLE `search_articles_tokens` USING fts5vocab(`search_articles`, `row`);
--> statement-breakpoint
CREATE VIRTUAL TABLE `search_quotes_tokens` USING fts5vocab(`search_quotes`, `row`);
--> statement-breakpoint
CREATE VIRTUAL TABLE `search_statistics_tokens` USING fts5vocab(`search_statistics`, `row`);
--> statement-breakpoint
-- Merging segments eight at a time instead of four: less work in writing, for a few more places to look.
INSERT INTO `search_articles` (`search_articles`, `rank`) VALUES ('automerge', 8);
--> statement-breakpoint
INSERT INTO `search_quotes` (`search_quotes`, `rank`) VALUES ('automerge', 8);
--> statement-breakpoint
INSERT INTO `search_statistics` (`search_statistics`, `rank`) VALUES ('automerge', 8);
