-- What lists say of a paper. Null where none does.
alter table papers add column organization text;        -- where it was written
alter table papers add column summary text;             -- who wrote it, and on the next line the text

-- Of each source that counts upvotes its latest count and its last one on an earlier day (UTC), a source a line, as
-- "81 1716811200000000 72 1716724800000000 huggingface" with microseconds; "- -" where there is no earlier day.
alter table papers add column upvote_history text default '' not null;
-- What Hugging Face counted so far; others begin anew.
update papers set upvote_history = (
    select cast(l.observed_value as varchar) || ' '
        || cast(cast(extract(epoch from l.observed_at) * 1000000 as bigint) as varchar) || ' '
        || coalesce(
            cast(b.observed_value as varchar) || ' '
              || cast(cast(extract(epoch from b.observed_at) * 1000000 as bigint) as varchar),
            '- -')
        || ' huggingface'
      from signals l
      left join signals b on b.paper_id = l.paper_id and b.source = l.source and b.kind = l.kind
        and b.observed_at = (
          select max(e.observed_at) from signals e
          where e.paper_id = l.paper_id and e.source = l.source and e.kind = l.kind
            and cast(e.observed_at at time zone 'UTC' as date) < cast(l.observed_at at time zone 'UTC' as date))
      where l.paper_id = papers.id and l.source = 'huggingface' and l.kind = 'UPVOTES'
        and l.observed_at = (
          select max(n.observed_at) from signals n
          where n.paper_id = papers.id and n.source = 'huggingface' and n.kind = 'UPVOTES'))
  where exists (
    select 1 from signals s where s.paper_id = papers.id and s.source = 'huggingface' and s.kind = 'UPVOTES');
