/** A list of plain text, as large as the popup's. */
export interface PlainList {
  readonly width: number;
  readonly height: number;
  readonly rowHeight: number;
  readonly rows: number;
}

/** Runs in an empty page: puts a list of text there, all of it at once. */
export function drawPlainList({ width, height, rowHeight, rows }: PlainList): void {
  const list = document.createElement('div');
  list.id = 'plain-list';
  Object.assign(list.style, { width: `${width}px`, height: `${height}px`, overflowY: 'auto' });
  const items = Array.from({ length: rows }, (_, row) => {
    const item = document.createElement('p');
    item.dataset['row'] = `${row}`;
    Object.assign(item.style, { height: `${rowHeight}px`, margin: '0' });
    item.append(`Organisation ${row}`, document.createElement('br'), '123 456');
    return item;
  });
  list.append(...items);
  document.body.replaceChildren(list);
}
