CREATE TABLE `addresses` (
	`id` text PRIMARY KEY NOT NULL,
	`article` text NOT NULL,
	`address` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `addresses_by_article` ON `addresses` (`article`);--> statement-breakpoint
UPDATE `articles` SET `document` = replace(`document`, ',"charCount":', ',"aliases":[],"charCount":');--> statement-breakpoint
UPDATE `revisions` SET `document` = replace(`document`, ',"charCount":', ',"aliases":[],"charCount":');--> statement-breakpoint
UPDATE `shelved` SET `document` = replace(replace(`document`, ',"charCount":', ',"aliases":[],"charCount":'), '"extraction":{', '"extraction":{"addresses":[],');
