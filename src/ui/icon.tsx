import { raw } from "hono/html";
import { iconPaths } from "./icon-paths.ts";

export type IconName = keyof typeof iconPaths;

type IconProps = {
  readonly name: IconName;
  /** Only when no word stands beside the icon: the name that a screen reader says. */
  readonly label?: string | undefined;
  readonly class?: string | undefined;
};

/** A lucide icon, drawn inline in the colour of its text. It is decoration: the word stands beside it. */
export const Icon = ({ name, label, class: extra }: IconProps) => (
  <svg
    class={extra ? `icon ${extra}` : "icon"}
    viewBox="0 0 24 24"
    width="20"
    height="20"
    fill="none"
    stroke="currentColor"
    stroke-width="2"
    stroke-linecap="round"
    stroke-linejoin="round"
    {...(label ? { role: "img", "aria-label": label } : { "aria-hidden": "true" })}
  >
    {raw(iconPaths[name])}
  </svg>
);
