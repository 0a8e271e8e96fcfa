-- One row: a session of a child at two schools of which neither has a record: each mark there is is D (the account’s state
-- unrecorded-dual).
select
  child.upn, min(case when register.main then register.urn end) as main_urn, min(register.urn) as lowest_urn,
  max(register.urn) as highest_urn, state.pos
from child_session as state
join register_session as register on register.child_no = state.child_no and register.pos = state.pos and register.own
join child on child.child_no = state.child_no
where state.letter = '='
group by child.upn, state.pos
