/** Whether an address is that of a page; a query counts only if the page is asked for with one. */
export function isAt(address: string, page: string): boolean {
  const is = new URL(address);
  const wanted = new URL(page);
  return is.pathname === wanted.pathname && (wanted.search === '' || is.search === wanted.search);
}
