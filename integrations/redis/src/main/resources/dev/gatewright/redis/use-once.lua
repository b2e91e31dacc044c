-- Records a use, unless it was recorded before, or its holder has recorded as many as one may.
--
-- KEYS: the use; how many its holder has recorded. ARGV: how long the use is kept from now, in milliseconds, 0 for ever;
-- the most that a holder may record; in how many milliseconds, from the first on.
--
-- Answers 1 for the first use, 0 for any later one, -1 for one too many of its holder.
if redis.call('GET', KEYS[1]) then
  return 0
end
local recorded = tonumber(redis.call('GET', KEYS[2]) or 0)
if recorded >= tonumber(ARGV[2]) then
  return -1
end
if recorded == 0 then
  redis.call('SET', KEYS[2], 1, 'PX', ARGV[3])
else
  redis.call('SET', KEYS[2], recorded + 1, 'KEEPTTL')
end
if ARGV[1] == '0' then
  redis.call('SET', KEYS[1], '')
else
  redis.call('SET', KEYS[1], '', 'PX', ARGV[1])
end
return 1
