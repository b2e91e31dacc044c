-- Reading the counters of limits. Every script starts with this. Whole numbers stay below 2^53, which Lua's doubles
-- hold exactly: times are microseconds, buckets' with their nanoseconds apart.
--
-- A bucket is kept as three doubles: its arrival, in microseconds, the nanoseconds of that, and its shape. The arrival is
-- when it will have drained (ITU-T I.371).
-- A window is kept as four: its number, what was taken in it and in the one before, and its shape.
-- The shape says by which numbers: a bucket's nanoseconds for one permit, a window's microseconds. Should they have
-- changed, the permits that a key owes are carried over.
-- Doubles rather than digits, here and between client and script: digits made a check take 11.9 microseconds of Redis's
-- time, doubles 8.4.

-- The server's time, so that the clocks of the instances do not matter; or what a test says it is.
local now = tonumber(ARGV[1])
if not now then
  local time = redis.call('TIME')
  now = time[1] * 1000000 + time[2]
end

-- The quotient of a times b by c and what remains, where the product may need more than 53 bits; a < 2^31, b < 2^45,
-- and c < 2^45.
local function divided(a, b, c)
  if a * b < 9007199254740992 then
    local quotient = math.floor(a * b / c)
    return quotient, a * b - quotient * c
  end
  local quotient, remainder, scale = 0, 0, 1073741824
  while scale >= 1 do
    local part = remainder * 64 + math.floor(a / scale) % 64 * b
    local digit = math.floor(part / c)
    quotient, remainder, scale = quotient * 64 + digit, part - digit * c, scale / 64
  end
  return quotient, remainder
end

-- Permits that count against a key: those of this window, and of the last one's the share that is less than a period
-- ago, rounded up.
local function used(kind, current, previous, period)
  if kind == 'f' or previous == 0 then
    return current
  end
  local share, rest = divided(previous, period - now % period, period)
  return current + share + (rest > 0 and 1 or 0)
end

-- What a bucket owes: microseconds and nanoseconds, and whether that is to be kept even if nothing is charged: where
-- the numbers changed; or where the server's clock was set back, as it then owes more than it can. What an instance
-- that leases takes the bucket to hold is less than it does, by 50 milliseconds at most.
local function owed(value, shape, holds)
  if not value then
    return 0, 0, false
  end
  local micros, nanos, written = struct.unpack('<ddd', value)
  micros = micros - now
  if micros < 0 then
    return 0, 0, false
  end
  local changed = written ~= shape
  if changed then
    -- The permits that are owed stay as many; the time that they take changes.
    local owes = (micros * 1000 + nanos) / written * shape
    micros = math.floor(owes / 1000)
    nanos = math.ceil(owes - micros * 1000)
  end
  if micros > holds + 50001 then
    return holds + 50001, 0, true
  end
  return micros, nanos, changed
end

-- What was taken in the present window and in the one before, and whether that is to be kept even if nothing is
-- charged, as for buckets. A window that has not begun yet, because the server's clock was set back, is the present one.
local function taken(value, kind, period)
  if not value then
    return 0, 0, false
  end
  local window, current, previous, oldPeriod = struct.unpack('<dddd', value)
  local age = math.floor(now / oldPeriod) - window
  if age == 1 and kind == 's' then
    current, previous = 0, current
  elseif age >= 1 then
    current, previous = 0, 0
  end
  local changed = oldPeriod ~= period
  if changed then
    current, previous = used(kind, current, previous, oldPeriod), 0
  end
  return current, previous, changed or age < 0
end

-- Keeps a counter for as long as it says anything; for ten minutes more where a test says what time it is, as the
-- server forgets by its own.
local function keep(key, value, micros)
  local milliseconds = math.ceil(micros / 1000) + (ARGV[1] == '' and 0 or 600000)
  redis.call('SET', key, value, 'PX', string.format('%.0f', math.max(milliseconds, 1)))
end

local function keepBucket(key, micros, nanos, shape)
  keep(key, struct.pack('<ddd', now + micros, nanos, shape), micros + 1)
end

local function keepWindow(key, kind, current, previous, period)
  local window = math.floor(now / period)
  local windows = kind == 's' and current > 0 and 2 or 1
  keep(key, struct.pack('<dddd', window, current, previous, period), (window + windows) * period - now)
end
