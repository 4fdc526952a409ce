import { Icon } from "../../../../ui/icon.tsx";
import { Table } from "../../../../ui/table.tsx";
import type { ThemeKey } from "../../../territory/territories/model.ts";
import { CompetenceHolder, type Competence } from "../model.ts";
import { competenceWords } from "../words.ts";
import { absent } from "../../conventions/pages/dates-block.tsx";
import { addressOf } from "../../conventions/pages/frame.tsx";
import type { OpenConvention } from "../../conventions/pages/read.ts";

/** Who exercises what, theme by theme. For those who may write it, each cell leads to its form. */
export const CompetenceTable = ({
  opened,
  editing = "read",
}: {
  readonly opened: OpenConvention;
  readonly editing?: "read" | "edit";
}) => {
  const { visit, convention, themes } = opened;
  const say = competenceWords(visit.lang);
  const cellOf = (theme: ThemeKey, holder: CompetenceHolder): Competence | undefined =>
    convention.competences.find((each) => each.theme === theme && each.holder === holder);
  const concerned =
    editing === "edit" ? themes : themes.filter(({ key }) => convention.competences.some(({ theme }) => theme === key));
  const holders =
    editing === "edit"
      ? CompetenceHolder.options
      : CompetenceHolder.options.filter((holder) => convention.competences.some((each) => each.holder === holder));
  if (concerned.length === 0) {
    return <p class="missing">{convention.provenance.kind === "sourced" ? absent(opened) : say("competences.empty")}</p>;
  }
  return (
    <Table
      caption={say("competences.caption")}
      hideCaption
      rows={concerned}
      columns={[
        { key: "theme", label: say("competences.theme"), cell: ({ name }) => name[visit.lang] },
        ...holders.map((holder) => ({
          key: holder,
          label: say(`holder.${holder}`),
          cell: (theme: (typeof themes)[number]) => {
            const cell = cellOf(theme.key, holder);
            const mark = cell === undefined ? <span aria-hidden="true">–</span> : <Icon name="check" />;
            const about = `${theme.name[visit.lang]}, ${say(`holder.${holder}`)} : ${say(cell === undefined ? "competences.no" : "competences.yes")}`;
            const note = cell?.note;
            return (
              <>
                {editing === "edit" ? (
                  <a href={addressOf(opened, `/competences/${theme.key}/${holder}`)}>
                    {mark}
                    <span class="sr-only">{about}</span>
                  </a>
                ) : (
                  <>
                    {mark}
                    <span class="sr-only">{say(cell === undefined ? "competences.no" : "competences.yes")}</span>
                  </>
                )}
                {note && <p class="hint">{note}</p>}
              </>
            );
          },
        })),
      ]}
    />
  );
};
