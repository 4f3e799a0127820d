/**
 * What Redis does in one go for one entity, a hash with a value (`v:`) and a lease (`l:`) for each selection. An
 * entity that is unlinked takes its leases with it, so that a slow read begun before a change fills nothing.
 *
 * The epoch is the replication id: a server that was started anew or promoted has another one, and with it every
 * older value is void. A replica bears its master's, so it is refused: it may lag behind an invalidation.
 */
const EPOCH = `
local info = redis.call('INFO', 'replication')
if not string.find(info, 'role:master', 1, true) then
  return redis.error_reply('READONLY the cache is read from a master alone')
end
local epoch = string.match(info, 'master_replid:(%w+)')
local function leaseOf(selection)
  local lease = redis.call('HGET', KEYS[1], 'l:' .. selection)
  if not lease then return nil, 0 end
  local endsAt, since, id = string.match(lease, '^(%d+) (%w+) (.+)$')
  if since ~= epoch then return nil, 0 end
  return id, tonumber(endsAt)
end
`;

/** KEYS: entity. ARGV: selection, lease, milliseconds of a lease, milliseconds of an entity, 1 to refresh. */
export const LOOK_SCRIPT = `${EPOCH}
if ARGV[5] == '0' then
  local value = redis.call('HGET', KEYS[1], 'v:' .. ARGV[1])
  if value then return {epoch, value, false} end
end
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local standing, endsAt = leaseOf(ARGV[1])
if standing and endsAt > now then return {epoch, false, standing} end
redis.call('HSET', KEYS[1], 'l:' .. ARGV[1], string.format('%.0f', now + ARGV[3]) .. ' ' .. epoch .. ' ' .. ARGV[2])
if redis.call('PTTL', KEYS[1]) < 0 then redis.call('PEXPIRE', KEYS[1], ARGV[4]) end
return {epoch, false, ARGV[2]}
`;

/** KEYS: entity. ARGV: selection, lease, epoch of the lease, value. 1 if it was kept. */
export const FILL_SCRIPT = `${EPOCH}
if epoch ~= ARGV[3] or leaseOf(ARGV[1]) ~= ARGV[2] then return 0 end
redis.call('HSET', KEYS[1], 'v:' .. ARGV[1], ARGV[4])
redis.call('HDEL', KEYS[1], 'l:' .. ARGV[1])
return 1
`;

/** KEYS: entity. ARGV: selection, lease. */
export const RELEASE_SCRIPT = `${EPOCH}
if leaseOf(ARGV[1]) == ARGV[2] then redis.call('HDEL', KEYS[1], 'l:' .. ARGV[1]) end
return 1
`;
