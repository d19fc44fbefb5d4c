/**
 * The roles of a grid, said of each element: a table that is laid out otherwise than as a table is none any more for
 * screen readers, and its rows can be selected only in a grid.
 */
export const GRID = {
  table: { role: 'grid', 'aria-multiselectable': 'true' },
  part: { role: 'rowgroup' },
  row: { role: 'row' },
  head: { role: 'columnheader', scope: 'col' },
  cell: { role: 'gridcell' },
} as const;
