// Loaded before everything in each process of the tests when MAILLAGE_TEST_CLOCK says at what instant they begin.
const Real = Date;
// The first process decides, so that those started later do not begin again.
const shift = Number((process.env.MAILLAGE_TEST_CLOCK_SHIFT ??= Real.parse(process.env.MAILLAGE_TEST_CLOCK) - Real.now()));
if (!Number.isFinite(shift)) throw new Error(`MAILLAGE_TEST_CLOCK is an instant as 2028-02-29T10:00:00Z`);
const now = () => Real.now() + shift;

globalThis.Date = new Proxy(Real, {
  construct: (target, given, made) => Reflect.construct(target, given.length === 0 ? [now()] : given, made),
  apply: () => new Real(now()).toString(),
  get: (target, key, receiver) => (key === "now" ? now : Reflect.get(target, key, receiver)),
});
