import { classes } from "./attributes.ts";
import { useSay } from "./words.ts";

export type MatrixHeading = { readonly key: string; readonly label: string; readonly href?: string | undefined };
export type MatrixCell = {
  readonly count: number;
  readonly href?: string | undefined;
  /** Where there is none, what stands in its place: the gap is filled otherwise. */
  readonly otherwise?: { readonly label: string; readonly said: string; readonly href: string } | undefined;
};

type MatrixProps = {
  readonly caption: string;
  /** What the first column holds: « Thème ». */
  readonly corner: string;
  readonly rows: readonly MatrixHeading[];
  readonly columns: readonly MatrixHeading[];
  readonly cell: (row: string, column: string) => MatrixCell;
  /** Totals count an action once, so they are given and not summed. */
  readonly rowTotal?: ((row: string) => number) | undefined;
  readonly columnTotal?: ((column: string) => number) | undefined;
  readonly total?: number | undefined;
  readonly note?: string | undefined;
};

const strength = (count: number) => (count >= 5 ? 3 : count >= 3 ? 2 : 1);

type DrawnProps = { readonly cell: MatrixCell; readonly row: string; readonly column: string };

const Cell = ({ cell: { count, href, otherwise }, row, column }: DrawnProps) => {
  const say = useSay();
  const about = (
    <span class="sr-only">
      {" "}
      ({row}, {column})
    </span>
  );
  if (count === 0 && otherwise)
    return (
      <td class="matrix-cell matrix-otherwise">
        <a href={otherwise.href}>
          <span aria-hidden="true">{otherwise.label}</span>
          <span class="sr-only">{otherwise.said}</span>
          {about}
        </a>
      </td>
    );
  return (
    <td class={classes("matrix-cell", count === 0 ? "matrix-gap" : `matrix-${strength(count)}`)}>
      {count === 0 ? (
        <span>
          <span aria-hidden="true">–</span>
          <span class="sr-only">{say("gap")}</span>
        </span>
      ) : href ? (
        <a href={href}>
          {count}
          {about}
        </a>
      ) : (
        <span>{count}</span>
      )}
    </td>
  );
};

const Heading = ({ heading }: { readonly heading: MatrixHeading }) =>
  heading.href ? <a href={heading.href}>{heading.label}</a> : <>{heading.label}</>;

/** Counts of rows × columns. What is empty is drawn as a gap, because the gaps are what one looks for. */
export const Matrix = ({ caption, corner, rows, columns, cell, rowTotal, columnTotal, total, note }: MatrixProps) => {
  const say = useSay();
  return (
    <div class="table-block">
      <div class="scroll-frame" tabindex={0} role="region" aria-label={say("tableScroll", { what: caption })}>
        <table class="table matrix">
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{corner}</th>
              {columns.map((heading) => (
                <th scope="col">
                  <span class="matrix-heading">
                    <Heading heading={heading} />
                  </span>
                </th>
              ))}
              {rowTotal && (
                <th scope="col" class="numeric">
                  {say("total")}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr>
                <th scope="row">
                  <Heading heading={row} />
                </th>
                {columns.map((column) => (
                  <Cell cell={cell(row.key, column.key)} row={row.label} column={column.label} />
                ))}
                {rowTotal && <td class="numeric">{rowTotal(row.key)}</td>}
              </tr>
            ))}
          </tbody>
          {columnTotal && (
            <tfoot>
              <tr>
                <th scope="row">{say("total")}</th>
                {columns.map((column) => (
                  <td class="matrix-sum">{columnTotal(column.key)}</td>
                ))}
                {rowTotal && <td class="numeric">{total}</td>}
              </tr>
            </tfoot>
          )}
        </table>
      </div>
      {note && <p class="source">{note}</p>}
    </div>
  );
};
