-- Charges several limits, or none of them; or those of two tiers, the second only if the first grants.
--
-- KEYS: their counters. ARGV: the time ('' for the server's); '', 'peek' to charge nothing in any case, or how many of
-- the limits are the first tier; then for each limit its kind (b, f or s), its shape, and three pairs: what it holds;
-- what the call needs; what a lease of several calls takes, which is granted where all of it fits. A bucket's pairs are
-- microseconds and nanoseconds. A window holds so many permits per so many microseconds; its other pairs are permits
-- and 0.
--
-- Answers the time, how many tiers grant, and for each limit what it held against the key before (a bucket's
-- microseconds and nanoseconds; permits of the present window and of the one before), and whether the lease fits.
local values = redis.call('MGET', unpack(KEYS))
local answer, first, second, renewed = {now, 0}, {}, {}, {}
local firstTier = tonumber(ARGV[2]) or #KEYS
local grants = {true, firstTier < #KEYS}

for i = 1, #KEYS do
  local at = 8 * i - 5
  local kind, shape = ARGV[at], ARGV[at + 1]
  local holds, holdsRest = tonumber(ARGV[at + 2]), tonumber(ARGV[at + 3])
  local before, beforeRest, stale, fits
  local lease = ARGV[at + 6] ~= ARGV[at + 4] or ARGV[at + 7] ~= ARGV[at + 5]
  for attempt = lease and at + 6 or at + 4, at + 4, -2 do
    local needs, needsRest = tonumber(ARGV[attempt]), tonumber(ARGV[attempt + 1])
    if kind == 'b' then
      if not before then
        before, beforeRest, stale = owed(values[i], shape, holds)
      end
      local after, afterRest = before + needs, beforeRest + needsRest
      if afterRest >= 1000 then
        after, afterRest = after + 1, afterRest - 1000
      end
      fits = after < holds or after == holds and afterRest <= holdsRest
      first[i], second[i] = after, afterRest
    else
      if not before then
        before, beforeRest, stale = taken(values[i], kind, holdsRest)
      end
      fits = used(kind, before, beforeRest, holdsRest) + needs <= holds
      first[i], second[i] = before + needs, beforeRest
    end
    if fits then
      lease = lease and attempt > at + 4
      break
    end
  end
  if not fits then
    grants[i > firstTier and 2 or 1], lease = false, false
  end
  renewed[i] = stale
  answer[3 * i], answer[3 * i + 1], answer[3 * i + 2] = before, beforeRest, lease and 1 or 0
end

if grants[1] then
  answer[2] = grants[2] and 2 or 1
end
for i = 1, #KEYS do
  local charges = ARGV[2] ~= 'peek' and answer[2] >= (i > firstTier and 2 or 1)
  if charges or renewed[i] then
    local at = 8 * i - 5
    local kept, keptRest = answer[3 * i], answer[3 * i + 1]
    if charges then
      kept, keptRest = first[i], second[i]
    end
    if ARGV[at] == 'b' then
      keepBucket(KEYS[i], kept, keptRest, ARGV[at + 1])
    else
      keepWindow(KEYS[i], ARGV[at], kept, keptRest, tonumber(ARGV[at + 3]), ARGV[at + 1])
    end
  end
end
return answer
