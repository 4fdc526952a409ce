import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/** What a package offers, in Markdown: each documented export of its folders, its declaration without what it does, and its words. */
export function referenceOf(folder: string, title: string): string {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => /^[^.]+\.ts$/.test(path) && path.includes("/") && !/^(cli|storage)\/|node_modules/.test(path))
    .toSorted();
  const chapters = files.flatMap((path) => {
    const text = readFileSync(join(folder, path), "utf8");
    const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
    const entries = source.statements.flatMap((statement) => entryOf(statement, source));
    return entries.length === 0 ? [] : [`## ${path}\n\n${entries.join("\n")}`];
  });
  return `# ${title}\n\nMade from the code, as it says itself; a test keeps it so. The tour is in [README.md](README.md).\n\n${chapters.join("\n")}`;
}

function entryOf(statement: ts.Statement, source: ts.SourceFile): readonly string[] {
  const isExported =
    ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
  const words = wordsOf(statement);
  const declared = declarationOf(statement, source);
  if (isExported !== true || words === undefined || declared === undefined) return [];
  return [`### ${declared.name}\n\n\`\`\`ts\n${declared.code}\n\`\`\`\n\n${words}\n`];
}

function declarationOf(
  statement: ts.Statement,
  source: ts.SourceFile,
): { readonly name: string; readonly code: string } | undefined {
  const until = (end: number): string =>
    source.text
      .slice(statement.getStart(source), end)
      .replace(/^export /, "")
      .trim();
  if (ts.isFunctionDeclaration(statement) && statement.name !== undefined)
    return { name: statement.name.text, code: until(statement.body?.getStart(source) ?? statement.end) };
  if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement))
    return { name: statement.name.text, code: until(statement.end) };
  if (ts.isClassDeclaration(statement) && statement.name !== undefined)
    return { name: statement.name.text, code: until(statement.members.pos).replace(/\s*\{$/, "") };
  const [constant] = ts.isVariableStatement(statement) ? statement.declarationList.declarations : [];
  if (constant === undefined || !ts.isIdentifier(constant.name)) return undefined;
  const { initializer, type, name } = constant;
  const end =
    initializer !== undefined && ts.isArrowFunction(initializer) ? initializer.body.getStart(source) : (type ?? name).end;
  return { name: name.text, code: until(end).replace(/ =>$/, "") };
}

/** What is said before a declaration, its tags as a list. */
function wordsOf(statement: ts.Statement): string | undefined {
  const said = ts.getJSDocCommentsAndTags(statement).find(ts.isJSDoc);
  if (said === undefined) return undefined;
  const plain = (comment: ts.JSDoc["comment"]): string =>
    (ts.getTextOfJSDocComment(comment) ?? "").replaceAll(/\s*\n\s*(?!\n)/g, " ").trim();
  const tags = (said.tags ?? []).map((tag) => {
    const name = ts.isJSDocParameterTag(tag) ? ` \`${tag.name.getText()}\`` : "";
    return `- ${tag.tagName.text}${name}: ${plain(tag.comment)}`;
  });
  return [plain(said.comment), tags.join("\n")].filter((part) => part !== "").join("\n\n");
}
