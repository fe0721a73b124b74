/**
 * A kind of letter that a feature sends, as it registers it. Its words are the feature's
 * `texts/<language>/letter-<name>.json`: subject, body, what its button says (`action`), and how it ends (`footer`).
 */
export type KindOfLetter = {
  name: string;
  /** What may stand in double braces in its words. */
  facts: readonly string[];
  /**
   * Nothing is lost without it, so that whoever it would go to may do without (letters/declining). Its words then say
   * what it is (`about`) and when it comes (`aboutHint`). Left out, it always comes.
   */
  mayBeDeclined?: true;
  /** That it was sent is its reader's alone, as it tells of something that nobody else knows of: no list shows it. */
  isPrivate?: true;
  /** A text, with its namespace, with which letters of several kinds end; left out, its own. */
  footer?: string;
};
