/**
 * All phrases that a cue's words stand for: `(a | b)` one of several, each of which may hold groups again, `x?` may be
 * absent. A lone `?` is the mark itself. Throws on an open group, naming the words.
 */
export function expand(words: string): string[] {
  const reader = { words, at: 0 };
  const phrases = choices(reader);
  if (reader.at < words.length) throw new Error(`cue "${words}": ")" without "("`);
  return [...new Set(phrases)].filter((phrase) => phrase !== '');
}

interface Reader {
  readonly words: string;
  at: number;
}

/** Sequences parted by `|`, up to a closing bracket or the end. */
function choices(reader: Reader): string[] {
  const found = sequence(reader);
  while (reader.words[reader.at] === '|') {
    reader.at++;
    found.push(...sequence(reader));
  }
  return found;
}

function sequence(reader: Reader): string[] {
  const { words } = reader;
  let phrases = [''];
  for (;;) {
    while (words[reader.at] === ' ') reader.at++;
    const unit = words[reader.at];
    if (unit === undefined || unit === '|' || unit === ')') return phrases;
    const parts = unit === '(' ? group(reader) : [word(reader)];
    if (words[reader.at] === '?') {
      reader.at++;
      parts.push('');
    }
    phrases = phrases.flatMap((phrase) => parts.map((part) => `${phrase} ${part}`.trim()));
  }
}

function group(reader: Reader): string[] {
  reader.at++;
  const parts = choices(reader);
  if (reader.words[reader.at] !== ')') throw new Error(`cue "${reader.words}": "(" without ")"`);
  reader.at++;
  return parts;
}

function word(reader: Reader): string {
  const from = reader.at++;
  while (reader.at < reader.words.length && !' ?()|'.includes(reader.words[reader.at]!)) reader.at++;
  return reader.words.slice(from, reader.at);
}
