-- The most common case alone, as it can do without most of the work: one bucket, no lease, and the numbers that it was
-- last charged by. It decides what the rest of the script would; keys and arguments are explained there.
if #KEYS == 1 and ARGV[2] == '' then
  local kind, shape, holds, holdsRest, needs, needsRest, lease, leaseRest = struct.unpack('<c1ddddddd', ARGV[3])
  if kind == 'b' and lease == needs and leaseRest == needsRest then
    local now, value, spare = tonumber(ARGV[1]), redis.call('GET', KEYS[1]), 600000
    if not now then
      local time = redis.call('TIME')
      now, spare = time[1] * 1000000 + time[2], 0
    end
    local micros, nanos, written = 0, 0, shape
    if value then
      micros, nanos, written = struct.unpack('<ddd', value)
      micros = micros - now
      if micros < 0 then
        micros, nanos, written = 0, 0, shape
      end
    end
    if written == shape and micros <= holds then
      local after, afterRest = micros + needs, nanos + needsRest
      if afterRest >= 1000 then
        after, afterRest = after + 1, afterRest - 1000
      end
      if after > holds or after == holds and afterRest > holdsRest then
        return struct.pack('<ddddd', now, 0, micros, nanos, 0)
      end
      redis.call('SET', KEYS[1], struct.pack('<ddd', now + after, afterRest, shape),
        'PX', string.format('%.0f', math.ceil((after + 1) / 1000) + spare))
      return struct.pack('<ddddd', now, 1, micros, nanos, 0)
    end
  end
end
