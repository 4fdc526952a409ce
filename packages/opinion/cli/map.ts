import { InputError } from "../../access/cli/input-error.ts";
import { given, type Options } from "../../access/cli/options.ts";
import { writeWhole } from "../../access/cli/written-file.ts";
import { careful } from "../groups/rules.ts";
import { opinionMap, type OpinionMap } from "../map/opinion-map.ts";
import type { Interval } from "../numbers/intervals.ts";
import { shareOf } from "../statements/consensus.ts";
import type { Ballots } from "../votes/ballots.ts";
import { matrixOf } from "../votes/matrix.ts";
import { readVotes } from "./votes-file.ts";

/** `map VOTES.csv`: groups, consensus and division, as they are printed. */
export async function map(file: string, options: Options): Promise<object> {
  const ballots = await readVotes(file);
  const rules = { ...careful, smallestGroup: smallestGroup(given(options, "min-group")) };
  const moderatedOut = excluded(ballots, given(options, "exclude"));
  const started = performance.now();
  const found = opinionMap(matrixOf(ballots, moderatedOut), { rules });
  const ms = round(performance.now() - started, 1);
  const out = given(options, "json");
  if (out !== undefined) await writeWhole(out, [`${JSON.stringify(drawing(found))}\n`]);
  return { ...summary(found), ms };
}

function smallestGroup(text: string | undefined): number {
  if (text === undefined) return careful.smallestGroup;
  const size = Number(text);
  if (Number.isInteger(size) && size >= 2) return size;
  throw new InputError(
    `--min-group vaut « ${text} » : donnez un nombre entier de 2 ou plus, qu’aucun groupe ne soit une personne.`,
  );
}

function excluded({ statements }: Ballots, text: string | undefined): ReadonlySet<string> {
  const names = (text ?? "").split(",").map((name) => name.trim());
  const out = new Set(names.filter((name) => name !== ""));
  const unknown = [...out].find((name) => !statements.includes(name));
  if (unknown !== undefined) throw new InputError(`--exclude nomme l’énoncé « ${unknown} », sur lequel personne n’a voté.`);
  return out;
}

function summary(found: OpinionMap): object {
  const { matrix, groups, components } = found;
  const name = (statement: number): string => matrix.statements[statement] ?? "";
  return {
    people: matrix.people.length,
    counted: found.counted.length,
    statements: matrix.statements.length,
    votes: matrix.vote.length,
    k: groups.length,
    noGroups: found.noGroups,
    explained: components.explained.map((share) => round(share, 4)),
    silhouette: found.silhouette === null ? null : round(found.silhouette, 4),
    groups: groups.map(({ size, stability, representative }) => ({
      size,
      stability: stability === null ? null : round(stability, 4),
      representative: representative.map(({ statement, side, times }) => ({
        statement: name(statement),
        side,
        times: round(times, 3),
      })),
    })),
    consensus: found.consensus.map(({ statement, side, share, score }) => ({
      statement: name(statement),
      side,
      share: round(share.share, 4),
      ...rounded(share),
      voters: share.of,
      score: round(score, 4),
    })),
    dividing: found.divisions.map(({ statement, side, between, gap, interval }) => ({
      statement: name(statement),
      side,
      between,
      gap: round(gap, 4),
      ...rounded(interval),
    })),
  };
}

function drawing({ matrix, places, groupOf, components, all }: OpinionMap): object {
  return {
    people: matrix.people.map((id, person) => ({
      id,
      x: places[2 * person] ?? 0,
      y: places[2 * person + 1] ?? 0,
      group: (groupOf[person] ?? -1) < 0 ? null : groupOf[person],
    })),
    statements: matrix.statements.map((id, statement) => ({
      id,
      x: components.axes[0][statement] ?? 0,
      y: components.axes[1][statement] ?? 0,
      agree: shareOf(all, statement, "agree"),
      disagree: shareOf(all, statement, "disagree"),
    })),
  };
}

const round = (value: number, digits: number): number => Number(value.toFixed(digits));
const rounded = ({ from, to }: Interval): Interval => ({ from: round(from, 4), to: round(to, 4) });
