-- The most common case alone, as it can do without most of the work: one bucket, no lease, and the numbers that it was
-- last charged by. It decides what the rest of the script would; keys and arguments are explained there.
if #KEYS == 1 and ARGV[3] == 'b' and ARGV[2] == '' and ARGV[9] == ARGV[7] and ARGV[10] == ARGV[8] then
  local now, value, spare = tonumber(ARGV[1]), redis.call('GET', KEYS[1]), 600000
  if not now then
    local time = redis.call('TIME')
    now, spare = time[1] * 1000000 + time[2], 0
  end
  local micros, nanos, shape = 0, 0, ARGV[4]
  if value then
    micros, nanos, shape = string.match(value, '^(%d+) (%d+) (.+)$')
    micros, nanos = micros - now, nanos + 0
    if micros < 0 then
      micros, nanos, shape = 0, 0, ARGV[4]
    end
  end
  local holds = ARGV[5] + 0
  if shape == ARGV[4] and micros <= holds then
    local after, afterRest = micros + ARGV[7], nanos + ARGV[8]
    if afterRest >= 1000 then
      after, afterRest = after + 1, afterRest - 1000
    end
    if after > holds or after == holds and afterRest > ARGV[6] + 0 then
      return {now, 0, micros, nanos, 0}
    end
    redis.call('SET', KEYS[1], string.format('%.0f %.0f %s', now + after, afterRest, shape),
      'PX', string.format('%.0f', math.ceil((after + 1) / 1000) + spare))
    return {now, 1, micros, nanos, 0}
  end
end

