import type { Lang } from "../../../../platform/words.ts";
import { Facts } from "../../../../ui/facts.tsx";
import { publicWords } from "../../search/words.ts";

interface Props {
  readonly lang: Lang;
  readonly name: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly site: string | null;
}

/** How to reach someone: each a link that a telephone can follow. */
export const Contact = ({ lang, name, phone, email, site }: Props) => {
  const say = publicWords(lang);
  const facts = [
    { term: say("call.contact"), value: name },
    {
      term: say("call.phone"),
      value: phone && (
        <a class="call" href={`tel:${phone.replace(/[^+\d]/g, "")}`}>
          {phone}
        </a>
      ),
    },
    { term: say("call.email"), value: email && <a href={`mailto:${email}`}>{email}</a> },
    { term: say("call.site"), value: site && <a href={site}>{new URL(site).hostname.replace(/^www\./, "")}</a> },
  ].filter(({ value }) => value !== null && value !== "");
  return <Facts columns={1} facts={facts} />;
};
