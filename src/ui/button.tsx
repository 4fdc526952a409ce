import type { Child } from "hono/jsx";
import { classes } from "./attributes.ts";
import { Icon, type IconName } from "./icon.tsx";

/** main: the one thing to do on this page · plain: the others · quiet: in a line of text or a table · danger: what removes. */
export type ButtonLook = "main" | "plain" | "quiet" | "danger";

type Common = {
  readonly look?: ButtonLook | undefined;
  readonly icon?: IconName | undefined;
  /** Said after the visible word by screen readers: « Modifier » + « le budget ». */
  readonly about?: string | undefined;
  readonly children: Child;
};

type ButtonProps = Common & {
  readonly type?: "submit" | "button" | undefined;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  readonly formaction?: string | undefined;
  /** Sends the form without the browser's own validation: for a button that redisplays it. */
  readonly novalidate?: boolean | undefined;
  readonly popovertarget?: string | undefined;
  /** The id of the form it sends, when it stands outside of it. */
  readonly form?: string | undefined;
};

const Inside = ({ icon, about, children }: Common) => (
  <>
    {icon && <Icon name={icon} />}
    <span>
      {children}
      {about && <span class="sr-only"> {about}</span>}
    </span>
  </>
);

/** A button that acts: it sends a form. One of look `main` a page. */
export const Button = ({
  look = "plain",
  type = "submit",
  name,
  value,
  formaction,
  novalidate,
  popovertarget,
  form,
  ...inside
}: ButtonProps) => (
  <button
    class={classes("button", `button-${look}`)}
    type={type}
    name={name}
    value={value}
    formaction={formaction}
    formnovalidate={novalidate}
    popovertarget={popovertarget}
    form={form}
  >
    <Inside {...inside} />
  </button>
);

type ButtonLinkProps = Common & {
  readonly href: string;
  readonly current?: boolean | undefined;
  readonly download?: boolean | undefined;
};

/** A link that looks like a button: it leads to the page where one acts. */
export const ButtonLink = ({ look = "plain", href, current, download, ...inside }: ButtonLinkProps) => (
  <a class={classes("button", `button-${look}`)} href={href} aria-current={current ? "true" : undefined} download={download}>
    <Inside {...inside} />
  </a>
);

/** Buttons in a row, the main one first; they wrap on a phone. */
export const Actions = ({ children }: { readonly children: Child }) => <div class="actions">{children}</div>;
