CREATE TABLE `answers` (
	`name` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`document` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `answers_by_time` ON `answers` (`at`);