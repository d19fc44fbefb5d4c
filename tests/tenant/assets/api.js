/**
 * Asks the server, for the organisation in the page's address. Who is no longer signed in is sent
 * there by loading the page again.
 *
 * @param {string} path
 * @param {Record<string, string>} [form] sent by POST, if given
 */
export async function ask(path, form) {
  const request = form && { method: 'POST', body: new URLSearchParams(form) };
  const response = await fetch(`/api/${path}${location.search}`, request);
  if (response.status === 401) location.reload();
  if (!response.ok) throw new Error(`The server answered ${response.status} to ${path}`);
  return response.json();
}
