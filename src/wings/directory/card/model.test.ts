import { expect, test } from "vitest";
import { Round } from "./model.ts";

const round = (from: string) => Round.shape.from.safeParse(from);

test.each([
  ["9h", "09:00"],
  ["14 h 30", "14:30"],
  ["9:05", "09:05"],
  ["09:00", "09:00"],
])("the time of a round is read as people write it: %s", (written, kept) => expect(round(written)).toMatchObject({ data: kept }));

test.each(["25h", "9h75", "le matin", ""])("what is no time is refused: %j", (written) =>
  expect(round(written).success).toBe(false),
);
