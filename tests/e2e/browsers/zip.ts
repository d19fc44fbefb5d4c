import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { crc32 } from 'node:zlib';

/** 1980-01-01, the first day that a ZIP archive knows. */
const DATE = 0x21;
const UTF8_NAMES = 0x800;
const VERSION = 20;

/** The fields that a file's own header and its entry in the directory share (APPNOTE 4.3.7, 4.3.12). */
function sharedHeader(name: Buffer, content: Buffer): Buffer {
  const header = Buffer.alloc(26);
  header.writeUInt16LE(VERSION, 0);
  header.writeUInt16LE(UTF8_NAMES, 2);
  header.writeUInt16LE(DATE, 8);
  header.writeUInt32LE(crc32(content), 10);
  header.writeUInt32LE(content.length, 14);
  header.writeUInt32LE(content.length, 18);
  header.writeUInt16LE(name.length, 22);
  return header;
}

function withSignature(signature: number, length: number): Buffer {
  const record = Buffer.alloc(length);
  record.writeUInt32LE(signature, 0);
  return record;
}

/** The files of a folder as a ZIP archive, uncompressed: what Firefox takes as a package (.xpi). */
export async function zipFolder(folder: string): Promise<Buffer> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = found
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, sep).length))
    .sort();
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const name = Buffer.from(file.replaceAll(sep, '/'));
    const content = await readFile(join(folder, file));
    const shared = sharedHeader(name, content);
    const entry = Buffer.concat([withSignature(0x04034b50, 4), shared, name, content]);
    const made = withSignature(0x02014b50, 6);
    made.writeUInt16LE(VERSION, 4);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(made, shared, tail, name);
    local.push(entry);
    offset += entry.length;
  }
  const end = withSignature(0x06054b50, 22);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(
    directory.reduce((sum, record) => sum + record.length, 0),
    12,
  );
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, ...directory, end]);
}
