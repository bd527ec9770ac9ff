import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import { SourceError } from './source.ts';
import { detectEncoding, encodingLabel } from './text-input.ts';

/** An element without its namespace prefix. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Its own text and that of its descendants, as written. */
  readonly text: string;
}

const SIZE_LIMIT = 16 * 1024 * 1024;
const DEPTH_LIMIT = 100;

interface MutableElement extends XmlElement {
  readonly children: MutableElement[];
  text: string;
}

/** Decodes by byte order mark, then NUL bytes, then the XML declaration, then UTF-8; windows-1252 where it is none of these. */
function decodeXml(bytes: Buffer, file: string): string {
  const declared = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/u.exec(bytes.toString('latin1', 0, 200))?.[1];
  const label = declared === undefined ? undefined : encodingLabel(declared, file);
  const { encoding, bomLength } = detectEncoding(bytes, label);
  const text = bytes.subarray(bomLength);
  return new TextDecoder(encoding === 'utf-8' && !isUtf8(text) ? 'windows-1252' : encoding).decode(text);
}

/**
 * Reads a small XML file as a tree. Nothing is fetched and no entity but XML's own five is known; a document type
 * declaration is refused. `onError` takes what is not well-formed and reading goes on; without it that is refused.
 */
export function readXml(bytes: Buffer, file: string, onError?: (message: string, line: number) => void): XmlElement {
  if (bytes.length > SIZE_LIMIT) throw new SourceError('the XML file has more than 16 MB', { file });
  const parser = new SaxesParser({ xmlns: false, position: true });
  const root: MutableElement = { name: '', attributes: {}, children: [], text: '' };
  const open: MutableElement[] = [root];
  parser.on('doctype', () => {
    throw new SourceError('the XML file has a document type declaration', {
      file,
      line: parser.line,
      mend: 'remove the <!DOCTYPE …>',
    });
  });
  parser.on('error', (error) => {
    const message = error.message.replace(/^[^ ]*\d+:\d+: /u, '').replace(/\.$/u, '');
    if (onError === undefined) {
      throw new SourceError(`not well-formed XML (${message})`, {
        file,
        line: parser.line,
        mend: 'export the archive again or correct the file',
      });
    }
    onError(message, parser.line);
  });
  parser.on('opentag', (tag) => {
    if (open.length > DEPTH_LIMIT) throw new SourceError('the XML is nested too deeply', { file, line: parser.line });
    const attributes = Object.fromEntries(
      Object.entries(tag.attributes).map(([name, value]) => [localName(name), value]),
    );
    const element: MutableElement = { name: localName(tag.name), attributes, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  const addText = (text: string): void => {
    const current = open.at(-1);
    if (current !== undefined) current.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const closed = open.pop();
    if (closed !== undefined) addText(closed.text);
  });
  parser.write(decodeXml(bytes, file)).close();
  const [element] = root.children;
  if (element === undefined) throw new SourceError('the XML file has no element', { file });
  return element;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** The first element at a path of names below this one. */
export function findChild(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  let current = element;
  for (const name of path) current = current?.children.find((child) => child.name === name);
  return current;
}

/** The text at a path, white space made single; undefined where there is none. */
export function textAt(element: XmlElement | undefined, ...path: readonly string[]): string | undefined {
  const text = findChild(element, ...path)
    ?.text.replaceAll(/\s+/gu, ' ')
    .trim();
  return text === '' ? undefined : text;
}
