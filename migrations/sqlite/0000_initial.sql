CREATE TABLE `archive` (
	`id` integer PRIMARY KEY NOT NULL,
	`time_zone` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `article_contents` (
	`article` integer PRIMARY KEY NOT NULL,
	`document` text NOT NULL,
	FOREIGN KEY (`article`) REFERENCES `articles`(`rowid`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `article_terms` (
	`article` integer NOT NULL,
	`kind` integer NOT NULL,
	`term` integer NOT NULL,
	`published` integer NOT NULL,
	`issued` text NOT NULL,
	`modified` integer NOT NULL,
	`quote_count` integer NOT NULL,
	PRIMARY KEY(`article`, `kind`, `term`),
	FOREIGN KEY (`article`) REFERENCES `articles`(`rowid`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`term`) REFERENCES `terms`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX `article_terms_by_published` ON `article_terms` (`term`,`published`,`article`);--> statement-breakpoint
CREATE UNIQUE INDEX `article_terms_by_issued` ON `article_terms` (`term`,`issued`,`article`);--> statement-breakpoint
CREATE UNIQUE INDEX `article_terms_by_modified` ON `article_terms` (`term`,`modified`,`article`);--> statement-breakpoint
CREATE TABLE `articles` (
	`rowid` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`fingerprint` text NOT NULL,
	`revision` integer NOT NULL,
	`read_by` text NOT NULL,
	`source` integer,
	`issue_date` text,
	`page_number` text,
	`reference` text NOT NULL,
	`document` text NOT NULL,
	FOREIGN KEY (`source`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `articles_id_unique` ON `articles` (`id`);--> statement-breakpoint
CREATE INDEX `articles_by_issue` ON `articles` (`source`,`issue_date`,`page_number`);--> statement-breakpoint
CREATE TABLE `changes` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`type` text NOT NULL,
	`id` text NOT NULL,
	`op` text NOT NULL,
	`at` integer NOT NULL,
	`content_changed` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `corrections` (
	`article` integer NOT NULL,
	`target` text NOT NULL,
	`item` text NOT NULL,
	`at` integer NOT NULL,
	`document` text NOT NULL,
	PRIMARY KEY(`article`, `target`, `item`),
	FOREIGN KEY (`article`) REFERENCES `articles`(`rowid`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `originals` (
	`article` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`media_type` text NOT NULL,
	`hints` text NOT NULL,
	`bytes` blob NOT NULL,
	FOREIGN KEY (`article`) REFERENCES `articles`(`rowid`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `quotes` (
	`rowid` integer PRIMARY KEY NOT NULL,
	`article` integer NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`speaker` text,
	`role` text,
	`organization` text,
	`document` text NOT NULL,
	FOREIGN KEY (`article`) REFERENCES `articles`(`rowid`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `quotes_in_order` ON `quotes` (`article`,`position`);--> statement-breakpoint
CREATE TABLE `sections` (
	`id` integer PRIMARY KEY NOT NULL,
	`parent` integer,
	`name` text NOT NULL,
	`slug` text NOT NULL,
	`path` text NOT NULL,
	`names` text NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `terms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`parent`) REFERENCES `sections`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sections_slug_unique` ON `sections` (`slug`);--> statement-breakpoint
CREATE UNIQUE INDEX `sections_path_unique` ON `sections` (`path`);--> statement-breakpoint
CREATE INDEX `sections_by_name` ON `sections` (`name`);--> statement-breakpoint
CREATE INDEX `sections_by_names` ON `sections` (`names`);--> statement-breakpoint
CREATE TABLE `sources` (
	`id` integer PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `terms`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sources_slug_unique` ON `sources` (`slug`);--> statement-breakpoint
CREATE UNIQUE INDEX `sources_name_unique` ON `sources` (`name`);--> statement-breakpoint
CREATE TABLE `statistics` (
	`rowid` integer PRIMARY KEY NOT NULL,
	`article` integer NOT NULL,
	`position` integer NOT NULL,
	`unit` text,
	`normalized_unit` text,
	`normalized_value` real,
	`measure` text,
	`as_of_from` text,
	`as_of_to` text,
	`document` text NOT NULL,
	FOREIGN KEY (`article`) REFERENCES `articles`(`rowid`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `statistics_in_order` ON `statistics` (`article`,`position`);--> statement-breakpoint
CREATE TABLE `terms` (
	`id` integer PRIMARY KEY NOT NULL,
	`kind` integer NOT NULL,
	`value` text NOT NULL,
	`article_count` integer DEFAULT 0 NOT NULL,
	`quote_count` integer DEFAULT 0 NOT NULL,
	`listed_as` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `terms_by_value` ON `terms` (`kind`,`value`);--> statement-breakpoint
CREATE INDEX `terms_listed_by_quote_count` ON `terms` (`listed_as`,`quote_count`,`value`) WHERE "terms"."listed_as" is not null and "terms"."article_count" > 0;--> statement-breakpoint
CREATE INDEX `terms_listed_by_value` ON `terms` (`listed_as`,`value`) WHERE "terms"."listed_as" is not null and "terms"."article_count" > 0;--> statement-breakpoint
CREATE TABLE `uncorrected` (
	`article` integer PRIMARY KEY NOT NULL,
	`document` text NOT NULL,
	FOREIGN KEY (`article`) REFERENCES `articles`(`rowid`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `withdrawals` (
	`id` text PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL
);
