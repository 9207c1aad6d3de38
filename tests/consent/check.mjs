// node check.mjs EXPORTS: looks at every charter under the folder EXPORTS in every consent tool, and says what is wrong.

import { chartersUnder, inspect } from "./inspect.mjs";

const charters = chartersUnder(process.argv[2]);
const { seen, findings } = await inspect(charters);
for (const finding of findings) console.log(`  ${finding}`);
const verdict = findings.length === 0 ? "Nothing is wrong" : `${findings.length} defects`;
console.log(`${verdict}: ${charters.length} charters, ${seen} configurations loaded by their tools.`);
process.exitCode = findings.length === 0 && charters.length > 0 ? 0 : 1;
