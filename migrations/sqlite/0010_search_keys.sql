CREATE TABLE `search_keys` (
	`key` integer PRIMARY KEY NOT NULL,
	`article` integer NOT NULL,
	FOREIGN KEY (`article`) REFERENCES `articles`(`rowid`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `search_keys_article_unique` ON `search_keys` (`article`);
--> statement-breakpoint
-- The numbers of rows are other ones from now on, and so is the order of the columns: the body comes first, since it costs least there
-- and has the most. Migrating writes what the tables hold anew.
DROP TABLE `search_articles_tokens`;
--> statement-breakpoint
DROP TABLE `search_articles`;
--> statement-breakpoint
CREATE VIRTUAL TABLE `search_articles` USING fts5(
	`body`, `title`, `lead`, `headings`, `section`, `speaker`, `credits`, `terms`,
	content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0"
);
--> statement-breakpoint
CREATE VIRTUAL TABLE `search_articles_tokens` USING fts5vocab(`search_articles`, `row`);
--> statement-breakpoint
INSERT INTO `search_articles` (`search_articles`, `rank`) VALUES ('automerge', 8);
--> statement-breakpoint
-- The characters of articles, so that one by itself is found without reading all pairs that begin with it.
CREATE VIRTUAL TABLE `search_characters` USING fts5(
	`tokens`, content='', contentless_delete=1, detail=none, tokenize="unicode61 remove_diacritics 0"
);
--> statement-breakpoint
INSERT INTO `search_characters` (`search_characters`, `rank`) VALUES ('automerge', 8);
--> statement-breakpoint
INSERT INTO `search_quotes` (`search_quotes`) VALUES ('delete-all');
--> statement-breakpoint
INSERT INTO `search_statistics` (`search_statistics`) VALUES ('delete-all');
--> statement-breakpoint
INSERT INTO `prominent_articles` (`prominent_articles`) VALUES ('delete-all');
