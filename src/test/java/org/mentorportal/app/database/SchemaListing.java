package org.mentorportal.app.database;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All that a migration can make in the schema, one line each, without Liquibase's own two tables. */
final class SchemaListing {

    /** A column's place among the others is left out: a column that is dropped and added again comes last. */
    private static final String LISTING = """
            with relation as (
              select c.* from pg_class c
              where c.relnamespace = 'public'::regnamespace and c.relname not like 'databasechangelog%')
            select concat_ws(' ', 'relation', relname, relkind, 'of', relowner::regrole, relacl, reloptions, relrowsecurity,
                             obj_description(oid, 'pg_class'))
            from relation where relkind not in ('i', 'I')
            union all
            select concat_ws(' ', 'column', a.attrelid::regclass, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
                             a.attidentity, a.attgenerated, a.attcollation, pg_get_expr(d.adbin, d.adrelid), a.attacl,
                             col_description(r.oid, a.attnum))
            from relation r join pg_attribute a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
            left join pg_attrdef d on d.adrelid = r.oid and d.adnum = a.attnum
            where r.relkind in ('r', 'p', 'v', 'm')
            union all
            select concat_ws(' ', 'constraint', c.conname, 'on', r.relname, pg_get_constraintdef(c.oid), c.convalidated)
            from pg_constraint c join relation r on r.oid = c.conrelid
            union all
            select concat_ws(' ', 'index', r.relname, pg_get_indexdef(i.indexrelid), i.indisvalid)
            from pg_index i join relation r on r.oid = i.indexrelid
            union all
            select concat_ws(' ', 'trigger', t.tgname, pg_get_triggerdef(t.oid), t.tgenabled)
            from pg_trigger t join relation r on r.oid = t.tgrelid where not t.tgisinternal
            union all
            select concat_ws(' ', 'sequence', r.relname, to_jsonb(s) - 'seqrelid')
            from pg_sequence s join relation r on r.oid = s.seqrelid
            union all
            select concat_ws(' ', 'view', relname, pg_get_viewdef(oid)) from relation where relkind in ('v', 'm')
            union all
            select concat_ws(' ', 'policy', to_jsonb(p)) from pg_policies p where schemaname = 'public'
            union all
            select concat_ws(' ', 'function', p.proname, pg_get_functiondef(p.oid), 'of', p.proowner::regrole, p.proacl,
                             obj_description(p.oid, 'pg_proc'))
            from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prokind in ('f', 'p')
              and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
            union all
            select concat_ws(' ', 'type', t.typname, t.typtype, t.typnotnull, t.typdefault,
                             (select string_agg(e.enumlabel, ',' order by e.enumsortorder) from pg_enum e where e.enumtypid = t.oid),
                             (select string_agg(pg_get_constraintdef(c.oid), ',' order by c.conname) from pg_constraint c where c.contypid = t.oid))
            from pg_type t where t.typnamespace = 'public'::regnamespace and t.typtype in ('e', 'd', 'r')
              and not exists (select from pg_depend d where d.objid = t.oid and d.deptype = 'e')
            union all
            select concat_ws(' ', 'extension', extname, extversion) from pg_extension
            union all
            select concat_ws(' ', 'schema', nspname, nspacl) from pg_namespace where nspname not like 'pg\\_%'
            order by 1
            """;

    private SchemaListing() {
    }

    static List<String> of(JdbcClient database) {
        return database.sql(LISTING).query(String.class).list();
    }
}
