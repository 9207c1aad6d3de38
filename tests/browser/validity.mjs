// What the Nu Html Checker says of the pages.

import { spawnSync } from "node:child_process";
import vnuJar from "vnu-jar";

/** Checks the files of `targets` in one go: errors break the rule "validity", the rest are notes. */
export function validate(targets) {
  const args = ["-jar", String(vnuJar), "--format", "json", "--stdout", "--exit-zero-always"];
  const run = spawnSync("java", [...args, ...targets.map(({ file }) => file)], {
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
  });
  if (run.error || run.status !== 0) throw new Error(`the Nu Html Checker did not run: ${run.error ?? run.stderr}`);

  const names = new Map(targets.map(({ url, name }) => [url, name]));
  const findings = [];
  const notes = [];
  for (const message of JSON.parse(run.stdout).messages) {
    const name = names.get(message.url?.replace(/^file:\/*/, "file:///")) ?? message.url ?? "the checker";
    const line = message.lastLine ? ` (line ${message.lastLine})` : "";
    const extract = message.extract ? `: ${message.extract.trim().replace(/\s+/g, " ")}` : "";
    const detail = `${message.message}${line}${extract}`;
    const found = { name, rule: "validity", detail };
    // "error" and "non-document-error" fail; "info" covers warnings and remarks.
    (message.type === "info" ? notes : findings).push(found);
  }
  return { findings, notes };
}
