-- What rows are counted by stands beside their numbers from now on. The table is written anew, so that it lies in one piece.
CREATE TABLE `new_search_keys` (
	`key` integer PRIMARY KEY NOT NULL,
	`article` integer NOT NULL,
	`published` integer NOT NULL,
	`section` integer,
	`source` integer,
	FOREIGN KEY (`article`) REFERENCES `articles`(`rowid`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
INSERT INTO `new_search_keys` SELECT k.key, k.article, t.published,
	(SELECT max(term) FROM article_terms WHERE article = k.article AND kind = 1),
	(SELECT max(term) FROM article_terms WHERE article = k.article AND kind = 2)
FROM search_keys k JOIN article_terms t ON t.article = k.article AND t.kind = 0
	AND t.term = (SELECT id FROM terms WHERE kind = 0 AND value = 'articles')
ORDER BY k.key;
--> statement-breakpoint
DROP TABLE `search_keys`;
--> statement-breakpoint
ALTER TABLE `new_search_keys` RENAME TO `search_keys`;
--> statement-breakpoint
CREATE UNIQUE INDEX `search_keys_article_unique` ON `search_keys` (`article`);
