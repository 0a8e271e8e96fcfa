-- What every page asks first, each in one question: to the embedded database each question is a way to another thread and
-- back, and a page asked fifteen to twenty. All read with the rights of the application, which they take on first, and
-- leave on whoever calls until the transaction ends. The time a statement may take is of those that follow: what these read
-- themselves could only wait for a lock.

-- Whose session it is whose key is shown with this, and nothing else, if it and the access of that person have not ended; from
-- then on they act. Whether it is too old, or came by a way that does not count, is for whoever asks to judge before anything else.
create function access.session_shown(key text)
returns table (
  actor text, provider text, second_factor boolean,
  begun_at timestamptz, seen_at timestamptz, ends_at timestamptz,
  name text, role text, scope text
) language plpgsql volatile set search_path = '' as $$
declare
  found record;
begin
  perform set_config('role', 'kith_app', true), set_config('kith.held', session_shown.key, true),
    set_config('statement_timeout', '60000', true), set_config('lock_timeout', '60000', true);
  select s.* into found from access.session as s where s.key = session_shown.key and s.ended_at is null;
  if found.actor is null then
    return;
  end if;
  perform set_config('kith.actor', found.actor, true);
  return query
    select a.id, found.provider, found.second_factor, found.begun_at, found.seen_at, found.ends_at, a.name, a.role, a.scope
    from access.actor as a where a.id = found.actor and a.ended_at is null;
end $$;

-- The errand of a transaction: who acts, when, for what, at what; and what they are now, where their access has not ended.
create function access.set_out(actor text, at text, purpose text, kind text, keys text)
returns table (name text, role text, scope text) language plpgsql volatile set search_path = '' as $$
begin
  perform set_config('role', 'kith_app', true), set_config('kith.actor', set_out.actor, true),
    set_config('kith.at', set_out.at, true), set_config('kith.purpose', set_out.purpose, true),
    set_config('kith.kind', set_out.kind, true), set_config('kith.keys', set_out.keys, true),
    set_config('statement_timeout', '60000', true), set_config('lock_timeout', '60000', true),
    -- Where a server is set to answer before a commit is on its disk, a look waits for the disk all the same.
    set_config('synchronous_commit', case current_setting('synchronous_commit')
      when 'off' then 'on' else current_setting('synchronous_commit') end, true);
  return query select a.name, a.role, a.scope from access.actor as a where a.id = set_out.actor and a.ended_at is null;
end $$;

-- What somebody is tied to themselves.
create function access.own_ties(actor text, at text)
returns setof access.tie language plpgsql volatile set search_path = '' as $$
begin
  perform access.set_out(own_ties.actor, own_ties.at, '', '', '');
  return query
    select t.* from access.tie as t where t.actor = own_ties.actor and t.ended_at is null order by t.urn, t.class, t.upn;
end $$;
