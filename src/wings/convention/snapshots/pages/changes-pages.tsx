import { Hono } from "hono";
import type { TerritoryEnv } from "../../../../platform/http/visit.ts";
import { ButtonLink } from "../../../../ui/button.tsx";
import { Empty } from "../../../../ui/empty.tsx";
import { PageHeading } from "../../../../ui/heading.tsx";
import { MissingPage } from "../../../../ui/missing-page.tsx";
import { Notice } from "../../../../ui/notice.tsx";
import { Time } from "../../../../ui/time.tsx";
import { SnapshotId } from "../model.ts";
import { conventionRights } from "../../conventions/rights.ts";
import { snapshotWords } from "../words.ts";
import { ChangeList } from "./change-list.tsx";
import { differences, readSnapshot, standingContent, type CheckedSnapshot } from "./changes.ts";
import { addressOf, ConventionScreen } from "../../conventions/pages/frame.tsx";
import type { OpenConvention } from "../../conventions/pages/read.ts";
import { showConvention } from "../../conventions/pages/show.tsx";
import { conventionWords } from "../../conventions/words.ts";

/** When it was frozen, why, and whether the text is still the one that was hashed. */
const Frozen = ({
  opened,
  checked: { snapshot, integrity },
}: {
  readonly opened: OpenConvention;
  readonly checked: CheckedSnapshot;
}) => {
  const say = snapshotWords(opened.visit.lang);
  return (
    <Notice kind={integrity === "intact" ? "info" : "error"} title={say(`integrity.${integrity}`)}>
      <p>
        {say(`frozen.${snapshot.reason}`)} <Time value={snapshot.takenAt} look="moment" />. {say("integrity.hash")}{" "}
        <code class="hash">{snapshot.hash}</code>
      </p>
      {integrity === "damaged" && <p>{say("integrity.damaged.text")}</p>}
    </Notice>
  );
};

const NothingSigned = ({ opened }: { readonly opened: OpenConvention }) => {
  const say = snapshotWords(opened.visit.lang);
  return (
    <ConventionScreen opened={opened} title={say("changes.none.title")} part="changes">
      <PageHeading title={say("changes.none.title")} />
      <Empty
        icon="history"
        title={say("changes.notSigned.title")}
        action={<ButtonLink href={addressOf(opened)}>{conventionWords(opened.visit.lang)("back")}</ButtonLink>}
      >
        {say("changes.notSigned.text")}
      </Empty>
    </ConventionScreen>
  );
};

/** What changed since the signature, or since the amendment that is asked for. */
export function changesPages(): Hono<TerritoryEnv> {
  const app = new Hono<TerritoryEnv>();
  app.get("/convention/:id/depuis-la-signature", (c) =>
    showConvention(c, conventionRights.read, async (opened) => {
      const { visit, snapshots } = opened;
      const [first] = snapshots;
      if (first === undefined) return <NothingSigned opened={opened} />;
      const asked = c.req.query("since");
      const id = asked === undefined ? first.id : SnapshotId.safeParse(asked).data;
      const read = await visit.read(async (tx) => {
        const checked = id === undefined ? undefined : await readSnapshot(tx, opened, id);
        return checked && { checked, found: await differences(tx, opened, checked.content, await standingContent(tx, opened)) };
      });
      if (read === undefined) return c.html(<MissingPage visit={visit} />, 404);
      const { checked, found } = read;
      const say = snapshotWords(visit.lang);
      const title = say("changes.title", { count: found.changes.length });
      return (
        <ConventionScreen opened={opened} title={title} part="changes">
          <PageHeading title={title} intro={say(checked.snapshot.reason === "entry" ? "changes.intro.entry" : "changes.intro")} />
          <Frozen opened={opened} checked={checked} />
          {found.changes.length + found.hidden === 0 ? (
            <p>{say("changes.same")}</p>
          ) : (
            <ChangeList opened={opened} differences={found} />
          )}
        </ConventionScreen>
      );
    }),
  );
  return app;
}
