import type { Draft, Sentence } from '../draft/types.js';
import type { compilePatterns } from '../patterns/index.js';
import { readScopes } from './context.js';
import { type Before, completed, type Columns, type Measured, measure } from './measures/index.js';
import type { SentenceReading } from './types.js';

/** A sentence's reading with what the next ones may need of it. */
interface Remembered extends SentenceReading {
  readonly measured: Measured;
}

/** Sentences remembered before the oldest half is forgotten. */
const most = 20_000;
/** How many sentences back a comparison may reach. */
const onward = 3;

/**
 * Reads sentences, each once as long as its words stand. A reading depends on the words, the section's kind and, where
 * it completes a comparison, on what the sentences before it measured: a keystroke costs a sentence or two.
 */
export class SentenceReader {
  private fresh = new Map<string, Remembered>();
  private old = new Map<string, Remembered>();

  constructor(private readonly set: ReturnType<typeof compilePatterns>) {}

  /** One reading a sentence; `together` says which sentences speak with one another. */
  read(draft: Draft, together: (one: Sentence, other: Sentence) => boolean): SentenceReading[] {
    const { sentences } = draft;
    const written = sentences.map((sentence) => draft.text.slice(sentence.start, sentence.end));
    const alone = sentences.map((sentence, index) => this.alone(sentence, written[index]!));
    let columns: Columns | null = null;
    return sentences.map((sentence, index) => {
      const { measured } = alone[index]!;
      const isRow = sentence.text.startsWith('|');
      const above = isRow ? columns : null;
      columns = isRow ? (measured.columns ?? columns) : null;
      const halves =
        measured.halves.length === 0
          ? []
          : sentences
              .slice(Math.max(0, index - onward), index)
              .filter((other) => alone[other.index]!.measured.halves.length > 0 && together(other, sentence))
              .flatMap((other) => alone[other.index]!.measured.halves);
      return this.after(sentence, written[index]!, alone[index]!, { halves, columns: above });
    });
  }

  private alone(sentence: Sentence, written: string): Remembered {
    const key = `${sentence.section.kind}\n${written}`;
    return this.remembered(key, () => {
      const measured = measure(sentence.text, sentence.tokens);
      const scopes = readScopes(sentence.tokens, sentence.section.kind);
      return { ...this.set.read(sentence.tokens, measured.slots), scopes, measured };
    });
  }

  /** The sentence once more, where those before it hold the other half of what it compares. */
  private after(sentence: Sentence, written: string, reading: Remembered, before: Before): Remembered {
    if (before.halves.length === 0 && !before.columns) return reading;
    const shown = before.halves.map(({ role, value, unit, head }) => `${role} ${value} ${unit} ${head}`).join('|');
    const key = `${sentence.section.kind}\n${shown}\n${before.columns?.join() ?? ''}\n${written}`;
    return this.remembered(key, () => {
      const slots = completed(sentence.text, sentence.tokens, reading.measured, before);
      return slots ? { ...reading, ...this.set.read(sentence.tokens, slots) } : reading;
    });
  }

  private remembered(key: string, read: () => Remembered): Remembered {
    const reading = this.fresh.get(key) ?? this.old.get(key) ?? read();
    this.fresh.set(key, reading);
    if (this.fresh.size > most / 2) {
      this.old = this.fresh;
      this.fresh = new Map();
    }
    return reading;
  }
}
