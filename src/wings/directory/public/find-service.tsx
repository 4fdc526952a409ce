import type { TerritoryVisit } from "../../../platform/http/visit.ts";
import { Button } from "../../../ui/button.tsx";
import { TextField } from "../../../ui/form/text-field.tsx";
import { Section } from "../../../ui/heading.tsx";
import { publicWords } from "./words.ts";

/** What most families come for: a service, in their own words. */
export const FindService = ({ visit, count }: { readonly visit: TerritoryVisit; readonly count: number }) => {
  const say = publicWords(visit.lang);
  const directory = visit.at("/annuaire");
  return (
    <Section title={say("find.title")} id="annuaire" sheet action={<a href={directory}>{say("find.all", { count })}</a>}>
      <form method="get" action={directory} role="search" class="find-service">
        <TextField name="q" type="search" label={say("find.label")} hint={say("find.hint")} maxlength={200} />
        <Button look="main" icon="search">
          {say("find.go")}
        </Button>
      </form>
    </Section>
  );
};
