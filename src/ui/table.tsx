import type { Child } from "hono/jsx";
import { classes } from "./attributes.ts";
import { Icon } from "./icon.tsx";
import { useSay } from "./words.ts";

export type SortOrder = "up" | "down";

export type Column<Row> = {
  readonly key: string;
  readonly label: Child;
  /** Figures stand on the right, in tabular numbers. */
  readonly numeric?: boolean | undefined;
  /** The address that sorts by this column; its words come from `label` or `sortLabel`. */
  readonly sortHref?: string | undefined;
  readonly sorted?: SortOrder | undefined;
  /** Keeps to its longest word: dates, states. */
  readonly narrow?: boolean | undefined;
  readonly cell: (row: Row, index: number) => Child;
};

type TableProps<Row> = {
  /** Says what the table shows. Always read by screen readers; drawn unless `hideCaption`. */
  readonly caption: string;
  readonly hideCaption?: boolean | undefined;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** The last line, one child a column: totals. The first is its heading. */
  readonly footer?: readonly Child[] | undefined;
  readonly rowClass?: ((row: Row) => string | undefined) | undefined;
  /** Keeps the row that was drawn: see `keptHtml`. */
  readonly keepRow?: ((row: Row, draw: () => Child) => Child) | undefined;
  /** The source and the year, or how to read it. */
  readonly note?: Child;
  /** Drawn instead of the table where there is no row. */
  readonly empty?: Child;
  readonly dense?: boolean | undefined;
  /** On a narrow screen: a frame that scrolls, for figures to compare; or a block a row, for things to read one by one. */
  readonly narrowly?: "scrolls" | "blocks" | undefined;
};

/** Roles are said again where the style takes the table apart: browsers drop those of what is no longer drawn as a table. */
const roleIn = (blocks: boolean, role: string): { readonly role?: string } => (blocks ? { role } : {});

function Heading<Row>({ column, blocks }: { readonly column: Column<Row>; readonly blocks: boolean }) {
  const say = useSay();
  const sort = column.sorted === "up" ? "ascending" : column.sorted === "down" ? "descending" : undefined;
  return (
    <th
      scope="col"
      class={classes(column.numeric && "numeric", column.narrow && "narrow") || undefined}
      aria-sort={sort}
      {...roleIn(blocks, "columnheader")}
    >
      {column.sortHref ? (
        <a class="sort" href={column.sortHref}>
          <span>{column.label}</span>
          <Icon name={column.sorted === "up" ? "arrow-up" : column.sorted === "down" ? "arrow-down" : "arrow-down-up"} />
          {column.sorted && <span class="sr-only"> ({say(column.sorted === "up" ? "sortedUp" : "sortedDown")})</span>}
        </a>
      ) : (
        column.label
      )}
    </th>
  );
}

function drawRow<Row>({ columns, rowClass, narrowly }: TableProps<Row>, row: Row, index: number) {
  const blocks = narrowly === "blocks";
  return (
    <tr class={rowClass?.(row)} {...roleIn(blocks, "row")}>
      {columns.map((column, at) =>
        at === 0 ? (
          <th scope="row" class={column.numeric ? "numeric" : undefined} {...roleIn(blocks, "rowheader")}>
            {column.cell(row, index)}
          </th>
        ) : (
          <td
            class={classes(column.numeric && "numeric", column.narrow && "narrow") || undefined}
            data-label={blocks && typeof column.label === "string" ? column.label : undefined}
            {...roleIn(blocks, "cell")}
          >
            {column.cell(row, index)}
          </td>
        ),
      )}
    </tr>
  );
}

/** A table in its own scroll frame; its first column is the row's heading and stays in sight. */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, hideCaption, columns, rows, footer, keepRow, note, empty, dense, narrowly } = props;
  const say = useSay();
  const blocks = narrowly === "blocks";
  if (rows.length === 0 && empty) return <>{empty}</>;
  return (
    <div class="table-block">
      <div class="scroll-frame" tabindex={0} role="region" aria-label={say("tableScroll", { what: caption })}>
        <table class={classes("table", dense && "table-dense", blocks && "table-blocks")} {...roleIn(blocks, "table")}>
          <caption class={hideCaption ? "sr-only" : undefined}>{caption}</caption>
          <thead {...roleIn(blocks, "rowgroup")}>
            <tr {...roleIn(blocks, "row")}>
              {columns.map((column) => (
                <Heading column={column} blocks={blocks} />
              ))}
            </tr>
          </thead>
          <tbody {...roleIn(blocks, "rowgroup")}>
            {rows.map((row, index) => {
              const draw = () => drawRow(props, row, index);
              return keepRow === undefined ? draw() : keepRow(row, draw);
            })}
          </tbody>
          {footer && (
            <tfoot>
              <tr>
                {footer.map((cell, at) =>
                  at === 0 ? <th scope="row">{cell}</th> : <td class={columns[at]?.numeric ? "numeric" : undefined}>{cell}</td>,
                )}
              </tr>
            </tfoot>
          )}
        </table>
      </div>
      {note && <p class="source">{note}</p>}
    </div>
  );
}
