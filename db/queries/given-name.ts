import { sql, type SQL, type SQLWrapper } from 'drizzle-orm'

/** To sort people by: the given name is the last word, so «Nguyễn Văn An» stands under A. The same order as `givenNameKey`. */
export const givenName = (name: SQLWrapper): SQL => sql`(regexp_replace(btrim(${name}), '^(.*)\\s(\\S+)$', '\\2 \\1') collate "vi-VN-x-icu")`
