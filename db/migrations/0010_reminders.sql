ALTER TYPE "public"."change_name" ADD VALUE 'delegation.expiring' BEFORE 'delegation.expired';--> statement-breakpoint
CREATE INDEX "contributors_office_code_denomination_id_index" ON "contributors" USING btree ("office_code","denomination","id");--> statement-breakpoint
CREATE INDEX "notices_falling_due" ON "notices" USING btree ("due_by") WHERE status = 'open' and due_by is not null;