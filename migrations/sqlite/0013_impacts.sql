-- What an article says much of stands in `search_articles` from now on, with its terms, and by how much it weighs (src/text/search-tokens.ts).
-- Migrating writes what the table holds anew.
DROP TABLE `prominent_articles`;
--> statement-breakpoint
INSERT INTO `search_articles` (`search_articles`) VALUES ('delete-all');
