-- Takes permits off what one counter holds against its key, never below nothing.
--
-- KEYS: the counter. ARGV: the time ('' for the server's); the limit as for acquiring, with one pair after what it holds,
-- what is given back; and when it was taken of a window, so that no other one is paid, or when the bucket will have
-- drained it, so that no more is paid than is still owed of it, in microseconds and the nanoseconds of that; '' and '' for
-- a credit, which pays whatever the key owes.
local value = redis.call('GET', KEYS[1])
local kind, shape, holds, _, amount, amountRest = struct.unpack('<c1ddddd', ARGV[2])
if not value then
  return 0
end

local chargedAt = tonumber(ARGV[3])
if kind == 'b' then
  local left, leftRest = chargedAt and chargedAt - now, tonumber(ARGV[4])
  if left and left < 0 then
    return 0
  end
  if left and (left < amount or left == amount and leftRest < amountRest) then
    amount, amountRest = left, leftRest
  end
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

local current, previous = taken(value, kind, shape)
local age = chargedAt and math.max(math.floor(now / shape) - math.floor(chargedAt / shape), 0)
if not chargedAt or age == 0 then
  local paid = math.min(current, amount)
  current, amount = current - paid, amount - paid
end
if not chargedAt or age == 1 then
  previous = previous - math.min(previous, amount)
end
if current == 0 and previous == 0 then
  redis.call('DEL', KEYS[1])
else
  keepWindow(KEYS[1], kind, current, previous, shape)
end
return 1
