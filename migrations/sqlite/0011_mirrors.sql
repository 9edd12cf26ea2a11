CREATE TABLE `mirrors` (
	`id` integer PRIMARY KEY NOT NULL,
	`document` text NOT NULL
);
