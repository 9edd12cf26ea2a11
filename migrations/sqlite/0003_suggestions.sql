CREATE TABLE `titles` (
	`title` text NOT NULL,
	`published` integer NOT NULL,
	`article` integer NOT NULL,
	PRIMARY KEY(`title`, `published`, `article`)
) WITHOUT ROWID;
--> statement-breakpoint
-- What names and titles are suggested by (src/store/sqlite/suggestion-index.ts): a row for each, numbered by how useful it is, so
-- that the best come first without sorting.
CREATE VIRTUAL TABLE `search_suggestions` USING fts5(
	`keys`,
	content='', contentless_delete=1, detail=none, tokenize="unicode61 remove_diacritics 0"
);
--> statement-breakpoint
INSERT INTO `search_suggestions` (`search_suggestions`, `rank`) VALUES ('automerge', 8);
