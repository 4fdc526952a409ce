import { Icon } from "./icon.tsx";
import { useSay } from "./words.ts";

type PaginationProps = { readonly page: number; readonly pages: number; readonly href: (page: number) => string };

/** The way between the pages of a list. Draws nothing when there is only one. */
export const Pagination = ({ page, pages, href }: PaginationProps) => {
  const say = useSay();
  if (pages <= 1) return null;
  return (
    <nav class="pagination" aria-label={say("pagination")}>
      {page > 1 && (
        <a class="button button-plain" href={href(page - 1)} rel="prev">
          <Icon name="arrow-left" />
          <span>{say("previous")}</span>
        </a>
      )}
      <span>{say("pageOf", { page, pages })}</span>
      {page < pages && (
        <a class="button button-plain" href={href(page + 1)} rel="next">
          <span>{say("next")}</span>
          <Icon name="arrow-right" />
        </a>
      )}
    </nav>
  );
};
