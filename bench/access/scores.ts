import { twoStep } from "../../packages/access/scores/floating-catchment.ts";
import { straightReach, type Places } from "../../packages/access/scores/reach.ts";
import { randomFrom } from "../../packages/access/siting/random.ts";
import { beside, heading, held, inMs, row, say, timed } from "./report.ts";

const SIDE = 100_000;
const WITHIN = 5_000;
const SUPPLIES = 2_000;

/** Two-step scores in a straight line, beside two loops over all pairs, as one would write them; then ten and a hundred times the people. */
export async function scores(): Promise<void> {
  say(`2SFCA in a straight line: ${SUPPLIES} services, ${WITHIN / 1_000} km in a square of ${SIDE / 1_000} km`);
  heading("places of demand", "ours", "two loops", "beside ours", "held");
  for (const demands of [2_000, 20_000, 200_000]) {
    const draw = randomFrom(demands);
    const places = (count: number): Places => ({
      x: Float64Array.from({ length: count }, () => draw() * SIDE),
      y: Float64Array.from({ length: count }, () => draw() * SIDE),
    });
    const [from, to] = [places(demands), places(SUPPLIES)];
    const demand = Float64Array.from({ length: demands }, () => 1 + Math.floor(draw() * 50));
    const supply = Float64Array.from({ length: SUPPLIES }, () => 1 + Math.floor(draw() * 20));
    const ours = await timed(() =>
      twoStep({ reach: straightReach(from, to, WITHIN), demand, supply, decay: { kind: "within", catchment: WITHIN } }),
    );
    const plain = await timed(() => plainTwoStep(from, to, demand, supply));
    ours.value.scores.forEach((score, at) => {
      if (Math.abs(score - (plain.value[at] ?? 0)) > 1e-9)
        throw new Error(`Demand ${at} scores ${score}, and ${plain.value[at]}.`);
    });
    row(demands.toLocaleString("en"), inMs(ours.ms), inMs(plain.ms), beside(plain.ms, ours.ms), held());
  }
}

function plainTwoStep(from: Places, to: Places, demand: Float64Array, supply: Float64Array): Float64Array {
  const isNear = (one: number, other: number): boolean =>
    ((from.x[one] ?? 0) - (to.x[other] ?? 0)) ** 2 + ((from.y[one] ?? 0) - (to.y[other] ?? 0)) ** 2 <= WITHIN ** 2;
  const share = supply.map((places, other) => {
    const people = demand.reduce((sum, each, one) => (isNear(one, other) ? sum + each : sum), 0);
    return people > 0 ? places / people : 0;
  });
  return demand.map((_, one) => share.reduce((sum, each, other) => (isNear(one, other) ? sum + each : sum), 0));
}
