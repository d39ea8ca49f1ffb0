/**
 * What a schema is, as sorted lines of text: two databases with the same lines have the same tables, columns,
 * constraints, indexes, triggers, functions, sequences, types and extensions. Order of columns is not meaning.
 */
import type postgres from 'postgres';

const OURS = `n.nspname = 'public'`;
/** What an extension brought with it is told by its name alone. */
const NOT_OF_AN_EXTENSION = (table: string, alias: string) => `not exists (
  select from pg_depend d where d.classid = '${table}'::regclass and d.objid = ${alias}.oid and d.deptype = 'e')`;

const PARTS = [
  `select format('table %s kind %s persistence %s', c.relname, c.relkind, c.relpersistence)
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where ${OURS} and c.relkind in ('r', 'p', 'v', 'm', 'S', 'f') and ${NOT_OF_AN_EXTENSION('pg_class', 'c')}`,
  `select format('column %s.%s %s%s%s default %s identity %s generated %s', c.relname, a.attname,
            format_type(a.atttypid, a.atttypmod), case when a.attnotnull then ' not null' end,
            case when a.attcollation <> t.typcollation then ' collation ' || a.attcollation::regcollation end,
            coalesce(pg_get_expr(d.adbin, d.adrelid), '-'), a.attidentity, a.attgenerated)
     from pg_attribute a
     join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     join pg_type t on t.oid = a.atttypid
     left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where ${OURS} and c.relkind in ('r', 'p', 'v', 'm', 'f') and a.attnum > 0 and not a.attisdropped`,
  `select format('constraint %s.%s %s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid))
     from pg_constraint c join pg_namespace n on n.oid = c.connamespace where ${OURS} and c.conrelid <> 0`,
  `select 'index ' || pg_get_indexdef(i.indexrelid)
     from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
    where ${OURS} and i.indisvalid`,
  `select 'trigger ' || pg_get_triggerdef(t.oid) || ' enabled ' || t.tgenabled::text
     from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
    where ${OURS} and not t.tgisinternal`,
  `select 'function ' || pg_get_functiondef(p.oid)
     from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where ${OURS} and p.prokind in ('f', 'p') and ${NOT_OF_AN_EXTENSION('pg_proc', 'p')}`,
  `select format('type %s %s %s', t.typname, t.typtype,
            (select string_agg(e.enumlabel, ',' order by e.enumsortorder) from pg_enum e where e.enumtypid = t.oid))
     from pg_type t join pg_namespace n on n.oid = t.typnamespace
    where ${OURS} and t.typtype in ('e', 'd', 'r') and ${NOT_OF_AN_EXTENSION('pg_type', 't')}`,
  `select 'extension ' || extname from pg_extension where extname <> 'plpgsql'`,
];

/** The public schema of the database that `sql` is connected to. */
export async function catalogOf(sql: postgres.Sql): Promise<string[]> {
  const query = PARTS.map((part) => `(${part})`).join(' union all ');
  const rows = await sql.unsafe<{ line: string }[]>(
    `select format as line from (${query}) as lines (format)`,
  );
  return rows.map(({ line }) => line.replace(/\s+/g, ' ').trim()).sort();
}

/** What one catalog has and the other lacks, as a person reads it: at most five lines, and how many more. */
export function differences(expected: string[], found: string[]): string[] {
  const [missing, extra] = [without(expected, found), without(found, expected)];
  const lines = [...missing.map((line) => `missing: ${line}`), ...extra.map((line) => `unknown: ${line}`)];
  return lines.length <= 5 ? lines : [...lines.slice(0, 5), `and ${lines.length - 5} more`];
}

const without = (lines: string[], others: string[]) => {
  const known = new Set(others);
  return lines.filter((line) => !known.has(line));
};
