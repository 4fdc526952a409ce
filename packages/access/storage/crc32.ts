const SLICES = 8;

/**
 * Of each byte, the remainder it leaves, then the one it leaves when a zero byte follows, then two, up to seven: 256 values each. Eight
 * bytes are then eight looks that need not wait for each other (slicing by eight: Kounavis and Berry 2008).
 */
const remainders = new Int32Array(SLICES * 256);
for (let byte = 0; byte < 256; byte++) {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xed_b8_83_20 ^ (value >>> 1) : value >>> 1;
  remainders[byte] = value;
}
for (let at = 256; at < remainders.length; at++) {
  const before = remainders[at - 256] ?? 0;
  remainders[at] = of(0, before) ^ (before >>> 8);
}

function of(zeros: number, byte: number): number {
  return remainders[zeros * 256 + (byte & 0xff)] ?? 0;
}

/** The cyclic redundancy check of zip and PNG (ISO 3309): tells a file that was damaged, not one that was forged. */
export function crc32(bytes: Uint8Array): number {
  const byte = (at: number): number => bytes[at] ?? 0;
  const word = (at: number): number => byte(at) | (byte(at + 1) << 8) | (byte(at + 2) << 16) | (byte(at + 3) << 24);
  let value = -1;
  let at = 0;
  for (; at + SLICES <= bytes.length; at += SLICES) {
    const one = value ^ word(at);
    const other = word(at + 4);
    value =
      of(7, one) ^
      of(6, one >>> 8) ^
      of(5, one >>> 16) ^
      of(4, one >>> 24) ^
      of(3, other) ^
      of(2, other >>> 8) ^
      of(1, other >>> 16) ^
      of(0, other >>> 24);
  }
  for (; at < bytes.length; at++) value = of(0, value ^ byte(at)) ^ (value >>> 8);
  return ~value >>> 0;
}
