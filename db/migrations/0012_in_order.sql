DROP INDEX "accesses_user_id_contributor_id_index";--> statement-breakpoint
DROP INDEX "notices_falling_due";--> statement-breakpoint
ALTER TABLE "unread_replies" ADD COLUMN "to_application" boolean;--> statement-breakpoint
UPDATE "unread_replies" SET "to_application" = "application_kind" IS NOT NULL FROM "requests" WHERE "requests"."id" = "request_id";--> statement-breakpoint
ALTER TABLE "unread_replies" ALTER COLUMN "to_application" SET NOT NULL;--> statement-breakpoint
CREATE INDEX "accesses_of_person" ON "accesses" USING btree ("user_id","contributor_id","title","valid_from","valid_to","firm_id");--> statement-breakpoint
CREATE INDEX "notices_in_order" ON "notices" USING btree ("unread","published_at" DESC NULLS FIRST,"id" DESC NULLS FIRST,"contributor_id");--> statement-breakpoint
CREATE INDEX "notices_in_order_by_due" ON "notices" USING btree ("unread","due_order","id","contributor_id");--> statement-breakpoint
CREATE INDEX "requests_in_order" ON "requests" USING btree ("submitted_at" DESC NULLS FIRST,"id" DESC NULLS FIRST,"contributor_id") WHERE application_kind is null;--> statement-breakpoint
CREATE INDEX "applications_in_order" ON "requests" USING btree ("submitted_at" DESC NULLS FIRST,"id" DESC NULLS FIRST,"contributor_id") WHERE application_kind is not null;--> statement-breakpoint
CREATE INDEX "notices_falling_due" ON "notices" USING btree ("due_by","contributor_id","status") WHERE status in ('open', 'in_progress') and due_by is not null;