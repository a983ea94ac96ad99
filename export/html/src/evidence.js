/**
 * The sentences behind relations: the second document of the page, read when first asked for.
 *
 * @typedef {object} EvidenceClaim
 * @property {string} predicate  as written
 * @property {string} eventDate  EDTF
 * @property {string} statementDate
 * @property {{entity: number, name: string, cue: string}[]} attribution  outermost first
 * @property {{role: string, entity: number, text: string}[]} qualifiers
 * @property {number[]} spans  of subject, predicate and object in `sentence`: begin, end; 0, 0 unknown
 * @property {string} sentence
 * @property {Article} article
 *
 * @typedef {object} Article
 * @property {string} key
 * @property {string} title
 * @property {string} outlet
 * @property {string} published  EDTF
 * @property {string} author
 * @property {string} url  http(s), or empty
 */

/** @param {any[]} flat @param {number} width @param {(row: any[]) => any} make */
function inRows(flat, width, make) {
  const rows = [];
  for (let i = 0; i < flat.length; i += width) rows.push(make(flat.slice(i, i + width)));
  return rows;
}

export class Evidence {
  /** @param {() => string} text  gives the JSON document */
  constructor(text) {
    this.text = text;
    /** @type {any} */
    this.data = null;
  }

  /** @param {number} relation @returns {EvidenceClaim[]} */
  claims(relation) {
    this.data ??= JSON.parse(this.text());
    return this.data.claims[relation].map((/** @type {any[]} */ row) => {
      const [sentence, predicate, eventDate, statementDate, attribution, qualifiers, spans] = row;
      const [article, text] = this.data.sentences[sentence];
      const [key, title, outlet, published, author, url] = this.data.articles[article];
      return {
        predicate, eventDate, statementDate, spans, sentence: text,
        attribution: inRows(attribution, 3, ([entity, name, cue]) => ({ entity, name, cue })),
        qualifiers: inRows(qualifiers, 3, ([role, entity, text]) => ({ role, entity, text })),
        article: { key, title, outlet, published, author, url },
      };
    });
  }
}
