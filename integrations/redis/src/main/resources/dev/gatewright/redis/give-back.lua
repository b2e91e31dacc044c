-- Takes permits off what one counter holds against its key, never below nothing.
--
-- KEYS: the counter. ARGV: the time ('' for the server's), its kind, its shape, what it holds and what is given back,
-- as for acquiring; then when it was taken, in microseconds, so that no other window is paid; '' for a credit, which
-- pays whatever the key owes.
local value = redis.call('GET', KEYS[1])
local kind, shape = ARGV[2], ARGV[3]
local holds, holdsRest, amount, amountRest = tonumber(ARGV[4]), tonumber(ARGV[5]), tonumber(ARGV[6]), tonumber(ARGV[7])
if not value then
  return 0
end

if kind == 'b' then
  local micros, nanos = owed(value, shape, holds)
  micros, nanos = micros - amount, nanos - amountRest
  if nanos < 0 then
    micros, nanos = micros - 1, nanos + 1000
  end
  if micros < 0 or micros == 0 and nanos == 0 then
    redis.call('DEL', KEYS[1])
  else
    keepBucket(KEYS[1], micros, nanos, shape)
  end
  return 1
end

local current, previous = taken(value, kind, holdsRest)
local takenAt = tonumber(ARGV[8])
local age = takenAt and math.max(math.floor(now / holdsRest) - math.floor(takenAt / holdsRest), 0)
if not takenAt or age == 0 then
  local paid = math.min(current, amount)
  current, amount = current - paid, amount - paid
end
if not takenAt or age == 1 then
  previous = previous - math.min(previous, amount)
end
if current == 0 and previous == 0 then
  redis.call('DEL', KEYS[1])
else
  keepWindow(KEYS[1], kind, current, previous, holdsRest, shape)
end
return 1
