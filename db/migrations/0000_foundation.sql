-- Both are trusted extensions: the owner of the database may create them.
CREATE EXTENSION IF NOT EXISTS unaccent WITH SCHEMA public;
--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;
--> statement-breakpoint
-- Text as it is compared when searching: no accents, no case, đ as d, composed or decomposed alike.
-- unaccent() itself is only STABLE, since its dictionary could be edited; named with its schema and never edited here,
-- it is as good as immutable, and so may stand in indexes and generated columns.
-- lower() comes last, when only plain letters are left, so that the locale of the server does not matter.
CREATE FUNCTION public.fold_vi(value text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN lower(public.unaccent('public.unaccent'::regdictionary, normalize(value, NFC)));
--> statement-breakpoint
-- The words of a text for full-text search. Without the marks between them, since «12/QĐ-UBND» or an address would
-- otherwise be one word that only its whole self can find. A tsvector holds 1 MB at most and more is an error, so the
-- rest of a very long text is not searched.
CREATE FUNCTION public.search_vi(value text) RETURNS tsvector
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN to_tsvector('pg_catalog.simple'::regconfig,
    translate(public.fold_vi(left(value, 100000)), '/-_.:@#', '       '));
--> statement-breakpoint
-- What a person typed, to be matched against search_vi(): all words, in any order; "quoted" ones as they stand.
CREATE FUNCTION public.search_query_vi(value text) RETURNS tsquery
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN websearch_to_tsquery('pg_catalog.simple'::regconfig,
    translate(public.fold_vi(left(value, 1000)), '/-_.:@#', '       '));
--> statement-breakpoint
CREATE FUNCTION public.refuse_change() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', tg_table_name, tg_op USING ERRCODE = 'restrict_violation';
END
$$;
--> statement-breakpoint
-- From now on rows of this table can be added and read, and nothing else. ENABLE ALWAYS: also where
-- session_replication_role has switched ordinary triggers off.
CREATE FUNCTION public.make_append_only(target regclass) RETURNS void
  LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON %s '
    'FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change()', target);
  EXECUTE format('ALTER TABLE %s ENABLE ALWAYS TRIGGER refuse_change', target);
END
$$;
