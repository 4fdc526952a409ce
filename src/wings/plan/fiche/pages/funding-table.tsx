import type { TerritoryVisit } from "../../../../platform/http/visit.ts";
import { Money } from "../../../../ui/money.tsx";
import { Table } from "../../../../ui/table.tsx";
import { actionWords } from "../../action/words.ts";
import type { FundingLine } from "../../action/model.ts";
import type { Sum } from "../../action/rules/funding.ts";
import type { Fiche } from "./fiche-read.ts";
import { uncapitalised } from "../../../../platform/french/capital.ts";

type Row =
  | { readonly kind: "line"; readonly line: FundingLine }
  | { readonly kind: "year"; readonly year: number; readonly sums: { readonly [Name in MoneyName]: Sum } };
const names = ["planned", "notified", "paid"] as const;
type MoneyName = (typeof names)[number];

/** Money by year and funder, with the total of each year. What is unknown is said, never counted as zero. */
export const FundingTable = ({
  visit,
  fiche: { action, names: called, facts },
}: {
  readonly visit: TerritoryVisit;
  readonly fiche: Fiche;
}) => {
  const say = actionWords(visit.lang);
  const { funding, totalCost, taxBase } = action.how;
  const several = facts.funding.byYear.length > 1;
  const rows = facts.funding.byYear.flatMap((sums): Row[] => [
    ...funding.filter(({ year }) => year === sums.year).map((line): Row => ({ kind: "line", line })),
    ...(several ? [{ kind: "year" as const, year: sums.year, sums }] : []),
  ]);
  const unknown = say("money.unknown");
  // A sum with a blank in it may be more: it says so.
  const total = (sum: Sum) =>
    sum.known === 0 ? (
      <span class="missing">{unknown}</span>
    ) : (
      <>
        {sum.unknown > 0 && `${say("money.atLeast")} `}
        <Money cents={sum.cents} />
      </>
    );
  const cost = (
    <>
      {say("field.totalCost")} : <Money cents={totalCost} unknown={unknown} />. {say(`taxBase.${taxBase}`)}.
    </>
  );
  if (funding.length === 0)
    return (
      <p>
        {cost} <span class="missing">{say("nothing.funding")}</span>
      </p>
    );
  return (
    <Table
      caption={say("field.funding")}
      columns={[
        {
          key: "year",
          label: say("field.year"),
          cell: (row) => (row.kind === "year" ? <strong>{say("money.year", { year: String(row.year) })}</strong> : row.line.year),
        },
        {
          key: "funder",
          label: say("field.funderId"),
          cell: (row) =>
            row.kind === "line" && (
              <>
                {row.line.funderId === null ? (
                  <span class="missing">{say("funder.unknown")}</span>
                ) : (
                  called.organisation(row.line.funderId)
                )}
                {`, ${uncapitalised(say(`nature.${row.line.nature}`))}`}
              </>
            ),
        },
        ...names.map((name) => ({
          key: name,
          label: say(`field.${name}`),
          numeric: true,
          cell: (row: Row) => {
            if (row.kind === "year") return <strong>{total(row.sums[name])}</strong>;
            const cents = row.line[name];
            return <Money cents={cents} unknown={unknown} />;
          },
        })),
      ]}
      dense
      rows={rows}
      footer={[say("money.total"), "", ...names.map((name) => total(facts.funding[name]))]}
      note={cost}
    />
  );
};
