import type { PathStep } from './json-path.ts';

/** One record's own text, or what is wrong with it. */
export interface RecordHandler {
  readonly record: (text: string, ordinal: number) => void;
  readonly reject: (reason: string, excerpt: string, ordinal: number) => void;
}

const RECORD_LIMIT = 64 * 1024 * 1024;
const EXCERPT_LENGTH = 200;
/** Characters of a key, its quotes and the white space after it. */
const KEY_LIMIT = 20_000;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;

interface Frame {
  readonly kind: 'object' | 'array';
  /** Steps of the path that lead to this container. */
  readonly matched: number;
  /** Steps that the value after the key just read has; -1: it lies aside. */
  next: number;
  /** Whether a value may begin here; in an object only after its key. */
  expectsValue: boolean;
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09 || code === 0xfeff;
}

/**
 * Divides a stream of JSON into the texts of its records, wherever a path says that they lie, holding one record at a
 * time. Without a path the elements of an array are the records, or else each value of the stream.
 */
export class JsonSplitter {
  readonly #handler: RecordHandler;
  #steps: readonly PathStep[] | undefined;
  #text = '';
  #position = 0;
  #frames: Frame[] = [];
  #ordinal = 0;
  /** Where the value being read starts; -1: none is. */
  #valueStart = -1;
  #isWanted = false;
  #depth = 0;
  #isInString = false;
  #hasFailed = false;

  constructor(steps: readonly PathStep[] | undefined, handler: RecordHandler) {
    this.#steps = steps;
    this.#handler = handler;
  }

  push(chunk: string): void {
    if (this.#hasFailed) return;
    const keepFrom = this.#valueStart >= 0 && this.#isWanted ? this.#valueStart : this.#position;
    this.#text = this.#text.slice(keepFrom) + chunk;
    this.#position -= keepFrom;
    if (this.#valueStart >= 0) this.#valueStart = this.#isWanted ? 0 : this.#position;
    this.#run(false);
    if (this.#valueStart >= 0 && this.#isWanted && this.#text.length - this.#valueStart > RECORD_LIMIT) {
      this.#handler.reject('the record has more than 64 MB', this.#excerpt(this.#valueStart), ++this.#ordinal);
      this.#isWanted = false;
    }
  }

  end(): void {
    if (this.#hasFailed) return;
    this.#run(true);
    if (this.#hasFailed) return;
    if (this.#valueStart >= 0 || this.#frames.length > 0) this.#fail('the file ends in the middle of a record');
  }

  #excerpt(from: number): string {
    return this.#text.slice(from, from + EXCERPT_LENGTH);
  }

  #fail(reason: string): void {
    this.#handler.reject(
      reason,
      this.#excerpt(Math.max(0, this.#valueStart < 0 ? this.#position : this.#valueStart)),
      ++this.#ordinal,
    );
    this.#hasFailed = true;
    this.#text = '';
  }

  #run(isLast: boolean): void {
    while (!this.#hasFailed && this.#position < this.#text.length) {
      const isMoving = this.#valueStart >= 0 ? this.#continueValue(isLast) : this.#seek(isLast);
      if (!isMoving) return;
    }
  }

  /** Reads the structure around records. False: more text is needed. */
  #seek(isLast: boolean): boolean {
    const code = this.#text.charCodeAt(this.#position);
    const frame = this.#frames.at(-1);
    if (isSpace(code)) this.#position++;
    else if (code === COMMA && frame !== undefined) {
      frame.expectsValue = frame.kind === 'array';
      this.#position++;
    } else if (
      (code === CLOSE_BRACE && frame?.kind === 'object') ||
      (code === CLOSE_BRACKET && frame?.kind === 'array')
    ) {
      this.#frames.pop();
      this.#position++;
    } else if (frame?.kind === 'object' && !frame.expectsValue) return this.#readKey(frame, isLast);
    else if (frame !== undefined && !frame.expectsValue) this.#fail('the file is not JSON');
    else this.#startValue(code, frame);
    return true;
  }

  #readKey(frame: Frame, isLast: boolean): boolean {
    const found = /^"((?:[^"\\]|\\.)*)"\s*:/u.exec(this.#text.slice(this.#position, this.#position + KEY_LIMIT));
    if (found === null) {
      const isCut = this.#text.charCodeAt(this.#position) === QUOTE && this.#text.length - this.#position < KEY_LIMIT;
      if (isLast || !isCut) this.#fail('the file is not JSON');
      return false;
    }
    const step = this.#steps?.[frame.matched];
    frame.next =
      frame.matched >= 0 && step?.kind === 'key' && step.name === unescapeKey(found[1] ?? '') ? frame.matched + 1 : -1;
    frame.expectsValue = true;
    this.#position += found[0].length;
    return true;
  }

  #startValue(code: number, frame: Frame | undefined): void {
    if (frame === undefined && code !== OPEN_BRACE && code !== OPEN_BRACKET) {
      this.#fail('the file is not JSON');
      return;
    }
    this.#steps ??= code === OPEN_BRACKET ? [{ kind: 'each' }] : [];
    const steps = this.#steps;
    let matched =
      frame === undefined ? 0 : frame.kind === 'object' ? frame.next : frame.matched >= 0 ? frame.matched + 1 : -1;
    if (frame !== undefined) frame.expectsValue = false;
    // A single value where the path asks for elements is a list of one.
    if (code !== OPEN_BRACKET && steps[matched]?.kind === 'each') matched++;
    const step = steps[matched];
    if (code === OPEN_BRACE && step?.kind === 'key') {
      this.#frames.push({ kind: 'object', matched, next: -1, expectsValue: false });
      this.#position++;
    } else if (code === OPEN_BRACKET && step?.kind === 'each') {
      this.#frames.push({ kind: 'array', matched, next: -1, expectsValue: true });
      this.#position++;
    } else if (code === COMMA || code === COLON || code === CLOSE_BRACE || code === CLOSE_BRACKET)
      this.#fail('the file is not JSON');
    else {
      this.#isWanted = matched === steps.length;
      this.#valueStart = this.#position;
      this.#depth = 0;
      this.#isInString = false;
    }
  }

  /** Reads on to the end of a value. False: more text is needed. */
  #continueValue(isLast: boolean): boolean {
    const text = this.#text;
    let position = this.#position;
    let depth = this.#depth;
    for (; position < text.length; position++) {
      if (this.#isInString) {
        this.#depth = depth;
        position = this.#endOfString(position);
        if (position < 0) return false;
        this.#isInString = false;
        if (depth === 0) {
          this.#endValue(position + 1);
          return true;
        }
        continue;
      }
      const code = text.charCodeAt(position);
      if (code === QUOTE) this.#isInString = true;
      else if (code === OPEN_BRACE || code === OPEN_BRACKET) depth++;
      else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) {
        if (depth === 0) {
          this.#endValue(position);
          return true;
        }
        if (--depth === 0) {
          this.#endValue(position + 1);
          return true;
        }
      } else if (depth === 0 && (code === COMMA || isSpace(code))) {
        this.#endValue(position);
        return true;
      }
    }
    this.#position = position;
    this.#depth = depth;
    if (isLast && depth === 0 && !this.#isInString) {
      this.#endValue(position);
      return true;
    }
    return false;
  }

  /** The position of the quote that ends a string, or -1 where it has not arrived; then reading resumes at `#position`. */
  #endOfString(from: number): number {
    const text = this.#text;
    for (let quote = text.indexOf('"', from); quote >= 0; quote = text.indexOf('"', quote + 1)) {
      if (backslashesBefore(text, quote, from) % 2 === 0) return quote;
    }
    this.#position = text.length - backslashesBefore(text, text.length, from);
    return -1;
  }

  #endValue(end: number): void {
    const start = this.#valueStart;
    this.#position = end;
    this.#valueStart = -1;
    if (this.#isWanted) this.#handler.record(this.#text.slice(start, end), ++this.#ordinal);
  }
}

function backslashesBefore(text: string, end: number, start: number): number {
  let position = end;
  while (position > start && text.charCodeAt(position - 1) === BACKSLASH) position--;
  return end - position;
}

function unescapeKey(key: string): string {
  try {
    return JSON.parse(`"${key}"`) as string;
  } catch {
    return key;
  }
}
