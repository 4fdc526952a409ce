import type { WaitingMail } from "../platform/mail/store.ts";
import type { Lang } from "../platform/words.ts";
import { Notice } from "./notice.tsx";
import { uiWords } from "./words.ts";
import { timeText } from "../platform/french/time.ts";

interface Props {
  readonly lang: Lang;
  readonly mails: readonly WaitingMail[];
  readonly now: Date;
}

/** The mails of a round that have not left: those that can still be taken back, and those that failed, with their reason. */
export const RoundMails = ({ lang, mails, now }: Props) => {
  const say = uiWords(lang);
  const failed = mails.filter(({ failure }) => failure !== null);
  const held = mails.filter(({ failure, dueAt }) => failure === null && dueAt !== null && dueAt > now);
  const next = held[0]?.dueAt;
  return (
    <>
      {next != null && (
        <Notice title={say("round.held", { count: held.length, at: timeText(lang, next, "moment") })}>
          <p>{say("round.held.text")}</p>
        </Notice>
      )}
      {failed.length > 0 && (
        <Notice kind="warning" title={say("round.failed", { count: failed.length })}>
          <ul>
            {failed.map(({ to, failure, dueAt }) => (
              <li>
                {say("round.failed.one", { to, failure: failure ?? "" })}{" "}
                {dueAt === null ? say("round.failed.over") : say("round.failed.again", { at: timeText(lang, dueAt, "moment") })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
};
