import type { Child } from "hono/jsx";
import { Icon, type IconName } from "./icon.tsx";

type EmptyProps = {
  readonly icon?: IconName | undefined;
  /** What is not there: « Aucune étape pour l’instant ». */
  readonly title: string;
  /** What belongs here, and why. */
  readonly children: Child;
  /** The first step. */
  readonly action?: Child;
};

/** An empty place: it says what belongs there and offers the first step. */
export const Empty = ({ icon, title, children, action }: EmptyProps) => (
  <div class="empty">
    {icon && <Icon name={icon} />}
    <p class="empty-title">{title}</p>
    <div class="empty-text">{children}</div>
    {action && <div class="actions">{action}</div>}
  </div>
);
