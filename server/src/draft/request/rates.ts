import type { Line } from './line.js';
import { daysIn } from './units.js';

/** So many times a day, as the words from `first` up to `next` say. */
export interface Rate {
  readonly low: number;
  readonly high: number;
  readonly first: number;
  readonly next: number;
}

const abbreviations: Readonly<Record<string, number>> = {
  bid: 2,
  tid: 3,
  qid: 4,
  qod: 1 / 2,
  daily: 1,
  tiw: 3 / 7,
  biw: 2 / 7,
  qiw: 4 / 7,
  weekly: 1 / 7,
  monthly: 1 / 30,
  fortnight: 1 / 14,
};
const often: Readonly<Record<string, number>> = { once: 1, twice: 2, thrice: 3 };
const ordinals: Readonly<Record<string, number>> = { second: 2, '2nd': 2, third: 3, fourth: 4, fifth: 5, seventh: 7 };
const hoursAlone = new Set([3, 4, 6, 8, 12, 24, 72]);

/** Days in the unit at `i`, hours and minutes included; null where there is none. */
function unitDays(line: Line, i: number): number | null {
  const sense = line.sense(i);
  if (sense === 'hour') return 1 / 24;
  if (sense === 'minute') return 1 / 1440;
  return daysIn[sense] ?? (sense === 'nocturnal' && /^nights?$/.test(line.word(i)) ? 1 : null);
}

function every(days: { low: number; high: number }, first: number, next: number): Rate {
  return { low: 1 / days.high, high: 1 / days.low, first, next };
}

/** "q6h", "q4-6 hrs", "every 4 to 6 hours", "every other day", "every day". */
function interval(line: Line, i: number): Rate | null {
  const isQ = line.is(i, 'q');
  if (!isQ && !line.is(i, 'every')) return null;
  let at = line.skip(i + 1, '.', '-');
  if (line.is(at, 'other')) {
    const days = unitDays(line, at + 1) ?? (line.is(at + 1, 'morning', 'evening', 'am', 'pm') ? 1 : null);
    return days === null || days < 1 ? null : every({ low: 2 * days, high: 2 * days }, i, at + 2);
  }
  const ordinal = ordinals[line.word(at)];
  if (ordinal !== undefined) {
    const days = unitDays(line, at + 1);
    return days === null ? null : every({ low: ordinal * days, high: ordinal * days }, i, at + 2);
  }
  const amount = line.amount(at);
  if (amount && amount.low > 0) {
    at = line.skip(amount.next, '-', '.');
    const days = unitDays(line, at);
    if (days !== null) return every({ low: amount.low * days, high: amount.high * days }, i, line.skip(at + 1, '.'));
    if (isQ && hoursAlone.has(amount.high) && !line.is(at, 'time')) {
      return every({ low: amount.low / 24, high: amount.high / 24 }, i, amount.next);
    }
    return null;
  }
  const days = unitDays(line, at);
  if (days === null || (line.is(at, 'nocturnal') && isQ) || (line.word(at) === 'h' && !isQ)) return null;
  if (line.is(at, 'hour') && line.word(at + 1) === 'of') return null;
  return every({ low: days, high: days }, i, at + 1);
}

/** "4 hourly", "6-8 hourly", "hourly". */
function hourly(line: Line, i: number): Rate | null {
  if (/^(?:hourly|hrly)$/.test(line.word(i)) && !line.at(i - 1)?.value)
    return every({ low: 1 / 24, high: 1 / 24 }, i, i + 1);
  const amount = line.amount(i);
  const at = amount ? line.skip(amount.next, '-') : -1;
  if (!amount || amount.low <= 0 || !/^(?:hourly|hrly)$/.test(line.word(at))) return null;
  return every({ low: amount.low / 24, high: amount.high / 24 }, i, at + 1);
}

/** Index after "a day", "/wk", "per 24 hours", "daily" with the days in it; null where no such words stand at `i`. */
export function perUnit(line: Line, i: number): { days: number; next: number; bare: boolean } | null {
  const adverb = { daily: 1, weekly: 7, monthly: 30, nightly: 1 }[line.sense(i)];
  if (adverb !== undefined && !['qd', 'od', 'qday', 'qwk', 'qw'].includes(line.word(i)))
    return { days: adverb, next: i + 1, bare: true };
  let at = i;
  let linked = false;
  while (
    line.is(at, 'per', 'every') ||
    ['/', 'in', '-', 'times', 'x', 'the', 'within', 'over'].includes(line.word(at))
  ) {
    if (at - i >= 4) return null;
    if (line.word(at) !== '-') linked = true;
    at++;
  }
  const count = line.amount(at);
  if (count && linked && count.low === count.high && line.is(count.next, 'hour') && count.high === 24)
    return { days: 1, next: count.next + 1, bare: false };
  const days = unitDays(line, at);
  if (days === null || days < 1) return null;
  const short =
    line.at(at)!.text.length === 1 ||
    line.at(at)!.text === 'wk' ||
    line.at(at)!.text === 'day' ||
    line.at(at)!.text === 'week';
  return linked || short ? { days, next: at + 1, bare: !linked } : null;
}

/** "twice a day", "3 times daily", "2-3x/day", "up to 4 times a day", "4/day", "once weekly". */
function counted(line: Line, i: number): Rate | null {
  const word = often[line.sense(i)];
  if (word !== undefined) {
    let most = { low: word, high: word, next: i + 1 };
    if (['or', 'to', '-'].includes(line.word(i + 1)) && often[line.sense(i + 2)] !== undefined) {
      most = { low: word, high: often[line.sense(i + 2)]!, next: i + 3 };
    } else if (
      ['or', 'to', '-'].includes(line.word(i + 1)) &&
      line.number(i + 2) &&
      line.is(line.number(i + 2)!.next, 'time')
    ) {
      const more = line.number(i + 2)!;
      most = { low: word, high: more.value, next: more.next + 1 };
    }
    const unit = perUnit(line, line.skip(most.next, '-'));
    return unit ? { low: most.low / unit.days, high: most.high / unit.days, first: i, next: unit.next } : null;
  }
  const amount = line.amount(i);
  if (!amount || amount.high > 30) return null;
  let at = line.skip(amount.next, '-');
  const times = line.is(at, 'time');
  if (times) at++;
  const unit = perUnit(line, line.skip(at, '-'));
  if (!unit || (!times && (unit.bare || line.is(at, 'every')))) return null;
  if (line.word(i - 1) === '/' && line.at(i - 2)?.kind === 'number') return null;
  return { low: amount.low / unit.days, high: amount.high / unit.days, first: i, next: unit.next };
}

/** "in 3 divided doses", "divided into 3". */
function divided(line: Line, i: number): Rate | null {
  if (line.word(i) !== 'divided' && line.word(i) !== 'in') return null;
  const at = line.word(i) === 'divided' ? line.skip(i + 1, 'into', 'in') : i + 1;
  const amount = line.amount(at);
  if (!amount) return null;
  if (line.word(i) === 'divided')
    return at > i + 1
      ? { ...amount, first: i, next: line.is(amount.next, 'dose') ? amount.next + 1 : amount.next }
      : null;
  return line.word(amount.next) === 'divided' && line.is(amount.next + 1, 'dose')
    ? { ...amount, first: i, next: amount.next + 2 }
    : null;
}

/** "12 hours on, 12 hours off": one patch a day. */
function onOff(line: Line, i: number): Rate | null {
  const words: string[] = [];
  let next = i;
  for (let at = i; at < Math.min(line.length, i + 14) && words.length < 4; at++) {
    const word = line.word(at);
    if (at === i && line.is(at, 'q')) continue;
    if (word === 'on' || word === 'off') words.push(word);
    else if (line.at(at)!.kind === 'number' && line.at(at)!.value === 12) words.push('12');
    else if (
      !line.is(at, 'hour', 'and', 'for', 'to') &&
      !['/', ',', '-', ';', '(', ')', '&', 'then', '.'].includes(word)
    )
      break;
    next = at + 1;
  }
  const said = words.join(' ');
  return said === '12 on 12 off' || said === 'on 12 off 12' ? { low: 1, high: 1, first: i, next } : null;
}

/** "12 hours per day": one patch a day. */
function hoursADay(line: Line, i: number): Rate | null {
  const amount = line.amount(i);
  if (!amount || !line.is(amount.next, 'hour')) return null;
  const unit = perUnit(line, amount.next + 1);
  return unit && !unit.bare && unit.days === 1 && amount.high >= 6
    ? { low: 1, high: 1, first: i, next: unit.next }
    : null;
}

const week = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** "Monday, Wednesday and Friday", "MWF", "alternate days". */
function certainDays(line: Line, i: number): Rate | null {
  if (line.is(i, 'alternate') && line.is(line.skip(i + 1, '-'), 'day'))
    return { low: 0.5, high: 0.5, first: i, next: i + 2 };
  if (line.word(i) === 'mwf') return { low: 3 / 7, high: 3 / 7, first: i, next: i + 1 };
  const named = new Set<string>();
  const through =
    line.is(i, 'weekday') && ['-', 'to', 'through', 'thru'].includes(line.word(i + 1)) && line.is(i + 2, 'weekday');
  if (through) {
    const [from, to] = [i, i + 2].map((at) => week.findIndex((day) => day.startsWith(line.word(at).slice(0, 3))));
    const count = from! <= to! ? to! - from! + 1 : to! - from! + 8;
    return { low: count / 7, high: count / 7, first: i, next: i + 3 };
  }
  let next = i;
  for (let at = i; at < Math.min(line.length, i + 14); at++) {
    const word = line.word(at).replace(/s$/, '');
    const day = week.find((each) => each === word || (word.length >= 3 && word.length <= 5 && each.startsWith(word)));
    if (day && line.is(at, 'weekday')) {
      named.add(day);
      next = at + 1;
    } else if (at === i || !(line.is(at, 'and') || [',', '/', '-', '&'].includes(word))) break;
  }
  return named.size > 0 ? { low: named.size / 7, high: named.size / 7, first: i, next } : null;
}

function abbreviated(line: Line, i: number): Rate | null {
  const value = abbreviations[line.sense(i)];
  if (value === undefined) return null;
  const link = line.skip(i + 1, '-', '/', 'to', 'or');
  const other = link > i + 1 ? abbreviations[line.sense(link)] : undefined;
  if (other !== undefined && other > value) return { low: value, high: other, first: i, next: link + 1 };
  return { low: value, high: value, first: i, next: i + 1 };
}

/** "… tablets a day", "/day" after a number of units: that many at once, once a day. */
function aDay(line: Line, i: number): Rate | null {
  if (!(line.is(i, 'per') || line.word(i) === '/')) return null;
  const unit = perUnit(line, i);
  return unit ? { low: 1 / unit.days, high: 1 / unit.days, first: i, next: unit.next } : null;
}

const readers = [onOff, hoursADay, interval, hourly, counted, divided, certainDays, abbreviated];

/** The rate that begins at piece `i`, or null. `unitBefore`: a number of units stands just before it. */
export function rateAt(line: Line, i: number, unitBefore: boolean): Rate | null {
  if (!line.free(i)) return null;
  for (const read of unitBefore ? [aDay, ...readers] : readers) {
    const found = read(line, i);
    if (found && allFree(line, found)) return found;
  }
  return null;
}

function allFree(line: Line, rate: Rate): boolean {
  for (let i = rate.first; i < rate.next; i++) if (!line.free(i)) return false;
  return true;
}
