import { readFileSync } from 'node:fs'
import type postgres from 'postgres'

/** A word that stands in one issue of a thousand, and nowhere else. */
export const rareWord = 'bauxite'

/**
 * A register of `n` issues by plain SQL: twelve conferences, units with a share each, states as they spread in a city
 * two years into its work, six events an issue. The first event's hash stands for all: nobody verifies these chains.
 */
export async function fill(sql: postgres.Sql, n: number): Promise<void> {
  const texts = readFileSync('db/seed/data/labelled-issues.jsonl', 'utf8').split('\n').filter(Boolean).map((line) => (JSON.parse(line) as { text: string }).text)
  await sql`insert into conferences (title, held_on) select 'Hội nghị đối thoại Mẫu ' || c, date '2025-12-01' + c * 28 from generate_series(1, 12) c`
  await sql`insert into enterprises (name, zone) select 'Công ty Mẫu số ' || e, 'KCN Thăng Long' from generate_series(1, 2000) e`
  await sql`
    create temp table plan as
    with units as (select array_agg(code order by code) as codes from units where valid_to is null and kind <> 'dia_phuong'),
      topics as (select array_agg(array[code, group_code] order by code) as list from topics),
      conf as (select array_agg(id order by id) as ids from conferences),
      ent as (select min(id) as first from enterprises where name like 'Công ty Mẫu số %')
    select i, ${sql.array(texts)}::text[] as texts,
      conf.ids[1 + (i * 12 / ${n}::int)::int % 12] as conference_id,
      ent.first + (i * 7919) % 2000 as enterprise_id,
      units.codes[1 + (i * 31) % cardinality(units.codes)] as unit,
      topics.list[1 + (i * 17) % 61][1] as topic, topics.list[1 + (i * 17) % 61][2] as group_code,
      (array['answered','answered','closed','closed','closed','resolved','committed','inProgress','inProgress','routed','awaitingApproval','refused'])[1 + (i * 13) % 12] as state,
      now() - interval '300 days' * (1 - i::float / ${n}::int) as received_at
    from generate_series(1, ${n}::int) i, units, topics, conf, ent`
  await sql`
    insert into comments (conference_id, enterprise_id, text, channel, received_at)
    select conference_id, enterprise_id, texts[1 + i % cardinality(texts)] || ' Hồ sơ số ' || i || case when i % 1000 = 0 then ${` ${rareWord}`} else '' end, 'api', received_at
    from plan order by i`
  await sql`
    insert into issues (comment_id, conference_id, enterprise_id, channel, text, group_code, topic_code, state, version, last_hash, lead_unit,
      received_at, accepted_at, due_at, due_on, first_due_on, answered_at, first_answered_at, resolved_at, confirmed_at, ended_at, updated_at)
    select c.id, p.conference_id, p.enterprise_id, 'api', c.text, p.group_code, p.topic, p.state, 6, repeat('0', 64), p.unit,
      p.received_at, p.received_at + interval '1 day', p.received_at + interval '15 days', (p.received_at + interval '15 days')::date, (p.received_at + interval '15 days')::date,
      case when p.state in ('answered','closed','resolved','committed') then p.received_at + interval '1 day' * (5 + p.i % 15) end,
      case when p.state in ('answered','closed','resolved','committed') then p.received_at + interval '1 day' * (5 + p.i % 15) end,
      case when p.state in ('closed','resolved') then p.received_at + interval '25 days' end,
      case when p.state = 'closed' then p.received_at + interval '30 days' end,
      case when p.state in ('closed','refused') then p.received_at + interval '30 days' end, p.received_at + interval '5 days'
    from plan p join comments c on c.id = (select min(id) from comments) + p.i - 1 order by p.i`
  await sql`
    insert into issue_events (issue_id, seq, move, from_state, to_state, at, role, unit, unit_name, payload, previous_hash, hash, lead_unit, group_code, topic_code, due_at, answered_at, resolved_at, confirmed_at)
    select i.id, e.seq, e.move, e.from_state, case when e.seq = 6 then i.state else e.to_state end, i.received_at + interval '1 day' * (e.seq - 1), e.role, i.lead_unit, 'Đơn vị Mẫu', '{}'::jsonb,
      repeat('0', 64), repeat('0', 64), case when e.seq > 1 then i.lead_unit end, i.group_code, i.topic_code, i.due_at,
      case when e.seq = 6 then i.answered_at end, case when e.seq = 6 then i.resolved_at end, case when e.seq = 6 then i.confirmed_at end
    from issues i cross join (values (1,'receive',null,'received','system'), (2,'route','received','routed','coordinator'), (3,'accept','routed','inProgress','officer'),
      (4,'submitAnswer','inProgress','awaitingApproval','officer'), (5,'returnForRedraft','awaitingApproval','inProgress','head'), (6,'submitAnswer','inProgress','answered','officer')) e (seq, move, from_state, to_state, role)`
  await sql`
    insert into deadlines (issue_id, clock, policy_code, started_at, amount, amount_unit, convention, first_due_at, due_at, stopped_at)
    select id, 'answer', 'answer.simple', received_at, 10, 'day', 'A', due_at, due_at, answered_at from issues`
  await sql`insert into answers (issue_id, number, text, sha256, drafted_at, issued_at)
    select id, 1, 'Sở Mẫu trả lời: đã tiếp nhận, đang thực hiện theo quy định.', '', received_at, answered_at from issues where answered_at is not null`
  await sql`vacuum analyze`
}
