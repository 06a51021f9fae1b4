// The data of a page that is served: each question goes to the program that serves it.

/** A question that was answered with a sentence that says why not. */
export class Refusal extends Error {
  /**
   * @param {string} message the sentence
   * @param {Object} [told] the answer: what is wrong with the data, and the words to say so
   */
  constructor(message, { problems = [], words = null, language = null } = {}) {
    super(message);
    Object.assign(this, { problems, words, language });
  }
}

/** Asks the program that serves the page. */
export class Served {
  constructor() {
    this.isServed = true;
  }

  /**
   * Ask a question.
   * @param {string} name
   * @param {URLSearchParams} [query]
   * @returns {Promise<Object>} the answer; rejected with a Refusal where there is none
   */
  async ask(name, query = new URLSearchParams()) {
    const response = await this.get(name, query);
    const answer = await response.json().catch(() => ({ error: response.statusText }));
    if (!response.ok) throw new Refusal(answer.error ?? response.statusText, answer);
    return answer;
  }

  /**
   * Ask for a file.
   * @param {URLSearchParams} query
   * @returns {Promise<Blob>}
   */
  async file(query) {
    const response = await this.get("save", query);
    if (response.ok) return response.blob();
    const answer = await response.json().catch(() => ({}));
    throw new Refusal(answer.error ?? response.statusText);
  }

  get(name, query) {
    const words = query.toString();
    return fetch(`api/${name}${words ? `?${words}` : ""}`, { cache: "no-store" });
  }
}

/**
 * Ask again and again whether the data changed, while the page is visible.
 * @param {Served} served
 * @param {function({version: string, problems: ?Object[]}): void} tell gets each answer
 * @param {function(): void} lost is called when nothing answers
 * @param {number} [pause] milliseconds
 */
export function watchVersion(served, tell, lost, pause = 1500) {
  setInterval(async () => {
    if (document.hidden) return;
    try {
      tell(await served.ask("version"));
    } catch (error) {
      if (!(error instanceof Refusal)) lost();
    }
  }, pause);
}
