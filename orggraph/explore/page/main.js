// The page begins here.
import { byId } from "./elements.js";
import { Embedded, unpack } from "./embedded.js";
import { Explorer } from "./explorer.js";
import { Served } from "./served.js";

/** Read what the page was given, and begin. */
export async function start() {
  const given = JSON.parse(byId("orggraph-data").textContent);
  const isFile = given.mode === "file";
  const backend = isFile ? new Embedded(await unpack(given.data)) : new Served();
  await new Explorer(backend).begin();
}

start();
