import type { Child } from "hono/jsx";
import { Icon } from "./icon.tsx";
import { useSay } from "./words.ts";

export type ActiveFilter = { readonly label: string; readonly removeHref: string };

type FilterFormProps = {
  readonly action: string;
  /** Each filter in force, with the address of the same list without it. */
  readonly active: readonly ActiveFilter[];
  readonly clearHref: string;
  /** Parameters that stay as they are: sort, view. */
  readonly hidden?: Readonly<Record<string, string | undefined>> | undefined;
  /** How many answer: « 12 actions sur 31 ». Announced when it changes. */
  readonly result?: Child;
  /** Shown open; closed by default on arrival, so that the list comes first. */
  readonly open?: boolean | undefined;
  /** Saved views, a search field: beside the summary. */
  readonly beside?: Child;
  readonly children: Child;
};

/** The frame of a list's filters: a GET form, so that the address bar holds them and can be sent to a colleague. */
export const FilterForm = ({ action, active, clearHref, hidden, result, open, beside, children }: FilterFormProps) => {
  const say = useSay();
  return (
    <div class="filters">
      <form method="get" action={action} data-filters>
        {Object.entries(hidden ?? {}).map(
          ([name, value]) => value !== undefined && <input type="hidden" name={name} value={value} />,
        )}
        <div class="filters-top">
          {beside}
          <details class="filters-fold" open={open}>
            <summary>
              <Icon name="sliders-horizontal" />
              <span>{active.length > 0 ? say("filtersOn", { count: active.length }) : say("filters")}</span>
            </summary>
            <div class="filters-panel">
              <div class="filters-fields">{children}</div>
              <div class="actions">
                <button class="button button-plain" type="submit">
                  {say("applyFilters")}
                </button>
              </div>
            </div>
          </details>
        </div>
      </form>
      {active.length > 0 && (
        <div class="chips">
          <h2 class="sr-only">{say("activeFilters")}</h2>
          <ul>
            {active.map(({ label, removeHref }) => (
              <li>
                <a class="chip" href={removeHref}>
                  <span class="sr-only">{say("removeFilter", { what: "" })}</span>
                  <span>{label}</span>
                  <Icon name="x" />
                </a>
              </li>
            ))}
            <li>
              <a class="chip-clear" href={clearHref}>
                {say("clearFilters")}
              </a>
            </li>
          </ul>
        </div>
      )}
      {result && (
        <p class="filters-result" role="status">
          {result}
        </p>
      )}
    </div>
  );
};
