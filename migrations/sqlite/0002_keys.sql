CREATE TABLE `keys` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`document` text NOT NULL,
	`last_used_at` integer
);
