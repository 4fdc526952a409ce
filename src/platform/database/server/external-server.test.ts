import { expect, test } from "vitest";
import { checkExternalServer, judge } from "./external-server.ts";

test.each([
  ["version 14", { version: 14_00_11, encoding: "UTF8" }, /est en version 14.*15 ou une plus récente/],
  ["Latin-1", { version: 15_00_18, encoding: "LATIN1" }, /codée en LATIN1/],
])("a server of %s is refused", (_name, facts, sentence) => {
  expect(judge(facts, "serveur:5432")?.message).toMatch(sentence);
});

test.each([15_00_00, 18_00_04])("version number %i passes", (version) => {
  expect(judge({ version, encoding: "UTF8" }, "serveur:5432")).toBeUndefined();
});

test.each(["localhost/maillage", "mysql://a:secret@serveur/base", "postgres://a:secret@serveur:port/base"])(
  "%s is not an address, and the refusal does not repeat the password",
  async (url) => {
    const refusal = await checkExternalServer(url).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ name: "StartRefusal", message: expect.stringContaining("n'est pas l'adresse") });
    expect(JSON.stringify(refusal, Object.getOwnPropertyNames(refusal))).not.toContain("secret");
  },
);

test("a server that does not answer is named, without the password", async () => {
  const refusal = await checkExternalServer("postgres://moi:secret@127.0.0.1:1/base").catch((error: unknown) => error);
  expect(refusal).toMatchObject({
    name: "StartRefusal",
    message: expect.stringMatching(/127\.0\.0\.1:1, base «\u202fbase\u202f».*ECONNREFUSED/),
  });
});
