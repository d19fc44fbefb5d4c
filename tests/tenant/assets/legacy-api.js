/**
 * Calls a method of the page's own, as ASP.NET has them: below the page's address. Who is no longer
 * signed in is sent there by loading the page again.
 *
 * @param {string} method
 * @param {Record<string, string>} form
 */
export async function ask(method, form) {
  const request = { method: 'POST', body: new URLSearchParams(form) };
  const response = await fetch(`/proofup.aspx/${method}${location.search}`, request);
  if (response.status === 401) location.reload();
  if (!response.ok) throw new Error(`The server answered ${response.status} to ${method}`);
  return response.json();
}
