// What is wrong with the data, and which seats are filled.
import { make } from "./elements.js";
import { severityWord } from "./details.js";
import { say } from "./words.js";

const SEAT_SIGNS = { filled: "●", vacant: "○", unknown: "?" };

/**
 * Show the results of the checks.
 * @param {HTMLElement} panel
 * @param {Object} checks the answer to `checks`
 * @param {function(string): void} pick
 */
export function showChecks(panel, checks, pick) {
  const { verified = 0, not_found: lost = 0, ambiguous = 0, unchecked = 0 } = checks.evidence ?? {};
  const proof = [
    [say("explore-verified"), verified, "verified"],
    [say("explore-not-found"), lost, "not_found"],
    [say("explore-ambiguous"), ambiguous, "ambiguous"],
    [say("explore-unchecked"), unchecked, "unchecked"],
  ];
  panel.replaceChildren(
    make("h2", {}, say("explore-findings")),
    ...(checks.notice ? [make("p", {}, checks.notice)] : []),
    checks.findings.length || checks.notice
      ? make(
          "ul",
          { class: "plain findings" },
          checks.findings.map((finding) => findingItem(finding, pick)),
        )
      : make("p", { class: "tone-good" }, `✓ ${say("explore-no-findings")}`),
    make("h2", {}, say("explore-evidence")),
    make(
      "dl",
      { class: "tally" },
      proof.map(([label, count, status]) =>
        make(
          "div",
          { class: count ? `status-${status}` : "none" },
          make("dt", {}, label),
          make("dd", {}, String(count)),
        ),
      ),
    ),
    ...(checks.seats.length
      ? [make("h2", {}, say("explore-seats")), seatList(checks.seats, pick)]
      : []),
  );
}

function findingItem({ code, severity, message, explanation, subjects }, pick) {
  const word = make("span", { class: "badge-word" }, severityWord(severity));
  const text = make("span", {}, ` ${message} `);
  const [first] = subjects ?? [];
  const line = first
    ? make(
        "button",
        { type: "button", class: "row", onclick: () => pick(`node:${first}`) },
        make("span", {}, word, text, make("code", {}, code)),
      )
    : make("p", {}, word, text, make("code", {}, code));
  return make(
    "li",
    { class: `severity-${severity}` },
    line,
    explanation ? make("p", { class: "quiet" }, explanation) : null,
  );
}

function seatList(seats, pick) {
  const bodies = new Map();
  for (const seat of seats) bodies.set(seat.body, [...(bodies.get(seat.body) ?? []), seat]);
  return make(
    "ul",
    { class: "plain seats" },
    [...bodies].map(([body, some]) =>
      make(
        "li",
        {},
        make(
          "button",
          { type: "button", class: "ref", onclick: () => pick(`node:${body}`) },
          some[0].body_name,
        ),
        make("ul", { class: "plain" }, some.map(seatItem)),
      ),
    ),
  );
}

function seatItem({ seat, filled, count, state, state_label: label }) {
  return make(
    "li",
    { class: `seat state-${state}` },
    make("span", { class: "seat-name" }, seat),
    make("span", { class: "count" }, `${filled} / ${count}`),
    make(
      "span",
      { class: "state" },
      make("span", { "aria-hidden": "true" }, `${SEAT_SIGNS[state] ?? "?"} `),
      label ?? state,
    ),
  );
}
