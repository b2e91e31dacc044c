-- Charges several limits, or none of them; or those of two tiers, the second only if the first grants.
--
-- KEYS: their counters. ARGV: the time ('' for the server's); '', 'peek' to charge nothing in any case, or how many of
-- the limits are the first tier; then each limit: its kind (b, f or s) and seven doubles, its shape, and three pairs: what
-- it holds; what the call needs; what a lease of several calls takes, which is granted where all of it fits. A bucket's
-- pairs are microseconds and nanoseconds, a window's are permits and 0.
--
-- Answers in doubles the time, how many tiers grant, and for each limit what it held against the key before (a bucket's
-- microseconds and nanoseconds; permits of the present window and of the one before), and whether the lease fits.
local values = redis.call('MGET', unpack(KEYS))
local answer, limits = {now, 0}, {}
local firstTier = tonumber(ARGV[2]) or #KEYS
local grants = {true, firstTier < #KEYS}

-- Whether there is room for more in what a counter held before, and what it then holds.
local function with(kind, shape, before, beforeRest, holds, holdsRest, more, moreRest)
  if kind ~= 'b' then
    return used(kind, before, beforeRest, shape) + more <= holds, before + more, beforeRest
  end
  local after, afterRest = before + more, beforeRest + moreRest
  if afterRest >= 1000 then
    after, afterRest = after + 1, afterRest - 1000
  end
  return after < holds or after == holds and afterRest <= holdsRest, after, afterRest
end

for i = 1, #KEYS do
  local kind, shape, holds, holdsRest, needs, needsRest, leased, leasedRest =
    struct.unpack('<c1ddddddd', ARGV[i + 2])
  local before, beforeRest, stale
  if kind == 'b' then
    before, beforeRest, stale = owed(values[i], shape, holds)
  else
    before, beforeRest, stale = taken(values[i], kind, shape)
  end
  local lease = leased ~= needs or leasedRest ~= needsRest
  local fits, after, afterRest = with(kind, shape, before, beforeRest, holds, holdsRest, leased, leasedRest)
  if lease and not fits then
    lease = false
    fits, after, afterRest = with(kind, shape, before, beforeRest, holds, holdsRest, needs, needsRest)
  end
  if not fits then
    grants[i > firstTier and 2 or 1] = false
  end
  limits[i] = {kind = kind, shape = shape, stale = stale, after = after, afterRest = afterRest}
  answer[3 * i], answer[3 * i + 1], answer[3 * i + 2] = before, beforeRest, lease and 1 or 0
end

if grants[1] then
  answer[2] = grants[2] and 2 or 1
end
for i, limit in ipairs(limits) do
  local charges = ARGV[2] ~= 'peek' and answer[2] >= (i > firstTier and 2 or 1)
  if charges or limit.stale then
    local kept, keptRest = answer[3 * i], answer[3 * i + 1]
    if charges then
      kept, keptRest = limit.after, limit.afterRest
    end
    if limit.kind == 'b' then
      keepBucket(KEYS[i], kept, keptRest, limit.shape)
    else
      keepWindow(KEYS[i], limit.kind, kept, keptRest, limit.shape)
    end
  end
end
return struct.pack('<' .. string.rep('d', #answer), unpack(answer))
