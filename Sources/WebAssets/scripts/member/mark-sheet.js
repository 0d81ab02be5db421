import { Choice } from "../../ballot/choice.js";

/** What a member has filled in: kept on the device at every tap, sealed and sent by nothing here. */
export class MarkSheet {
  #session;
  #failed;
  #saving = null;
  #isStale = false;

  /** How often something was tapped. */
  changes = 0;

  /** @param {import("../../ballot/ballot.js").VotingSession} session @param {(error: Error) => void} failed */
  constructor(session, failed) {
    this.#failed = failed;
    this.manifest = session.manifest;
    this.#read(session);
  }

  /**
   * Takes over what the device kept last, in another tab perhaps; but not over what was tapped here meanwhile.
   * @param {number} changes how many there were when the device was asked
   */
  adopt(session, changes) {
    if (this.#saving || this.changes !== changes) this.#session = session;
    else this.#read(session);
  }

  #read(session) {
    this.#session = session;
    this.marks = session.marks ?? new Array(this.manifest.contests.length).fill(Choice.blank);
  }

  /** The places of one unit's marks. @param {number} unit @returns {number[]} */
  contestsOf(unit) {
    const { length } = this.manifest.criteria;
    return this.manifest.criteria.map((_, criterion) => unit * length + criterion);
  }

  /** @param {number} unit @returns {number[]} */
  marksOf(unit) {
    return this.contestsOf(unit).map((contest) => this.marks[contest]);
  }

  /** @param {number} unit */
  isComplete(unit) {
    return !this.marksOf(unit).includes(Choice.blank);
  }

  /** How many places have this mark. @param {number} choice */
  count(choice) {
    return this.marks.filter((mark) => mark === choice).length;
  }

  /** The first unit with a blank; the first of all if there is none. */
  get firstOpenUnit() {
    return Math.max(0, this.manifest.units.findIndex((_, unit) => !this.isComplete(unit)));
  }

  /** @param {number[]} contests @param {number} choice */
  set(contests, choice) {
    for (const contest of contests) this.marks[contest] = choice;
    this.changes += 1;
    this.#isStale = true;
    this.#saving ??= this.#save();
  }

  /** Ends when everything that was tapped is kept. */
  async settled() {
    await this.#saving;
  }

  async #save() {
    try {
      while (this.#isStale) {
        this.#isStale = false;
        await this.#session.keepMarks([...this.marks]);
      }
    } catch (error) {
      this.#failed(error);
    } finally {
      this.#saving = null;
    }
  }
}
