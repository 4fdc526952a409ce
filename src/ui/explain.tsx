import type { Child } from "hono/jsx";
import { Icon } from "./icon.tsx";
import { useSay } from "./words.ts";

type ExplainProps = {
  /** Unique in the page. */
  readonly id: string;
  /** The computed fact, as it is drawn. */
  readonly children: Child;
  /** The rule behind it, in one or two sentences. */
  readonly rule: Child;
};

/** A computed fact and its rule: on hover or focus where scripts run, on a press everywhere, and read after the fact by screen readers. */
export const Explain = ({ id, children, rule }: ExplainProps) => {
  const say = useSay();
  return (
    <span class="explain">
      {children}
      <button
        class="explain-open"
        type="button"
        popovertarget={id}
        aria-describedby={`${id}-rule`}
        aria-label={say("why")}
        data-explain
      >
        <Icon name="circle-help" />
      </button>
      <span class="explain-rule" id={id} popover="auto">
        <span id={`${id}-rule`}>{rule}</span>
      </span>
    </span>
  );
};
