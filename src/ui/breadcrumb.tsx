import { useSay } from "./words.ts";

export type Crumb = { readonly label: string; readonly href: string };

/** The way back, from the first page to the parent of this one. */
export const Breadcrumb = ({ crumbs }: { readonly crumbs: readonly Crumb[] }) => {
  const say = useSay();
  if (crumbs.length === 0) return null;
  return (
    <nav class="breadcrumb" aria-label={say("breadcrumb")}>
      <ol>
        {crumbs.map(({ label, href }) => (
          <li>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
};
