CREATE SCHEMA "kept";
--> statement-breakpoint
CREATE TABLE "kept"."version" (
	"territory" uuid PRIMARY KEY NOT NULL,
	"mark" uuid NOT NULL
);
--> statement-breakpoint
-- Draws a new mark for the territories that a transaction wrote in, once each, as it ends: nobody waits for it meanwhile.
CREATE FUNCTION "kept"."move_version"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	touched uuid[];
	one uuid;
BEGIN
	IF tg_op = 'TRUNCATE' THEN
		UPDATE kept.version SET mark = gen_random_uuid();
		RETURN NULL;
	END IF;
	IF tg_nargs > 0 THEN
		touched := ARRAY['00000000-0000-0000-0000-000000000000'];
	ELSE
		touched := ARRAY[new.territory_id, old.territory_id];
	END IF;
	FOREACH one IN ARRAY touched LOOP
		CONTINUE WHEN one IS NULL OR current_setting('kept.moved', true) = one::text;
		INSERT INTO kept.version AS known VALUES (one, gen_random_uuid()) ON CONFLICT (territory) DO UPDATE SET mark = excluded.mark;
		PERFORM set_config('kept.moved', one::text, true);
	END LOOP;
	RETURN NULL;
END $$;
--> statement-breakpoint
-- All that a request asks before it knows where it is: whose session it brings, and whether what was kept still holds.
CREATE FUNCTION "kept"."arrival"(session_token text, moment timestamptz, asked uuid)
RETURNS TABLE (account text, email text, name text, operator boolean, instance_mark uuid, territory_mark uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	RETURN QUERY
		SELECT u.id, u.email, u.name, EXISTS (SELECT FROM identity.operator o WHERE o.email = lower(u.email)),
			(SELECT v.mark FROM kept.version v WHERE v.territory = '00000000-0000-0000-0000-000000000000'),
			(SELECT v.mark FROM kept.version v WHERE v.territory = asked)
		FROM (SELECT) AS always
		LEFT JOIN (identity.session s JOIN identity."user" u ON u.id = s.user_id AND u.email_verified)
			ON s.token = session_token AND s.expires_at > moment;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION "kept"."arrival"(text, timestamptz, uuid) FROM PUBLIC;
--> statement-breakpoint
GRANT USAGE ON SCHEMA "kept" TO maillage_app;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION "kept"."arrival"(text, timestamptz, uuid) TO maillage_app;
