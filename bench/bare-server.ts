// The least that Node can do: the same bytes and the same headers, from memory. Its ratio to a page is the cost of making the page.
import { createServer } from "node:http";
import { readFileSync } from "node:fs";

const [file = "", headers = "{}"] = process.argv.slice(2);
const body = readFileSync(file);
const answered: unknown = JSON.parse(headers);
const pairs = Object.entries(typeof answered === "object" && answered !== null ? answered : {}).map(
  ([name, value]) => [name, String(value)] as const,
);

const server = createServer((_, response) => {
  response.writeHead(200, Object.fromEntries(pairs));
  response.end(body);
});
server.listen(0, "localhost", () => {
  const address = server.address();
  if (address !== null && typeof address !== "string") process.stdout.write(`${address.port}\n`);
});
