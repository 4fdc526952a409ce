import fc from "fast-check";
import { expect, test } from "vitest";
import { pageAfter, readCursor, writeCursor, type Page } from "./turn-pages.ts";

const id = (item: string): string => item;

test("pages hold everything once, in order", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.uuid()), fc.integer({ min: 1, max: 7 }), (ids, limit) => {
      const all = ids.toSorted();
      const seen: string[] = [];
      for (let after: string | null = null; ;) {
        const page: Page<string> = pageAfter(all, id, after, limit);
        seen.push(...page.items);
        after = page.last;
        if (after === null) break;
      }
      expect(seen).toEqual(all);
    }),
  );
});

test("what changes between two pages neither duplicates nor loses another", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.uuid(), { minLength: 2 }),
      fc.uniqueArray(fc.uuid(), { maxLength: 5 }),
      fc.integer({ min: 1, max: 4 }),
      fc.nat(),
      (ids, added, limit, which) => {
        const before = ids.toSorted();
        const first = pageAfter(before, id, null, limit);
        const removed = before[which % before.length];
        const after = [...new Set([...before.filter((each) => each !== removed), ...added])].toSorted();
        const rest = first.last === null ? [] : pageAfter(after, id, first.last, 1_000).items;
        const seen = [...first.items, ...rest];
        expect(new Set(seen).size).toBe(seen.length);
        if (first.last !== null)
          for (const each of before) if (each !== removed && !seen.includes(each)) throw new Error(`${each} was lost`);
      },
    ),
  );
});

test.each(["", "200068377", "200068377.", "x.01920000-0000-7000-8000-000000000001", "200068377.../etc/passwd"])(
  "%j is no cursor of ours",
  (text) => {
    expect(readCursor(text)).toBeNull();
  },
);

test("a cursor is read as it is written", () => {
  const cursor = { siren: "200068377", after: "01920000-0000-7000-8000-000000000001" };
  expect(readCursor(writeCursor(cursor))).toEqual(cursor);
});
