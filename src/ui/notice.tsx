import type { Child } from "hono/jsx";
import { classes } from "./attributes.ts";
import { Icon, type IconName } from "./icon.tsx";

export type NoticeKind = "info" | "success" | "warning" | "error";

const icons: Record<NoticeKind, IconName> = {
  info: "info",
  success: "circle-check",
  warning: "triangle-alert",
  error: "circle-alert",
};

type NoticeProps = {
  readonly kind?: NoticeKind | undefined;
  readonly title?: string | undefined;
  /** Announced to screen readers when the page opens: only for what answers the person's last gesture. */
  readonly live?: boolean | undefined;
  /** Links or buttons under the text. */
  readonly actions?: Child;
  readonly children?: Child;
};

/** A message in the page: what happened, what is kept, what to do. */
export const Notice = ({ kind = "info", title, live, actions, children }: NoticeProps) => (
  <div class={classes("notice", `notice-${kind}`)} role={live ? (kind === "error" ? "alert" : "status") : undefined}>
    <Icon name={icons[kind]} />
    <div class="notice-body">
      {title && <p class="notice-title">{title}</p>}
      {children && <div class="notice-text">{children}</div>}
      {actions && <div class="actions">{actions}</div>}
    </div>
  </div>
);
