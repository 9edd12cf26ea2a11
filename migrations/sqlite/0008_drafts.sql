ALTER TABLE `shelved` ADD `status` text DEFAULT 'withdrawn' NOT NULL;--> statement-breakpoint
ALTER TABLE `shelved` ADD `publish_at` integer;