// The page begins here.
import { byId } from "./elements.js";
import { Embedded, unpack } from "./embedded.js";
import { Explorer } from "./explorer.js";
import { Served } from "./served.js";
import { showTrouble } from "./trouble.js";

/** Read what the page was given, and begin. */
export async function start() {
  const given = JSON.parse(byId("orggraph-data").textContent);
  if (given.mode !== "file") {
    await new Explorer(new Served()).begin();
    return;
  }
  const data = await unpack(given.data).catch(() => null);
  if (data) await new Explorer(new Embedded(data)).begin();
  else showTrouble(byId("trouble"), given.needs);
}

start();
