// AssemblyScript, compiled to `bytes.ts` (see `kernel.test.ts`). Each function does on vectors what `plain.ts` says, where the terms are.
// All the lanes of a place, 64 bytes, stay in registers while the arcs that come down to it pass.

const LANES: u32 = 6; // 2^6 bytes a place

// Static conditions: a compiled function has no branch left of these.
@inline function none<T>(): v128 {
  if (isFloat<T>()) return f64x2.splat(Infinity);
  if (sizeof<T>() == 2) return i16x8.splat(-1);
  return i32x4.splat(0x4000_0000);
}

@inline function sum<T>(lanes: v128, paid: v128): v128 {
  if (sizeof<T>() == 2) return i16x8.add_sat_u(lanes, paid);
  return v128.add<T>(lanes, paid);
}

// `pmin(one, other)` is `other < one ? other : one`, one instruction where `min` has to think of numbers that are none.
@inline function least<T>(one: v128, other: v128): v128 {
  if (isFloat<T>()) return v128.pmin<T>(one, other);
  return v128.min<T>(one, other);
}

@inline function sweep<T>(first: u32, last: u32, starts: usize, above: usize, cost: usize, alive: usize, lanes: usize, limit: T): void {
  const most = v128.splat<T>(limit);
  for (let place = first; place < last; place++) {
    let arc: u32 = load<u32>(starts + (place << 2));
    const end: u32 = load<u32>(starts + (place << 2), 4);
    const here = lanes + (place << LANES);
    let isAlive = load<u8>(alive + place);
    let a: v128, b: v128, c: v128, d: v128;
    if (isAlive) {
      a = v128.load(here);
      b = v128.load(here, 16);
      c = v128.load(here, 32);
      d = v128.load(here, 48);
    } else {
      a = b = c = d = none<T>();
    }
    for (; arc < end; arc++) {
      const before = load<u32>(above + (arc << 2));
      if (!load<u8>(alive + before)) continue;
      isAlive = 1;
      const from = lanes + (before << LANES);
      const paid = v128.load_splat<T>(cost + arc * sizeof<T>());
      a = least<T>(a, sum<T>(v128.load(from), paid));
      b = least<T>(b, sum<T>(v128.load(from, 16), paid));
      c = least<T>(c, sum<T>(v128.load(from, 32), paid));
      d = least<T>(d, sum<T>(v128.load(from, 48), paid));
    }
    if (!isAlive) continue;
    if (!v128.any_true(v128.le<T>(least<T>(least<T>(a, b), least<T>(c, d)), most))) {
      store<u8>(alive + place, 0);
      continue;
    }
    store<u8>(alive + place, 1);
    v128.store(here, a);
    v128.store(here, b, 16);
    v128.store(here, c, 32);
    v128.store(here, d, 48);
  }
}

@inline function meet<T>(first: u32, last: u32, starts: usize, rank: usize, cost: usize, alive: usize, lanes: usize, limit: T, who: usize, met: usize, count: u32): u32 {
  const most = v128.splat<T>(limit);
  for (let target = first; target < last; target++) {
    let each: u32 = load<u32>(starts + (target << 2));
    const end: u32 = load<u32>(starts + (target << 2), 4);
    let a: v128, b: v128, c: v128, d: v128;
    a = b = c = d = none<T>();
    for (; each < end; each++) {
      const place = load<u32>(rank + (each << 2));
      if (!load<u8>(alive + place)) continue;
      const from = lanes + (place << LANES);
      const paid = v128.load_splat<T>(cost + each * sizeof<T>());
      a = least<T>(a, sum<T>(v128.load(from), paid));
      b = least<T>(b, sum<T>(v128.load(from, 16), paid));
      c = least<T>(c, sum<T>(v128.load(from, 32), paid));
      d = least<T>(d, sum<T>(v128.load(from, 48), paid));
    }
    if (!v128.any_true(v128.le<T>(least<T>(least<T>(a, b), least<T>(c, d)), most))) continue;
    store<u32>(who + (count << 2), target);
    const here = met + (count << LANES);
    v128.store(here, a);
    v128.store(here, b, 16);
    v128.store(here, c, 32);
    v128.store(here, d, 48);
    count++;
  }
  return count;
}

// `graph.ts`: a cost is a time and, in its last 26 bits, a length.
@inline function tenthsIn<T>(value: T): u32 {
  if (isFloat<T>()) return <u32>(value * <T>(1.0 / 0x400_0000));
  return value;
}

@inline function list<T>(first: u32, count: u32, limit: T, who: usize, met: usize, ids: usize, tenths: usize, lengths: usize, room: u32): void {
  const lanes: u32 = (1 << LANES) / sizeof<T>();
  for (let lane: u32 = 0; lane < lanes; lane++) {
    const length = lengths + (lane << 2);
    let at = (lane * room + load<u32>(length)) << 2;
    const from = at;
    for (let each = first; each < count; each++) {
      const value = load<T>(met + (each << LANES) + lane * sizeof<T>());
      if (value > limit) continue;
      store<u32>(ids + at, load<u32>(who + (each << 2)));
      store<u32>(tenths + at, tenthsIn<T>(value));
      at += 4;
    }
    store<u32>(length, load<u32>(length) + ((at - from) >> 2));
  }
}

@inline function pairs(one: v128, other: v128, isHigh: bool): v128 {
  if (isHigh) return v128.shuffle<u16>(one, other, 4, 12, 5, 13, 6, 14, 7, 15);
  return v128.shuffle<u16>(one, other, 0, 8, 1, 9, 2, 10, 3, 11);
}
@inline function fours(one: v128, other: v128, isHigh: bool): v128 {
  if (isHigh) return v128.shuffle<u32>(one, other, 2, 6, 3, 7);
  return v128.shuffle<u32>(one, other, 0, 4, 1, 5);
}
@inline function eights(one: v128, other: v128, isHigh: bool): v128 {
  if (isHigh) return v128.shuffle<u64>(one, other, 1, 3);
  return v128.shuffle<u64>(one, other, 0, 2);
}

// One lane of eight targets. Neighbours are mostly all within the limit, or none.
@inline function put(values: v128, most: v128, who: usize, ids: usize, tenths: usize, length: usize): void {
  const within = i16x8.bitmask(v128.le<u16>(values, most));
  if (!within) return;
  let count = load<u32>(length);
  const at = count << 2;
  const low = i32x4.extend_low_i16x8_u(values);
  const high = i32x4.extend_high_i16x8_u(values);
  if (within == 0xff) {
    v128.store(ids + at, v128.load(who));
    v128.store(ids + at, v128.load(who, 16), 16);
    v128.store(tenths + at, low);
    v128.store(tenths + at, high, 16);
    store<u32>(length, count + 8);
    return;
  }
  one(within, 0, i32x4.extract_lane(low, 0), who, ids, tenths, length);
  one(within, 1, i32x4.extract_lane(low, 1), who, ids, tenths, length);
  one(within, 2, i32x4.extract_lane(low, 2), who, ids, tenths, length);
  one(within, 3, i32x4.extract_lane(low, 3), who, ids, tenths, length);
  one(within, 4, i32x4.extract_lane(high, 0), who, ids, tenths, length);
  one(within, 5, i32x4.extract_lane(high, 1), who, ids, tenths, length);
  one(within, 6, i32x4.extract_lane(high, 2), who, ids, tenths, length);
  one(within, 7, i32x4.extract_lane(high, 3), who, ids, tenths, length);
}

function one(within: u32, target: u32, value: u32, who: usize, ids: usize, tenths: usize, length: usize): void {
  if (!(within >> target & 1)) return;
  const count = load<u32>(length);
  store<u32>(ids + (count << 2), load<u32>(who + (target << 2)));
  store<u32>(tenths + (count << 2), value);
  store<u32>(length, count + 1);
}

// What `list` does, eight targets and eight lanes at a time: a square of numbers is turned, so that each lane's lie side by side.
function listEights(eightsOf: u32, limit: u16, who: usize, met: usize, ids: usize, tenths: usize, lengths: usize, room: u32): void {
  const most = i16x8.splat(limit);
  const stride: usize = room << 2;
  for (let eight: u32 = 0; eight < eightsOf; eight++, who += 32) {
    for (let quarter: u32 = 0; quarter < 4; quarter++) {
      const from = met + (eight << (LANES + 3)) + (quarter << 4);
      const r0 = v128.load(from);
      const r1 = v128.load(from, 64);
      const r2 = v128.load(from, 128);
      const r3 = v128.load(from, 192);
      const r4 = v128.load(from, 256);
      const r5 = v128.load(from, 320);
      const r6 = v128.load(from, 384);
      const r7 = v128.load(from, 448);
      if (!v128.any_true(v128.le<u16>(v128.min<u16>(
        v128.min<u16>(v128.min<u16>(r0, r1), v128.min<u16>(r2, r3)),
        v128.min<u16>(v128.min<u16>(r4, r5), v128.min<u16>(r6, r7)),
      ), most))) continue;
      const a0 = pairs(r0, r1, false), a1 = pairs(r0, r1, true);
      const a2 = pairs(r2, r3, false), a3 = pairs(r2, r3, true);
      const a4 = pairs(r4, r5, false), a5 = pairs(r4, r5, true);
      const a6 = pairs(r6, r7, false), a7 = pairs(r6, r7, true);
      const b0 = fours(a0, a2, false), b1 = fours(a0, a2, true);
      const b2 = fours(a1, a3, false), b3 = fours(a1, a3, true);
      const b4 = fours(a4, a6, false), b5 = fours(a4, a6, true);
      const b6 = fours(a5, a7, false), b7 = fours(a5, a7, true);
      const toIds = ids + <usize>(quarter << 3) * stride;
      const toTenths = tenths + <usize>(quarter << 3) * stride;
      const length = lengths + (quarter << 5);
      put(eights(b0, b4, false), most, who, toIds, toTenths, length);
      put(eights(b0, b4, true), most, who, toIds + stride, toTenths + stride, length + 4);
      put(eights(b1, b5, false), most, who, toIds + 2 * stride, toTenths + 2 * stride, length + 8);
      put(eights(b1, b5, true), most, who, toIds + 3 * stride, toTenths + 3 * stride, length + 12);
      put(eights(b2, b6, false), most, who, toIds + 4 * stride, toTenths + 4 * stride, length + 16);
      put(eights(b2, b6, true), most, who, toIds + 5 * stride, toTenths + 5 * stride, length + 20);
      put(eights(b3, b7, false), most, who, toIds + 6 * stride, toTenths + 6 * stride, length + 24);
      put(eights(b3, b7, true), most, who, toIds + 7 * stride, toTenths + 7 * stride, length + 28);
    }
  }
}

export function sweepCosts(first: u32, last: u32, starts: usize, above: usize, cost: usize, alive: usize, lanes: usize, limit: f64): void {
  sweep<f64>(first, last, starts, above, cost, alive, lanes, limit);
}
export function sweepTimes(first: u32, last: u32, starts: usize, above: usize, cost: usize, alive: usize, lanes: usize, limit: u32): void {
  sweep<u32>(first, last, starts, above, cost, alive, lanes, limit);
}
export function sweepShortTimes(first: u32, last: u32, starts: usize, above: usize, cost: usize, alive: usize, lanes: usize, limit: u32): void {
  sweep<u16>(first, last, starts, above, cost, alive, lanes, <u16>limit);
}
export function meetCosts(first: u32, last: u32, starts: usize, rank: usize, cost: usize, alive: usize, lanes: usize, limit: f64, who: usize, met: usize, count: u32): u32 {
  return meet<f64>(first, last, starts, rank, cost, alive, lanes, limit, who, met, count);
}
export function meetTimes(first: u32, last: u32, starts: usize, rank: usize, cost: usize, alive: usize, lanes: usize, limit: u32, who: usize, met: usize, count: u32): u32 {
  return meet<u32>(first, last, starts, rank, cost, alive, lanes, limit, who, met, count);
}
export function meetShortTimes(first: u32, last: u32, starts: usize, rank: usize, cost: usize, alive: usize, lanes: usize, limit: u32, who: usize, met: usize, count: u32): u32 {
  return meet<u16>(first, last, starts, rank, cost, alive, lanes, <u16>limit, who, met, count);
}
export function listCosts(count: u32, limit: f64, who: usize, met: usize, ids: usize, tenths: usize, lengths: usize, room: u32): void {
  memory.fill(lengths, 0, 32);
  list<f64>(0, count, limit, who, met, ids, tenths, lengths, room);
}
export function listTimes(count: u32, limit: u32, who: usize, met: usize, ids: usize, tenths: usize, lengths: usize, room: u32): void {
  memory.fill(lengths, 0, 64);
  list<u32>(0, count, limit, who, met, ids, tenths, lengths, room);
}
export function listShortTimes(count: u32, limit: u32, who: usize, met: usize, ids: usize, tenths: usize, lengths: usize, room: u32): void {
  memory.fill(lengths, 0, 128);
  listEights(count >> 3, <u16>limit, who, met, ids, tenths, lengths, room);
  list<u16>(count & ~7, count, <u16>limit, who, met, ids, tenths, lengths, room);
}
