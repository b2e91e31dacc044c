-- Sets a cut-off, or moves it later, never earlier.
--
-- KEYS: the cut-off. ARGV: everything issued before this time is revoked, in microseconds; how long the cut-off is
-- kept from now, in milliseconds, 0 for ever.
local before = redis.call('GET', KEYS[1])
local left = redis.call('PTTL', KEYS[1])
local cutOff, milliseconds = ARGV[1], tonumber(ARGV[2])
if before and tonumber(before) > tonumber(cutOff) then
  cutOff = before
end
if milliseconds == 0 or left == -1 then
  redis.call('SET', KEYS[1], cutOff)
else
  redis.call('SET', KEYS[1], cutOff, 'PX', string.format('%.0f', math.max(milliseconds, left)))
end
return 1
