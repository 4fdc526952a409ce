import { Matrix, type MatrixHeading } from "../../../../ui/matrix.tsx";
import type { ActionFilters } from "../filters.ts";
import type { Action } from "../../action/model.ts";
import { viewWords } from "../words.ts";
import { planAddress, type Shown } from "./plan-address.ts";
import { PlanFrame } from "./plan-frame.tsx";
import { findActions } from "./readable-plan.ts";

const WHOLE = "whole";
const NO_THEME = "none";

/** Theme × commune: how many actions, and above all where there is none. */
export const MatrixPage = (shown: Shown) => {
  const { visit, work, filters } = shown;
  const say = viewWords(visit.lang);
  const { directory } = work;
  // The matrix asks where something is missing: a choice of one theme or commune keeps its line or column, it does not empty the others.
  const found = findActions(work, visit.actor, { ...filters, theme: null, commune: null });
  const actions = found.actions.filter(({ life }) => life.status !== "dropped");
  const inCell = (row: string, column: string) => (action: Action) =>
    (row === NO_THEME ? action.identity.themes.length === 0 : action.identity.themes.some((key) => key === row)) &&
    (column === WHOLE ? action.what.communes.length === 0 : action.what.communes.some((code) => code === column));
  const list = (changed: Partial<ActionFilters>) =>
    planAddress(visit, { ...filters, theme: null, commune: null, view: "list", page: 1, ...changed });
  const withFlag = (flag: "local" | "whole") => ({ flags: [...new Set([...filters.flags, flag])] });
  const themes = directory.themes.filter(({ key }) => filters.theme === null || filters.theme === key);
  const communes = directory.communes.filter(({ code }) => filters.commune === null || filters.commune === code);
  const hasThemeless = filters.theme === null && actions.some(({ identity }) => identity.themes.length === 0);
  const rows: MatrixHeading[] = [
    ...themes.map(({ key, name }) => ({ key, label: name[visit.lang], href: list({ theme: key }) })),
    ...(hasThemeless ? [{ key: NO_THEME, label: say("matrix.noTheme") }] : []),
  ];
  const columns: MatrixHeading[] = [
    { key: WHOLE, label: say("matrix.whole"), href: list(withFlag("whole")) },
    ...communes.map(({ code, name }) => ({ key: code, label: name, href: list({ commune: code, ...withFlag("local") }) })),
  ];
  const count = (row: string, column: string) => actions.filter(inCell(row, column)).length;
  const gaps = themes.reduce((sum, { key }) => sum + communes.filter(({ code }) => count(key, code) === 0).length, 0);
  return (
    <PlanFrame {...shown} view="matrix" title={say("title.matrix", { gaps })}>
      <Matrix
        caption={say("matrix.caption")}
        corner={say("matrix.corner")}
        rows={rows}
        columns={columns}
        cell={(row, column) => {
          const theme = themes.find(({ key }) => key === row)?.key ?? null;
          const commune = communes.find(({ code }) => code === column)?.code ?? null;
          const href = theme === null ? undefined : list({ theme, commune, ...withFlag(column === WHOLE ? "whole" : "local") });
          return { count: count(row, column), href };
        }}
        rowTotal={(row) =>
          actions.filter(({ identity }) =>
            row === NO_THEME ? identity.themes.length === 0 : identity.themes.some((key) => key === row),
          ).length
        }
        columnTotal={(column) =>
          actions.filter(({ what }) =>
            column === WHOLE ? what.communes.length === 0 : what.communes.some((code) => code === column),
          ).length
        }
        total={actions.length}
        note={say("matrix.note")}
      />
    </PlanFrame>
  );
};
