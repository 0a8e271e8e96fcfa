import { findAttendanceCode } from '#register';
import { CODES, SILENT, type Page } from '../sheet.ts';
import { FIRST_DAY, type CountrySchool } from './country.ts';

const SPACE = 32;
const MOST = 2 * 366;
const PRESENT = ['/', '.'].map((letter) => letter.charCodeAt(0));
const LATE = CODES.indexOf('L');
/** The letter of each of the demonstration’s marks; no mark is attended, which depends on the session. */
const LETTERS = Uint8Array.from(CODES, (code) => findAttendanceCode(code)?.letter.charCodeAt(0) ?? SPACE);

/** One child’s year in one school’s register: two letters a day from 1 September, and minutes late beside it. */
export class RegisterRow {
  private readonly letters = Buffer.alloc(MOST, SPACE);
  private reached = 0;
  /** Minutes late by place; a place that two spells tell of has those of the later one. */
  private readonly minutes = new Uint8Array(MOST);
  school: CountrySchool | undefined;

  begin(school: CountrySchool): void {
    this.letters.fill(SPACE, 0, this.reached);
    this.minutes.fill(0, 0, this.reached);
    this.school = school;
    this.reached = 0;
  }

  /** Takes over what a page of the demonstration’s register says. `L` is now and then told without its minutes. */
  write({ sheet, calendar, from, to }: Page, tellsMinutes: boolean): void {
    for (let place = from; place <= to; place += 1) {
      const at = 2 * ((calendar.days[place] ?? 0) - FIRST_DAY);
      const sessions = calendar.pmOpen[place] === 0 ? 1 : 2;
      for (let half = 0; half < sessions; half += 1) {
        const mark = sheet.marks[2 * place + half] ?? 0;
        if (mark === SILENT) continue;
        this.letters[at + half] = (mark === 0 ? PRESENT[half] : LETTERS[mark]) ?? SPACE;
        this.minutes[at + half] = mark === LATE && tellsMinutes ? (sheet.lateMinutes[2 * place + half] ?? 0) : 0;
      }
    }
    this.reached = Math.max(this.reached, 2 * ((calendar.days[to] ?? 0) - FIRST_DAY) + 2);
  }

  /** Minutes late as they are packed, of the mornings or of the afternoons. */
  late(half: 0 | 1): string {
    let text = '';
    for (let pos: number = half; pos < this.reached; pos += 2) {
      if (this.minutes[pos] !== 0) text += `${text === '' ? '' : ' '}${pos}:${this.minutes[pos]}`;
    }
    return text;
  }

  /** Puts a letter over the sessions of some days: all of them, or those that are marked already. */
  put(from: number, to: number, letter: string, onlyMarked = false): void {
    const code = letter.charCodeAt(0);
    const first = Math.max(0, 2 * (from - FIRST_DAY));
    const end = Math.min(MOST, 2 * (to - FIRST_DAY) + 2);
    for (let at = first; at < end; at += 1) {
      if (!onlyMarked || this.letters[at] !== SPACE) this.letters[at] = code;
    }
    if (end > first) this.reached = Math.max(this.reached, end);
  }

  /** The text as it is packed: without the empty days at its end. Empty where nothing was marked. */
  text(): string {
    let end = this.reached;
    while (end > 0 && this.letters[end - 1] === SPACE && this.letters[end - 2] === SPACE) end -= 2;
    return this.letters.toString('latin1', 0, end);
  }
}
