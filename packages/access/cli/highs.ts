import load from "highs";
import type { ExactSolver, LinearModel } from "../siting/exact.ts";

/** HiGHS, which proves plans, and covers where branches of ours are too many. It gives up after so many seconds, asked at each question. */
export async function highsSolver(seconds: () => number): Promise<ExactSolver> {
  const highs = await load();
  return (model) => {
    const time = seconds();
    if (time <= 0) return { kind: "unsolved" };
    const { Status, Columns } = highs.solve(textOf(model), { time_limit: time, mip_rel_gap: 0 });
    if (Status !== "Optimal") return { kind: "unsolved" };
    return {
      kind: "proven",
      values: model.worth.map((_, column) => {
        const found = Columns[`c${column}`];
        return found !== undefined && "Primal" in found ? found.Primal : 0;
      }),
    };
  };
}

/** A model in the LP format of CPLEX, one term a line: readers differ on how long a line may be. */
function textOf({ sense, worth, whole, rows }: LinearModel): string {
  const sum = (terms: LinearModel["rows"][number]["terms"]): string =>
    terms.map(([column, factor]) => `${factor < 0 ? "-" : "+"} ${Math.abs(factor)} c${column}`).join("\n");
  const limits = rows.flatMap(({ terms, least, most }) => {
    if (least === most) return [`${sum(terms)} = ${least}`];
    return [
      ...(least === -Infinity ? [] : [`${sum(terms)} >= ${least}`]),
      ...(most === Infinity ? [] : [`${sum(terms)} <= ${most}`]),
    ];
  });
  const columns = worth.map((_, column) => `c${column}`);
  return [
    sense === "least" ? "Minimize" : "Maximize",
    `worth: ${sum(worth.map((each, column) => [column, each] as const))}`,
    "Subject To",
    ...limits,
    "Bounds",
    ...columns.slice(whole).map((name) => `${name} <= 1`),
    "Binary",
    ...columns.slice(0, whole),
    "End",
    "",
  ].join("\n");
}
