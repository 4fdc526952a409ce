import type { Child, FC } from "hono/jsx";
import type { TerritoryVisit } from "../../platform/http/visit.ts";
import type { Lang, Say } from "../../platform/words.ts";

/** What each kind of import says its own way. */
export type DraftWord =
  | "title"
  | "file"
  | "file.hint"
  | "file.max"
  | "file.missing"
  | "read"
  | "back"
  | "columns.intro"
  | "columns.where"
  | "preview.intro"
  | "preview.stale"
  | "preview.stale.text"
  | "abandon"
  | "abandoned"
  | "closed.title"
  | "closed.text";

export interface DraftFrameProps {
  readonly visit: TerritoryVisit;
  readonly title: string;
  /** Whether it is the page where files are sent: the others lie below it. */
  readonly isStart?: boolean;
  readonly width?: "text" | undefined;
  readonly children: Child;
}

/** How the pages of one kind of import look: where they are, what stands around them, what they say. */
export interface DraftLook {
  /** Address of the page where files are sent: `/plan/import`. */
  readonly path: string;
  /** Where what is imported is seen. */
  readonly home: string;
  /** What a browser offers to choose among: `.xlsx,.ods`. */
  readonly accept: string;
  readonly words: (lang: Lang) => Say<DraftWord>;
  readonly Frame: FC<DraftFrameProps>;
}
