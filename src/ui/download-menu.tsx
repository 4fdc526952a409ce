import { Menu, NavList } from "./nav.tsx";
import { useSay } from "./words.ts";

type DownloadMenuProps = {
  /** What is taken: « la convention ». */
  readonly what: string;
  readonly files: readonly { readonly href: string; readonly label: string }[];
};

/** The same thing in several formats, folded under one word. */
export const DownloadMenu = ({ what, files }: DownloadMenuProps) => {
  const say = useSay();
  return (
    <Menu label={say("download")} name={say("downloadThis", { what })} icon="download">
      <NavList items={files} />
    </Menu>
  );
};
