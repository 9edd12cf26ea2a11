CREATE TABLE `months` (
	`month` text PRIMARY KEY NOT NULL,
	`article_count` integer NOT NULL,
	`seq` integer NOT NULL
);
