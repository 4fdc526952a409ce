import { Tags } from "../../../../ui/badge.tsx";
import { AxisMark } from "../../../../ui/axis-mark.tsx";
import { ButtonLink } from "../../../../ui/button.tsx";
import { FicheBlock } from "../../../../ui/layouts/fiche.tsx";
import { conventionParts } from "../model.ts";
import { conventionWords } from "../words.ts";
import { absent } from "./dates-block.tsx";
import { addressOf } from "./frame.tsx";
import { KnownTime } from "./known-time.tsx";
import type { OpenConvention } from "./read.ts";
import { listText } from "../../../../platform/french/list.ts";
import { uncapitalised } from "../../../../platform/french/capital.ts";

interface BlockProps {
  readonly opened: OpenConvention;
}

/** A heading inside a sentence: its first letter only is lowered, « Caf » stays. */

/** The articles that are written; those that are not are named in one line. */
export const TextsBlock = ({ opened }: BlockProps) => {
  const { visit, convention, can } = opened;
  const say = conventionWords(visit.lang);
  const articles = conventionParts.texts.keyof().options;
  const written = articles.filter((article) => convention[article] !== null);
  const blank = articles.filter((article) => convention[article] === null);
  const list = listText(
    visit.lang,
    blank.map((article) => uncapitalised(say(`field.${article}`))),
  );
  return (
    <FicheBlock
      id="textes"
      title={
        written.length === 0
          ? say("texts.title.none")
          : say("texts.title.some", { count: written.length, total: articles.length })
      }
      editHref={can.edit ? addressOf(opened, "/modifier/textes") : undefined}
    >
      {written.map((article) => (
        <details class="fold">
          <summary>{say(`field.${article}`)}</summary>
          <div class="prose typed">{convention[article]}</div>
        </details>
      ))}
      {blank.length > 0 && (
        <p class="missing">{say(convention.provenance.kind === "sourced" ? "texts.unpublished" : "texts.blank", { list })}</p>
      )}
    </FicheBlock>
  );
};

/** The axes, and the scheme that they come from. */
export const AxesBlock = ({ opened }: BlockProps) => {
  const { visit, convention, framework, axes, can } = opened;
  const say = conventionWords(visit.lang);
  return (
    <FicheBlock id="axes" title={axes.length === 0 ? say("axes.title.none") : say("axes.title.some", { count: axes.length })}>
      {axes.length === 0 ? (
        <p class="missing">{convention.provenance.kind === "sourced" ? absent(opened) : say("axes.empty")}</p>
      ) : (
        <ol class="plain-list stack">
          {axes.map(({ number, title, plainWords }) => (
            <li>
              <AxisMark number={number} label={title} />
              {plainWords !== null && <p class="hint">{plainWords}</p>}
            </li>
          ))}
        </ol>
      )}
      {framework !== undefined && (
        <p class="source">
          {say("axes.framework")} <a href={visit.at(`/convention/schemas/${framework.id}`)}>{framework.name}</a>
          {framework.signedIn !== null && (
            <>
              {", "}
              <KnownTime value={framework.signedIn} />
            </>
          )}
        </p>
      )}
      {can.edit && (
        <div class="actions">
          <ButtonLink look="quiet" icon="pencil" href={visit.at("/plan/axes")}>
            {say("axes.edit")}
          </ButtonLink>
        </div>
      )}
    </FicheBlock>
  );
};

/** What the convention is about, where its facts come from, what came before and after. */
export const IdentityBlock = ({ opened }: BlockProps) => {
  const { visit, convention, themes, predecessor, successor, can } = opened;
  const say = conventionWords(visit.lang);
  const labels = themes.filter(({ key }) => convention.themes.includes(key)).map(({ name }) => ({ label: name[visit.lang] }));
  return (
    <>
      <FicheBlock
        id="champs"
        title={labels.length === 0 ? say("themes.title.none") : say("themes.title.some", { count: labels.length })}
        editHref={can.edit ? addressOf(opened, "/modifier/champs") : undefined}
      >
        {labels.length === 0 ? <p class="missing">{absent(opened)}</p> : <Tags items={labels} />}
      </FicheBlock>
      {(predecessor !== undefined || successor !== undefined) && (
        <FicheBlock id="suite" title={say("chain.title")}>
          <ul class="plain-list">
            {predecessor !== undefined && (
              <li>
                {say("chain.before")} <a href={visit.at(`/convention/${predecessor.id}`)}>{predecessor.title}</a>
                {predecessor.reviewSummary !== null && <p class="hint">{predecessor.reviewSummary}</p>}
              </li>
            )}
            {successor !== undefined && (
              <li>
                {say("chain.after")} <a href={visit.at(`/convention/${successor.id}`)}>{successor.title}</a>
              </li>
            )}
          </ul>
        </FicheBlock>
      )}
      <FicheBlock
        id="sources"
        title={
          convention.sources.length === 0
            ? say("sources.title.none")
            : say("sources.title.some", { count: convention.sources.length })
        }
        editHref={can.edit ? addressOf(opened, "/modifier/identite") : undefined}
      >
        {convention.sources.length === 0 ? (
          <p class="missing">{say("sources.empty")}</p>
        ) : (
          <ul>
            {convention.sources.map((source) => (
              <li>{/^https?:\/\/\S+$/.test(source) ? <a href={source}>{source}</a> : source}</li>
            ))}
          </ul>
        )}
      </FicheBlock>
    </>
  );
};
