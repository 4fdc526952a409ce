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
