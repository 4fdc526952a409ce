import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Day } from "../model.ts";
import { steps, take } from "../workflow.ts";
import { RoundId, RoundLinkId, type RoundLink } from "./model.ts";
import {
  answeredOf,
  linkStateOf,
  linkWorkflow,
  mayAnswer,
  progressBy,
  reminderDays,
  reminderDue,
  reminderOf,
  roundWorkflow,
  standingsOf,
  toTelephone,
  whoToRemind,
} from "./rules.ts";

const answers = ["yes", "in part"] as const;
const at = (day: number): Date => new Date(Date.UTC(2026, 9, day));
const dayIn = (day: number): Day => Day.parse(at(day).toISOString().slice(0, 10));
const base: RoundLink = {
  id: RoundLinkId.parse("01920000-0000-7000-8000-000000000001"),
  roundId: RoundId.parse("01920000-0000-7000-8000-000000000002"),
  objectId: "",
  email: "a@exemple.fr",
  name: null,
  askedAt: at(1),
  remindedAt: null,
  expiresAt: at(31),
  revokedAt: null,
  passedFrom: null,
  passedAt: null,
  answeredAt: null,
  answer: null,
};
const anyLink = fc
  .record({
    objectId: fc.constantFrom("one", "two", "three"),
    email: fc.constantFrom("a@exemple.fr", "b@exemple.fr", "c@exemple.fr"),
    asked: fc.integer({ min: 1, max: 20 }),
    reminded: fc.option(fc.integer({ min: 1, max: 5 })),
    revoked: fc.boolean(),
    passed: fc.boolean(),
    isColleague: fc.boolean(),
    answer: fc.constantFrom("yes", "in part", null),
  })
  .map(({ objectId, email, asked, reminded, revoked, passed, isColleague, answer }): RoundLink => ({
    ...base,
    objectId,
    email,
    askedAt: at(asked),
    remindedAt: reminded === null ? null : at(asked + reminded),
    revokedAt: revoked ? at(25) : null,
    passedAt: passed ? at(22) : null,
    passedFrom: isColleague ? base.id : null,
    answer,
    answeredAt: answer === null ? null : at(22),
  }));
const anyLinks = fc.array(anyLink, { maxLength: 12 });

describe("a link", () => {
  test.each([
    ["open until the instant it expires", {}, at(30), "open"],
    ["expired at that instant", {}, at(31), "expired"],
    ["passed on, as long as it would have been open", { passedAt: at(3) }, at(30), "passed"],
    ["expired, though it was passed on", { passedAt: at(3) }, at(31), "expired"],
    ["taken back, whatever the day", { revokedAt: at(5) }, at(6), "revoked"],
    ["taken back before all", { revokedAt: at(5), passedAt: at(3) }, at(31), "revoked"],
  ] as const)("is %s", (_, more, now, state) => {
    expect(linkStateOf({ ...base, ...more }, now)).toBe(state);
  });

  test("is answered while it is open and never otherwise; what is taken back stays so", () => {
    fc.assert(
      fc.property(anyLink, fc.integer({ min: 1, max: 40 }), (link, day) => {
        expect(mayAnswer(link, at(day))).toBe(linkStateOf(link, at(day)) === "open");
      }),
    );
    expect(steps(linkWorkflow, "revoked", {})).toEqual([]);
    expect(steps(linkWorkflow, "passed", {}).map(({ name }) => name)).toEqual(["revoke"]);
  });
});

describe("where a round stands", () => {
  test("each thing counts once, and an answer of anyone who was asked counts", () => {
    fc.assert(
      fc.property(anyLinks, (links) => {
        const lines = standingsOf(links, answers);
        expect(lines.map(({ objectId }) => objectId).toSorted()).toEqual(
          [...new Set(links.map(({ objectId }) => objectId))].toSorted(),
        );
        for (const line of lines) {
          const given = links.filter(({ objectId }) => objectId === line.objectId).map(({ answer }) => answer);
          if (given.includes("yes")) expect(line.state).toBe("yes");
          else if (given.includes("in part")) expect(line.state).toBe("in part");
          else expect(["silent", "revoked"]).toContain(line.state);
          expect(line.remindedAt === null || line.remindedAt > line.askedAt).toBe(true);
        }
        const { done, total } = answeredOf(lines);
        expect(done).toBeLessThanOrEqual(total);
        expect(total).toBe(lines.filter(({ state }) => state !== "revoked").length);
      }),
    );
  });

  test("groups add up to the whole", () => {
    fc.assert(
      fc.property(anyLinks, (links) => {
        const lines = standingsOf(links, answers);
        const groups = progressBy(lines, ({ email }) => email);
        const { done, total } = answeredOf(lines);
        expect(groups.reduce((sum, group) => sum + group.done, 0)).toBe(done);
        expect(groups.reduce((sum, group) => sum + group.total, 0)).toBe(total);
      }),
    );
  });

  test("each silent person is telephoned once, about all that is missing, and nobody else is", () => {
    fc.assert(
      fc.property(anyLinks, (links) => {
        const lines = standingsOf(links, answers);
        const people = toTelephone(lines);
        expect(new Set(people.map(({ email }) => email)).size).toBe(people.length);
        expect(people.flatMap((person) => person.lines.map(({ objectId }) => objectId)).toSorted()).toEqual(
          lines.flatMap(({ state, objectId }) => (state === "silent" ? [objectId] : [])).toSorted(),
        );
      }),
    );
  });
});

describe("reminders", () => {
  const remind = (facts: { lastAskedOn: Day | null; waitedFor: number }, state: "running" | "ended" = "running") =>
    take(roundWorkflow, state, "remind", { ...facts, today: dayIn(10) });
  test.each([
    ["the day after", { lastAskedOn: dayIn(9), waitedFor: 1 }, { kind: "taken", state: "running" }],
    ["not twice a day", { lastAskedOn: dayIn(10), waitedFor: 1 }, { kind: "closed", obstacle: "today" }],
    ["not those who answered", { lastAskedOn: null, waitedFor: 0 }, { kind: "closed", obstacle: "nobody" }],
  ] as const)("leave: %s", (_, facts, step) => {
    expect(remind(facts)).toEqual(step);
  });
  test("none after the end", () => {
    expect(remind({ lastAskedOn: null, waitedFor: 1 }, "ended")).toEqual({ kind: "closed", obstacle: "no-such-way" });
  });

  test("wait for what is silent and can still be opened, and for nothing else", () => {
    fc.assert(
      fc.property(anyLinks, fc.integer({ min: 1, max: 40 }), (links, day) => {
        const lines = standingsOf(links, answers);
        const { waited, lastAskedOn } = reminderOf(lines, at(day));
        for (const line of lines)
          expect(waited.has(line.objectId)).toBe(line.state === "silent" && mayAnswer(line.latest, at(day)));
        expect(lastAskedOn !== null).toBe(lines.some(({ state }) => state === "silent"));
      }),
    );
  });

  test("go to whoever holds what was passed on, one mail each, nothing left out", () => {
    const asked = [
      { email: "x@exemple.fr", name: "X", objectIds: ["one", "two"] },
      { email: "y@exemple.fr", name: null, objectIds: ["three"] },
    ];
    fc.assert(
      fc.property(anyLinks, (links) => {
        const people = whoToRemind(links, asked, at(1));
        expect(new Set(people.map(({ email }) => email)).size).toBe(people.length);
        expect(people.flatMap(({ objectIds }) => objectIds).toSorted()).toEqual(["one", "three", "two"]);
        for (const { email, objectIds } of people)
          for (const id of objectIds) {
            const holders = links.filter((link) => link.objectId === id && link.passedFrom !== null && mayAnswer(link, at(1)));
            const isAsked = asked.some((each) => each.email === email && each.objectIds.includes(id));
            expect(holders.length === 0 ? isAsked : holders.some((holder) => holder.email === email)).toBe(true);
          }
      }),
    );
  });

  const isWorked = (day: Day): boolean => ![0, 6].includes(new Date(day).getUTCDay());
  test.each([
    ["two weeks and three days before", "2026-11-27", [14, 3], ["2026-11-13", "2026-11-24"]],
    ["a Sunday is brought back to Friday", "2026-11-29", [0], ["2026-11-27"]],
    ["two that fall on the same day are one", "2026-11-30", [1, 2, 3], ["2026-11-27"]],
    ["over the end of February of a leap year", "2028-03-07", [7], ["2028-02-29"]],
    ["over the hour that changes", "2026-10-28", [5], ["2026-10-23"]],
  ])("are due: %s", (_, closesOn, before, days) => {
    expect(reminderDays(Day.parse(closesOn), before, isWorked)).toEqual(days);
  });

  test("each is due once, on its day or on the first day after that someone looks", () => {
    const someDays = fc.uniqueArray(fc.integer({ min: 2, max: 28 }), { maxLength: 6 });
    fc.assert(
      fc.property(someDays, fc.uniqueArray(fc.integer({ min: 2, max: 31 }), { maxLength: 20 }), (due, looked) => {
        const days = due.map(dayIn).toSorted();
        let last = dayIn(1);
        const sent: Day[] = [];
        for (const day of looked.map(dayIn).toSorted()) {
          const reminder = reminderDue(days, day, last);
          if (reminder === null) continue;
          expect(reminder <= day).toBe(true);
          sent.push(reminder);
          last = day;
        }
        expect(new Set(sent).size).toBe(sent.length);
        const end = looked.map(dayIn).toSorted().at(-1);
        if (end !== undefined && days.some((day) => day <= end)) expect(sent.length).toBeGreaterThan(0);
      }),
    );
  });
});
