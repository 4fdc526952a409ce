import type { Components } from "../components/components.ts";
import { drawsFrom, seedOf } from "../numbers/random.ts";
import type { VoteMatrix } from "../votes/matrix.ts";
import { votesOn, type Counts } from "./counts.ts";

/** What a vote on a statement would teach. */
export interface Worth {
  /** The place of the statement in the matrix. */
  readonly statement: number;
  /** How unsure the share of those who agree still is, from 1 when nobody voted down to 0. */
  readonly unsure: number;
  /** How much a vote on it tells where someone stands, beside the statement that tells most: from 0 to 1. */
  readonly telling: number;
  /** `unsure × (1 + telling) / 2`: what tells most is worth twice the rest, and nothing is worth much once it is sure. */
  readonly score: number;
}

/** The statement to show, and why: it teaches most, or it was drawn so that each has its chance. */
export interface Next extends Worth {
  readonly why: "teaches-most" | "chance";
}

export interface NextOptions {
  /** The share of times that any statement not voted on yet may come, each as likely. */
  readonly chance?: number;
  readonly seed?: number;
}

/**
 * What a vote on each statement would teach. Unsure: the standard deviation of the share of those who agree, after a uniform prior, beside
 * what it is before any vote. Telling: the weight of the statement in the two components, by what they explain, less those who pass.
 */
export function worths({ means, axes, explained }: Components, all: Counts): readonly Worth[] {
  const telling = Array.from(means, (_mean, statement) => {
    const votes = votesOn(all, statement);
    const weight = Math.hypot(...axes.map((axis, at) => (axis[statement] ?? 0) * Math.sqrt(explained[at] ?? 0)));
    return weight * (1 - ((all.pass[statement] ?? 0) + 1) / (votes + 2));
  });
  const most = Math.max(...telling, Number.MIN_VALUE);
  return telling.map((own, statement) => {
    const [a, b] = [(all.agree[statement] ?? 0) + 1, votesOn(all, statement) - (all.agree[statement] ?? 0) + 1];
    const unsure = Math.sqrt((12 * a * b) / ((a + b) ** 2 * (a + b + 1)));
    return { statement, unsure, telling: own / most, score: (unsure * (1 + own / most)) / 2 };
  });
}

/**
 * The statement to show next to a person, among those they have not voted on; nothing when there are none left. A share of chance lets a
 * statement that came late be voted on before anything is known of it. The same votes, person and seed give the same statement.
 *
 * @param person their name; someone who has not voted yet may be shown any statement.
 * @throws RangeError when the chance is not from 0 to 1.
 */
export function nextStatement(
  matrix: VoteMatrix,
  components: Components,
  all: Counts,
  person: string,
  { chance = 0.2, seed = 1 }: NextOptions = {},
): Next | undefined {
  if (!(chance >= 0 && chance <= 1)) throw new RangeError(`A chance of ${chance} is no share: give 0 to 1.`);
  const row = matrix.people.indexOf(person);
  const voted = new Set(row < 0 ? [] : matrix.statementOf.subarray(matrix.rowStart[row], matrix.rowStart[row + 1]));
  const left = worths(components, all).filter(({ statement }) => !voted.has(statement));
  const draw = drawsFrom(seedOf(person, seed + voted.size));
  if (draw() < chance) {
    const drawn = left[Math.floor(draw() * left.length)];
    return drawn && { ...drawn, why: "chance" };
  }
  const best = left.reduce<Worth | undefined>((most, each) => (each.score > (most?.score ?? -1) ? each : most), undefined);
  return best && { ...best, why: "teaches-most" };
}
