import type { Child } from "hono/jsx";
import { Icon, type IconName } from "./icon.tsx";
import { classes } from "./attributes.ts";

export type NavItem = {
  readonly href: string;
  readonly label: string;
  readonly icon?: IconName | undefined;
  /** The page one is on, or the part it belongs to. */
  readonly current?: "page" | "part" | undefined;
  /** How many things wait there. */
  readonly count?: number | undefined;
};

const current = (item: NavItem) => (item.current === "page" ? "page" : item.current === "part" ? "true" : undefined);

/** The links of a navigation. */
export const NavList = ({ items }: { readonly items: readonly NavItem[] }) => (
  <ul class="nav-list">
    {items.map((item) => (
      <li>
        <a href={item.href} aria-current={current(item)}>
          {item.icon && <Icon name={item.icon} />}
          <span>{item.label}</span>
          {item.count !== undefined && item.count > 0 && <span class="nav-count">{item.count}</span>}
        </a>
      </li>
    ))}
  </ul>
);

type TabsNavProps = { readonly label: string; readonly items: readonly NavItem[] };

/** The views of one thing, as links: list, board, timeline, matrix. */
export const TabsNav = ({ label, items }: TabsNavProps) => (
  <nav class="tabs-nav" aria-label={label}>
    <NavList items={items} />
  </nav>
);

type MenuProps = {
  readonly label: Child;
  /** What screen readers hear when the label is not enough. */
  readonly name?: string | undefined;
  readonly icon?: IconName | undefined;
  readonly align?: "start" | "end" | undefined;
  readonly children: Child;
};

/** Something folded that opens over the page. Escape or a click elsewhere closes it where scripts run. */
export const Menu = ({ label, name, icon, align = "end", children }: MenuProps) => (
  <details class={classes("menu", `menu-${align}`)} data-menu>
    <summary aria-label={name}>
      {icon && <Icon name={icon} />}
      <span>{label}</span>
      <Icon name="chevron-down" class="menu-arrow" />
    </summary>
    <div class="menu-panel">{children}</div>
  </details>
);
